import { Button, Modal, Table } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../api/client.js';
import { COMMON } from '../../words/terms.js';
import { useLanguage, useWords } from '../../words/words.js';
import { Decide } from '../documents/actions/decide.js';
import type { Verdict } from '../documents/actions/decide.js';
import type { Task } from '../documents/use-document.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import { REVIEW } from './review.words.js';

type Answer = Schemas['BulkAnswer'];

interface BulkProps {
  readonly chosen: readonly Task[];
  readonly onClear: () => void;
}

/** What was chosen when the dialog opened: what a colleague decides meanwhile is answered as refused, and does not silently fall away. */
interface Asked {
  readonly verdict: Verdict;
  readonly tasks: readonly Task[];
}

interface Outcome {
  readonly answer: Answer;
  readonly titles: Readonly<Record<string, string>>;
}

/** What became of each: which were refused and why. */
const Outcomes = ({ outcome: { answer, titles }, onClose }: { readonly outcome: Outcome; readonly onClose: () => void }) => {
  const say = useWords(REVIEW);
  const common = useWords(COMMON);
  const language = useLanguage();
  const rows = [...answer.results].sort((a, b) => Number(a.outcome === 'done') - Number(b.outcome === 'done'));
  return (
    <Modal open width={760} title={say('results')} onCancel={onClose} footer={<Button onClick={onClose}>{common('close')}</Button>}>
      <p>{say('resultsText', { done: answer.done, refused: answer.refused })}</p>
      <Table<Answer['results'][number]>
        size="small"
        rowKey="document"
        pagination={false}
        scroll={{ y: 360 }}
        dataSource={rows}
        columns={[
          { key: 'title', title: say('document'), render: (_, it) => titles[it.document] ?? it.document },
          {
            key: 'outcome',
            title: say('outcome'),
            width: 110,
            render: (_, it) => (
              <ToneTag tone={it.outcome === 'done' ? 'done' : 'overdue'} sign={it.outcome === 'done' ? '✓' : '✕'}>
                {say(it.outcome)}
              </ToneTag>
            ),
          },
          { key: 'why', title: common('reason'), render: (_, it) => it.refusal?.[language] ?? '' },
        ]}
      />
    </Modal>
  );
};

/** Decides on all that are chosen at once, with one comment and a result each. */
export const Bulk = ({ chosen, onClear }: BulkProps) => {
  const say = useWords(REVIEW);
  const common = useWords(COMMON);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <>
      {chosen.length > 0 ? (
        <div
          role="toolbar"
          aria-label={common('selected', { count: chosen.length })}
          style={{ display: 'flex', gap: 6, flexWrap: 'wrap', padding: 8, background: '#e8effa' }}
        >
          <strong style={{ width: '100%' }}>{common('selected', { count: chosen.length })}</strong>
          <Button
            size="small"
            type="primary"
            onClick={() => {
              setAsked({ verdict: 'approve', tasks: chosen });
            }}
          >
            {say('bulkApprove')}
          </Button>
          <Button
            size="small"
            onClick={() => {
              setAsked({ verdict: 'return', tasks: chosen });
            }}
          >
            {say('bulkReturn')}
          </Button>
          <Button size="small" type="link" onClick={onClear}>
            {common('clearSelection')}
          </Button>
        </div>
      ) : null}
      {asked ? (
        <Decide
          verdict={asked.verdict}
          documents={asked.tasks.map(({ document, round }) => ({ id: document, round }))}
          onClose={() => {
            setAsked(null);
          }}
          onDone={(answer) => {
            setOutcome({ answer, titles: Object.fromEntries(asked.tasks.map(({ document, title }) => [document, title])) });
            onClear();
          }}
        />
      ) : null}
      {outcome ? (
        <Outcomes
          outcome={outcome}
          onClose={() => {
            setOutcome(null);
          }}
        />
      ) : null}
    </>
  );
};
