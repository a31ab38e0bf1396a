import { useForm } from '../../../parts/forms/form-context.js';
import { Grid } from '../../../parts/forms/grid/grid.js';
import type { BesideColumn } from '../../../parts/forms/grid/grid.js';
import { asRows } from '../../../parts/forms/grid/rows.js';
import type { Row } from '../../../parts/forms/grid/rows.js';
import { useWords } from '../../../words/words.js';
import { newestOf, planIn, useContent, useEvaluationDocuments } from '../../evaluation/use-evaluation.js';
import type { Plan } from '../../evaluation/use-evaluation.js';
import { useDocumentState } from './document-context.js';
import { EVALUATION_ROWS } from './evaluation-rows.words.js';
import { fieldsOf } from './indicator-rows.js';
import type { EditorProps } from './indicator-rows.js';

type Indicator = Plan['indicators'][number];

const WIDTHS = { indicator: 180, points: 84, evidence: 320, papers: 130 };

const fits = (row: Row, { level3, weight }: Indicator): boolean => row['indicator'] === level3 && row['fullPoints'] === weight;

const Planned = ({ indicator }: { readonly indicator: Indicator | undefined }) =>
  indicator ? (
    <div style={{ minWidth: 180 }}>
      <div>{indicator.level3}</div>
      <div className="form-hint">{indicator.rubric}</div>
    </div>
  ) : (
    '—'
  );

/** 评分表: one row for each approved indicator, with its rubric beside. What does not fit the plan is shown as it was written. */
export const ScoredItems = ({ field, label }: EditorProps) => {
  const say = useWords(EVALUATION_ROWS);
  const form = useForm();
  const { document } = useDocumentState();
  const documents = useEvaluationDocuments(document.subject ?? document.id).data?.items ?? [];
  const indicators = planIn(useContent(newestOf(documents, 'evaluation-plan')?.id).data?.content)?.indicators ?? [];
  const written = asRows(form.content['scoreItems']);
  const isPlanned = !form.readOnly && indicators.length > 0 && written.every((row) => indicators.some((it) => fits(row, it)));
  const before: readonly BesideColumn[] = [
    { key: 'indicator', title: say('indicator'), width: 260, show: (_, index) => <Planned indicator={indicators[index]} /> },
    { key: 'full', title: say('full'), width: 64, isNumber: true, show: (_, index) => indicators[index]?.weight ?? '—' },
  ];
  const rows = indicators.map((it) => written.find((row) => fits(row, it)) ?? { indicator: it.level3, fullPoints: it.weight });
  return (
    <Grid
      path="scoreItems"
      label={label}
      fields={fieldsOf(field)}
      sums={['fullPoints', 'points']}
      widths={WIDTHS}
      {...(isPlanned ? { without: ['indicator', 'fullPoints'], before, fixed: true, given: rows } : {})}
    />
  );
};
