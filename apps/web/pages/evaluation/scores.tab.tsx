import { Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { exactText, show, sum } from '#domain/score/exact.js';
import { Explanations } from '../../parts/explanation/explanation.js';
import { Panel } from '../../parts/page.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { EVALUATION } from './evaluation.words.js';
import { Ratings } from './scoring/ratings.js';
import { scoreLines } from './score-lines.js';
import type { ScoreLine } from './score-lines.js';
import { useSheet } from './scoring/sheet.js';
import { SelfSlope } from './self-slope.js';
import type { TabProps } from './tab-props.js';
import { useReports } from './use-evaluation.js';

const points = (value: string | null): string => (value === null ? '—' : show(value));
const SOURCES = { agency: 'agencySource', questionnaire: 'questionnaireSource', raters: 'ratersSource' } as const;
const SIGN: Readonly<Record<string, string>> = { '-': '▼', '+': '▲' };

const changed = (value: string | null): string => (value === null ? '—' : `${SIGN[value.startsWith('-') ? '-' : '+'] ?? ''} ${value}`);

const useTree = (explain: (line: ScoreLine) => void) => {
  const say = useWords(EVALUATION);
  return [
    { key: 'level1', title: say('level1'), cell: (it: ScoreLine) => it.level1 },
    { key: 'level2', title: say('level2'), cell: (it: ScoreLine) => it.level2 },
    { key: 'level3', title: say('level3'), cell: (it: ScoreLine) => it.level3 },
    { key: 'full', title: say('fullPoints'), align: 'right' as const, cell: (it: ScoreLine) => it.full },
    { key: 'draft', title: say('draft'), align: 'right' as const, cell: (it: ScoreLine) => points(it.draft) },
    { key: 'final', title: say('final'), align: 'right' as const, cell: (it: ScoreLine) => points(it.final) },
    { key: 'change', title: say('change'), align: 'right' as const, cell: (it: ScoreLine) => changed(it.change) },
    {
      key: 'evidence',
      title: say('evidence'),
      cell: (it: ScoreLine) => [it.evidence, it.papers.join('、'), it.changeReason].filter(Boolean).join('；'),
    },
    {
      key: 'source',
      title: say('source'),
      cell: (it: ScoreLine) => (
        <Button
          type="link"
          size="small"
          style={{ padding: 0 }}
          onClick={() => {
            explain(it);
          }}
        >
          {say(SOURCES[it.sheet?.source ?? 'agency'])}
        </Button>
      ),
    },
  ];
};

const LineDrawer = ({ line, onClose }: { readonly line: ScoreLine | null; readonly onClose: () => void }) => {
  const say = useWords(EVALUATION);
  return (
    <Drawer
      open={line !== null}
      size={620}
      title={line?.level3 ?? ''}
      onClose={onClose}
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 12, background: '#f4f6f8' } }}
    >
      {line ? (
        <>
          <Panel title={say('rubric')}>{line.rubric || '—'}</Panel>
          <Panel title={say('evidence')}>{[line.evidence, line.papers.join('、')].filter(Boolean).join('；') || '—'}</Panel>
          {line.changeReason === '' ? null : <Panel title={say('changeReason')}>{line.changeReason}</Panel>}
          {line.sheet && line.sheet.source !== 'agency' ? (
            <Panel title={say('explain')}>
              <Ratings line={line.sheet} />
              <Explanations of={line.sheet.explanation} />
            </Panel>
          ) : null}
        </>
      ) : null}
    </Drawer>
  );
};

/** The indicator tree with weights, draft against final, what each point rests on, and the self-score beside the agency's. */
export const ScoresTab = ({ evaluation, documents }: TabProps) => {
  const say = useWords(EVALUATION);
  const common = useWords(COMMON);
  const [line, setLine] = useState<ScoreLine | null>(null);
  const reports = useReports(documents);
  const sheet = useSheet(evaluation.id);
  const tree = useTree(setLine);
  if (reports.isReading) return <Skeleton active />;
  const lines = scoreLines(reports, sheet.data?.indicators ?? []);
  const total = (of: (it: ScoreLine) => string | null): string =>
    lines.some((it) => of(it) === null) ? '—' : show(sum(lines.map((it) => of(it) ?? '0')));
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
      <Panel title={say('scores')}>
        <PlainTable
          name={say('scores')}
          columns={tree}
          rows={lines}
          rowKey={({ level3 }, index) => `${String(index)}/${level3}`}
          empty={say('noPlan')}
          foot={[
            common('total'),
            '',
            '',
            exactText(sum(lines.map(({ full }) => full))),
            total(({ draft }) => draft),
            total(({ final }) => final),
          ]}
        />
      </Panel>
      <SelfSlope evaluation={evaluation} />
      <LineDrawer
        line={line}
        onClose={() => {
          setLine(null);
        }}
      />
    </div>
  );
};
