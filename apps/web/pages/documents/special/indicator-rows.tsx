import { show } from '#domain/score/exact.js';
import { Grid } from '../../../parts/forms/grid/grid.js';
import type { BesideColumn } from '../../../parts/forms/grid/grid.js';
import type { Field } from '../../../parts/forms/shape.js';
import { useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import { useDocumentState } from './document-context.js';
import { useTargetRows } from './approved-target.js';

export interface EditorProps {
  readonly field: Field;
  readonly label: string;
}

export const fieldsOf = ({ shape }: Field): readonly Field[] => (shape.is === 'rows' ? shape.fields : []);

const MONITORED = { actualValue: 120, forecastValue: 120, likelihood: 108, 'deviation.cause': 116, 'deviation.explanation': 220 };

/** 监控表: how far each indicator is, beside what was promised. */
export const MonitoredIndicators = ({ field, label }: EditorProps) => {
  const { isKnown, column, rows } = useTargetRows('indicators');
  return (
    <Grid
      path="indicators"
      label={label}
      fields={fieldsOf(field)}
      {...(isKnown ? { without: ['indicator'], before: [column], fixed: true, given: rows } : {})}
      widths={MONITORED}
    />
  );
};

/** 自评表: what was reached beside what was promised, and the points that the rule gives for it. */
export const ReachedIndicators = ({ field, label }: EditorProps) => {
  const say = useWords(DOCUMENTS);
  const { score } = useDocumentState();
  const { isKnown, column, rows } = useTargetRows('results');
  const lines = score?.lines ?? [];
  const points: BesideColumn = {
    key: 'points',
    title: say('points'),
    width: 120,
    isNumber: true,
    show: (row) => {
      const line = lines.find((it) => it.indicator !== null && it.indicator === row['indicator']);
      return line ? (
        <span title={line.zh}>
          {line.shown} / {show(line.full, 2)}
        </span>
      ) : (
        '—'
      );
    },
  };
  return (
    <Grid
      path="results"
      label={label}
      fields={fieldsOf(field)}
      {...(isKnown ? { without: ['indicator'], before: [column], fixed: true, given: rows } : {})}
      {...(lines.length > 0 ? { after: [points] } : {})}
      widths={{ actualValue: 120, reason: 280, correction: 220 }}
    />
  );
};

/** 评价指标体系 with the sum of its weights. */
export const PlannedIndicators = ({ field, label }: EditorProps) => (
  <Grid path="indicators" label={label} fields={fieldsOf(field)} sums={['weight']} widths={{ level2: 130, level3: 180, rubric: 360 }} />
);
