import { Button, Empty, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { Page, Panel, Read } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import type { Verdict } from '../documents/actions/decide.js';
import { useDocument } from '../documents/use-document.js';
import { DocumentView } from '../documents/view/document-view.js';
import { Bulk } from './bulk.js';
import { Filters } from './filters.js';
import { QueueList } from './queue-list.js';
import './review.css';
import { REVIEW } from './review.words.js';
import { useKeys } from './use-keys.js';
import { useQueue } from './use-queue.js';

interface OpenedProps {
  readonly document: string;
  readonly asked: Verdict | null;
  readonly onAsked: (verdict: Verdict | null) => void;
  readonly onDecided: () => void;
}

const Opened = ({ document, asked, onAsked, onDecided }: OpenedProps) => (
  <Read query={useDocument(document)}>
    {(it) => (
      <DocumentView
        key={it.id}
        document={it}
        asked={asked}
        onAsked={onAsked}
        onDecided={onDecided}
        frame={({ state, actions, body }) => (
          <Panel>
            <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center', marginBottom: 6 }}>
              <h2 style={{ fontSize: 16, margin: 0, overflowWrap: 'anywhere' }}>{it.title}</h2>
              {state}
              <span className="no-print" style={{ marginInlineStart: 'auto', display: 'flex', gap: 6, flexWrap: 'wrap' }}>
                {actions}
              </span>
            </div>
            {body}
          </Panel>
        )}
      />
    )}
  </Read>
);

const useChosen = () => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (documents: readonly string[], isChosen: boolean): void => {
    setChosen((it) => new Set(isChosen ? [...it, ...documents] : [...it].filter((one) => !documents.includes(one))));
  };
  const clear = (): void => {
    setChosen(new Set());
  };
  return { chosen, choose, clear };
};

/** All that waits for one's review; the list stays while one reads, and the keyboard goes on to the next. */
export const Component = () => {
  const say = useWords(REVIEW);
  const queue = useQueue();
  const { rows, open, place, change, go, tasks, isFiltered } = queue;
  const { chosen, choose, clear } = useChosen();
  const [asked, setAsked] = useState<Verdict | null>(null);
  const first = rows[0]?.document;
  useEffect(() => {
    if (place < 0 && first) change({ open: first });
  });
  const ask = (verdict: Verdict) => () => {
    if (place >= 0) setAsked(verdict);
  };
  const on = (by: number) => () => {
    go(by);
  };
  useKeys({ j: on(1), ArrowDown: on(1), k: on(-1), ArrowUp: on(-1), a: ask('approve'), r: ask('return') });
  const goOn = (): void => {
    const next = rows[place + 1] ?? rows[place - 1];
    change({ open: next?.document ?? null, tab: null });
  };
  const shown = place >= 0 ? rows[place]?.document : undefined;
  return (
    <Page
      title={say('title')}
      intro={say('intro')}
      actions={
        rows.length > 0 ? (
          <>
            <span className="numbers" role="status" style={{ alignSelf: 'center' }}>
              {say('place', { number: place + 1, count: rows.length })}
            </span>
            <Button disabled={place <= 0} onClick={on(-1)}>
              {say('previous')}
            </Button>
            <Button disabled={place >= rows.length - 1} onClick={on(1)}>
              {say('next')}
            </Button>
          </>
        ) : null
      }
    >
      {tasks.error ? <ProblemAlert error={tasks.error} retry={tasks.readAgain} /> : null}
      <div className="review">
        <div className="review-side no-print">
          <Filters queue={queue} />
          <Bulk chosen={rows.filter(({ document }) => chosen.has(document))} onClear={clear} />
          <QueueList
            {...{ rows, open, chosen }}
            onOpen={(document) => {
              change({ open: document, tab: null });
            }}
            onChoose={choose}
          />
        </div>
        {tasks.isFirst ? <Skeleton active /> : null}
        {shown ? <Opened document={shown} asked={asked} onAsked={setAsked} onDecided={goOn} /> : null}
        {!shown && !tasks.isFirst ? (
          <Panel>
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(isFiltered ? 'noneMatch' : 'empty')} />
          </Panel>
        ) : null}
      </div>
    </Page>
  );
};
