import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useMe } from '../../../app/session/session.js';
import { Explanations } from '../../../parts/explanation/explanation.js';
import { Panel } from '../../../parts/page.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useJoin } from '../../../words/join.js';
import { useWords } from '../../../words/words.js';
import { Arbitrate } from './arbitrate.js';
import { Ratings } from './ratings.js';
import { SCORING } from './scoring.words.js';
import { isDrafting, rulesIn, undecided } from './sheet.js';
import type { Sheet, SheetLine } from './sheet.js';

/** How the scoring stands as a whole: hidden, complete, or waiting for whom. */
const Standing = ({ sheet }: { readonly sheet: Sheet }) => {
  const say = useWords(SCORING);
  const me = useMe();
  const count = undecided(sheet).length;
  if (!sheet.complete) return rulesIn(sheet)?.blind ? <Alert type="info" showIcon title={say('hidden')} /> : null;
  if (count > 0) {
    const mine = sheet.lead?.id === me.person;
    const lead = sheet.lead?.name ?? '';
    return <Alert type="warning" showIcon title={mine ? say('waitingYou', { count }) : say('waiting', { count, lead })} />;
  }
  const wasDecided = sheet.indicators.some(({ arbitration }) => arbitration !== null);
  return <Alert type="success" showIcon title={say(wasDecided ? 'wholeDecided' : 'whole')} />;
};

const Decision = ({ sheet, line }: { readonly sheet: Sheet; readonly line: SheetLine }) => {
  const say = useWords(SCORING);
  const me = useMe();
  if (!line.arbitrate) return <>—</>;
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
      <ToneTag tone={line.arbitration ? 'done' : 'warn'} sign={line.arbitration ? '✓' : '!'}>
        {say(line.arbitration ? 'decided' : 'toDecide')}
      </ToneTag>
      {isDrafting(sheet) && sheet.lead?.id === me.person ? <Arbitrate evaluation={sheet.evaluation} line={line} /> : null}
    </span>
  );
};

/** Each indicator with what the raters gave, as far as one may see it, what came of it and what waits for a decision. */
export const PointsPanel = ({ sheet }: { readonly sheet: Sheet }) => {
  const say = useWords(SCORING);
  const join = useJoin();
  const [line, setLine] = useState<SheetLine | null>(null);
  return (
    <Panel title={say('table')}>
      <div className="evaluation-stack">
        <Standing sheet={sheet} />
        <PlainTable
          name={say('table')}
          rows={sheet.indicators}
          rowKey={({ indicator }) => indicator}
          empty={say('noIndicators')}
          columns={[
            { key: 'indicator', title: say('indicator'), cell: (it) => it.indicator },
            { key: 'source', title: say('source'), cell: (it) => say(it.source) },
            { key: 'full', title: say('full'), align: 'right', cell: (it) => it.fullPoints },
            {
              key: 'ratings',
              title: say('ratings'),
              cell: (it) => join(it.ratings.map(({ rater, points }) => `${rater} ${points}`)) || '—',
            },
            { key: 'gap', title: say('gap'), align: 'right', cell: (it) => it.gap ?? '—' },
            {
              key: 'combined',
              title: say('combined'),
              align: 'right',
              cell: (it) => (
                <>
                  {it.points ?? '—'}{' '}
                  {it.explanation ? (
                    <Button
                      type="link"
                      size="small"
                      aria-label={`${say('explain')} ${it.indicator}`}
                      onClick={() => {
                        setLine(it);
                      }}
                    >
                      {say('explain')}
                    </Button>
                  ) : null}
                </>
              ),
            },
            { key: 'decision', title: say('decision'), cell: (it) => <Decision sheet={sheet} line={it} /> },
          ]}
        />
      </div>
      <Modal
        open={line !== null}
        width={900}
        title={line?.indicator ?? ''}
        footer={null}
        destroyOnHidden
        onCancel={() => {
          setLine(null);
        }}
      >
        {line ? (
          <div className="evaluation-stack">
            {line.source === 'raters' ? <Ratings line={line} /> : null}
            <Explanations of={line.explanation} />
          </div>
        ) : null}
      </Modal>
    </Panel>
  );
};
