import { Skeleton } from 'antd';
import { useSheet } from '../../evaluation/scoring/sheet.js';
import { useForm } from '../../../parts/forms/form-context.js';
import { Grid } from '../../../parts/forms/grid/grid.js';
import type { BesideColumn } from '../../../parts/forms/grid/grid.js';
import { asRows } from '../../../parts/forms/grid/rows.js';
import type { Row } from '../../../parts/forms/grid/rows.js';
import { useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import { useDocumentState } from './document-context.js';
import { fieldsOf } from './indicator-rows.js';
import type { EditorProps } from './indicator-rows.js';

/** 评分表: a line for each indicator that people score, in the order of the plan, with its rubric and full points beside. */
export const RatedItems = ({ field, label }: EditorProps) => {
  const say = useWords(DOCUMENTS);
  const form = useForm();
  const { document } = useDocumentState();
  const sheet = useSheet(document.subject ?? '');
  const lines = (sheet.data?.indicators ?? []).filter(({ source }) => source === 'raters');
  const written = asRows(form.content['items']);
  const lineOf = (row: Row) => lines.find(({ indicator }) => indicator === row['indicator']);
  const of = (indicator: string): Row => written.find((it) => it['indicator'] === indicator) ?? { indicator };
  const others = written.filter((it) => !lineOf(it));
  const rows = [...lines.map(({ indicator }) => of(indicator)), ...others];
  const indicator: BesideColumn = {
    key: 'indicator',
    title: say('indicator'),
    width: 300,
    show: (row) => (
      <div style={{ minWidth: 200 }}>
        <div>{String(row['indicator'] ?? '')}</div>
        <div className="form-hint">{lineOf(row)?.rubric}</div>
      </div>
    ),
  };
  const full: BesideColumn = {
    key: 'full',
    title: say('fullPoints'),
    width: 64,
    isNumber: true,
    show: (row) => lineOf(row)?.fullPoints ?? '—',
  };
  if (sheet.isPending) return <Skeleton active />;
  return (
    <Grid
      path="items"
      label={label}
      fields={fieldsOf(field)}
      {...(lines.length > 0 ? { without: ['indicator'], before: [indicator, full], fixed: true, given: rows } : {})}
      sums={['points']}
      widths={{ points: 80, reason: 300, evidence: 260 }}
    />
  );
};
