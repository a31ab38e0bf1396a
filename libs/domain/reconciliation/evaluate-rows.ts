import type { Json } from '#domain/json.js';
import { compare, exact, exactText, isDecimal, sum } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { Missing } from './check.js';
import type { Of, Row, Where } from './check.js';
import { idOf, listed } from './evaluation.js';
import type { Trace, Value } from './evaluation.js';
import { cellAt, listAt, meetsAll, rowWithId, textAt } from './tables.js';

interface Picked {
  readonly rows: readonly { readonly row: Row; readonly id: string }[];
  readonly place: string;
}

const condition = (where: Where | undefined): string => (where && Object.keys(where).length > 0 ? ` ${JSON.stringify(where)}` : '');

const pick = (trace: Trace, file: string, where: Where | undefined): Picked | Missing => {
  const table = trace.table(file);
  if (table instanceof Missing) return table;
  const rows = table.map((row, i) => ({ row, id: idOf(row, i) })).filter(({ row }) => meetsAll(row, where));
  return { rows, place: `${file}${condition(where)}` };
};

const counted = (trace: Trace, count: number, place: string): Exact => {
  trace.read(place, String(count), { zh: '行数', en: 'rows' });
  return trace.did(exact(String(count)), `count(${place})`, { zh: '计数', en: 'counted' });
};

/** The figures of a field; blank ones are left out and remembered. */
const figures = (trace: Trace, { rows, place }: Picked, field: string): { id: string; text: string; row: Row }[] | Missing => {
  const read = rows.map(({ row, id }) => ({ id, row, text: textAt(row, field) }));
  trace.blanks.push(...read.filter(({ text }) => text === null).map(({ id }) => `${id}.${field}`));
  const filled = read.filter((it): it is typeof it & { text: string } => it.text !== null);
  const words = { zh: `${String(filled.length)} 行的数值`, en: `figures of ${String(filled.length)} rows` };
  trace.read(
    `${place}.${field}`,
    listed(
      filled.map((it) => it.text),
      ' ',
    ),
    words,
  );
  return filled;
};

const numbers = (found: readonly { id: string; text: string }[], field: string): readonly Exact[] | Missing => {
  const bad = found.find(({ text }) => !isDecimal(text.trim()));
  return bad ? new Missing('NOT_A_NUMBER', `${bad.id}.${field}`) : found.map(({ text }) => exact(text));
};

const OUTERMOST = { min: (order: number) => order < 0, max: (order: number) => order > 0 };
const outermost = (values: readonly Exact[], which: keyof typeof OUTERMOST): Exact =>
  values.reduce((best, it) => (OUTERMOST[which](compare(it, best)) ? it : best));

const SAID = {
  sum: { zh: '合计', en: 'sum' },
  mean: { zh: '平均', en: 'mean' },
  min: { zh: '最小值', en: 'least' },
  max: { zh: '最大值', en: 'greatest' },
};

const reduced = (trace: Trace, op: keyof typeof SAID, values: readonly Exact[], place: string): Exact | Missing => {
  if (values.length === 0) return new Missing('NO_ROWS', place);
  const formula = op === 'sum' || op === 'mean' ? listed(values.map(exactText), ' + ') : `${op}(${listed(values.map(exactText), ', ')})`;
  if (op === 'sum') return trace.did(sum(values), formula, SAID.sum);
  if (op === 'mean') return trace.did(sum(values).div(values.length), `(${formula}) ÷ ${String(values.length)}`, SAID.mean);
  return trace.did(outermost(values, op), formula, SAID[op]);
};

export const count = (it: Of<'count'>, trace: Trace): Value | Missing => {
  const picked = pick(trace, it.file, it.where);
  return picked instanceof Missing ? picked : counted(trace, picked.rows.length, picked.place);
};

export const ofField = (it: Of<'distinct' | 'sum' | 'min' | 'max' | 'mean'>, trace: Trace): Value | Missing => {
  const picked = pick(trace, it.file, it.where);
  if (picked instanceof Missing) return picked;
  const found = figures(trace, picked, it.field);
  if (found instanceof Missing) return found;
  const place = `${picked.place}.${it.field}`;
  if (it.op === 'distinct') {
    const different = new Set(found.map(({ text }) => text)).size;
    return trace.did(exact(String(different)), `distinct(${place})`, { zh: '不同值的个数', en: 'different values' });
  }
  const values = numbers(found, it.field);
  return values instanceof Missing ? values : reduced(trace, it.op, values, place);
};

export const naming = (it: Of<'argmin' | 'argmax'>, trace: Trace): Value | Missing => {
  const picked = pick(trace, it.file, it.where);
  if (picked instanceof Missing) return picked;
  const found = figures(trace, picked, it.field);
  if (found instanceof Missing) return found;
  const place = `${picked.place}.${it.field}`;
  const values = numbers(found, it.field);
  if (values instanceof Missing) return values;
  if (values.length === 0) return new Missing('NO_ROWS', place);
  const best = outermost(values, it.op === 'argmin' ? 'min' : 'max');
  const names = new Set(found.filter((_, i) => compare(values[i]!, best) === 0).map(({ row, id }) => textAt(row, it.name) ?? id));
  if (names.size > 1) return new Missing('AMBIGUOUS', [...names].join('、').slice(0, 200));
  return trace.did([...names][0]!, `${it.op}(${place}) = ${exactText(best)}`, { zh: '所属名称', en: 'whose it is' });
};

/** Every row meets the test. A row whose tested cells are blank decides nothing and is remembered. */
export const all = (it: Of<'all'>, trace: Trace): Value | Missing => {
  const picked = pick(trace, it.file, it.where);
  if (picked instanceof Missing) return picked;
  const failing = picked.rows.filter(({ row }) => !meetsAll(row, it.test));
  const blank = failing.filter(({ row }) => Object.keys(it.test).some((path) => textAt(row, path) === null));
  trace.blanks.push(...blank.map(({ id }) => id));
  const against = failing.filter((one) => !blank.includes(one)).map(({ id }) => id);
  trace.read(picked.place, String(picked.rows.length), { zh: '行数', en: 'rows' });
  const formula = `${picked.place} → ${JSON.stringify(it.test)}${against.length > 0 ? ` ✗ ${listed(against, ', ')}` : ''}`;
  return trace.did(against.length === 0, formula, { zh: '每行均符合', en: 'every row meets it' });
};

const rowOf = (trace: Trace, file: string, id: string): Row | Missing => {
  const table = trace.table(file);
  if (table instanceof Missing) return table;
  return rowWithId(table, id) ?? new Missing('UNKNOWN_ROW', `${file}.${id}`);
};

export const field = (it: Of<'field'>, trace: Trace): Value | Missing => {
  const row = rowOf(trace, it.file, it.id);
  if (row instanceof Missing) return row;
  const place = `${it.file}.${it.id}.${it.path}`;
  const text = textAt(row, it.path);
  trace.read(place, text, { zh: '表中数值', en: 'the table’s figure' });
  return text ?? new Missing('MISSING_FIGURE', place);
};

export const length = (it: Of<'len'>, trace: Trace): Value | Missing => {
  const row = rowOf(trace, it.file, it.id);
  if (row instanceof Missing) return row;
  const place = `${it.file}.${it.id}.${it.path}`;
  const list = listAt(row, it.path);
  return list ? counted(trace, list.length, place) : new Missing('NOT_A_LIST', place);
};

/** The records of a list within one row. */
export const ofList = (it: Of<'listsum' | 'listmean' | 'listcount'>, trace: Trace): Value | Missing => {
  const row = rowOf(trace, it.file, it.id);
  if (row instanceof Missing) return row;
  const place = `${it.file}.${it.id}.${it.path}`;
  const list = listAt(row, it.path);
  if (!list) return new Missing('NOT_A_LIST', place);
  const kept = list.filter((one) => meetsAll(one, it.where));
  if (it.op === 'listcount') return counted(trace, kept.length, `${place}${condition(it.where)}`);
  return overList(trace, kept, place, it.key, it.op === 'listsum' ? 'sum' : 'mean');
};

export const overList = (trace: Trace, list: readonly Json[], place: string, key: string, op: 'sum' | 'mean'): Value | Missing => {
  const cells = list.map((one) => ({ id: place, text: typeof one === 'string' ? one : textAt(one, key) }));
  const blank = cells.findIndex(({ text }) => text === null);
  if (blank >= 0) return new Missing('MISSING_FIGURE', `${place}.${String(blank)}.${key}`);
  const values = numbers(cells as { id: string; text: string }[], key);
  if (values instanceof Missing) return values;
  trace.read(`${place}.${key}`, listed(values.map(exactText), ' '), { zh: '明细数值', en: 'figures of the list' });
  return reduced(trace, op, values, place);
};

/** The answers of one survey of the first row of `projects`, in per cent; `labels` null: all of them. */
export const answers = ({ survey, labels }: Of<'answers'>, trace: Trace): Value | Missing => {
  const table = trace.table('projects');
  if (table instanceof Missing) return table;
  const path = `survey.${String(survey)}.answers`;
  const row = table.find((it) => cellAt(it, path) !== undefined);
  const list = row && listAt(row, path);
  if (!list) return new Missing('NOT_A_LIST', `projects.${path}`);
  const labelled = list.map((one) => ({ one, label: textAt(one, 'label') ?? '' }));
  const unknown = labels?.find((label) => !labelled.some((it) => it.label === label));
  if (unknown !== undefined) return new Missing('UNKNOWN_ROW', `projects.${path}.${unknown}`);
  const chosen = labelled.filter(({ label }) => labels === null || labels.includes(label));
  const neutral = labelled.length % 2 === 1 ? labelled[(labelled.length - 1) / 2] : undefined;
  const total = overList(
    trace,
    chosen.map(({ one }) => one),
    `projects.${path}`,
    'pct',
    'sum',
  );
  const share = neutral && textAt(neutral.one, 'pct');
  const partial = labels !== null && labels.length < labelled.length && neutral && chosen.includes(neutral);
  if (partial && share && isDecimal(share) && compare(share, '0') > 0 && typeof total === 'object' && !(total instanceof Missing)) {
    trace.remarks.push({ code: 'NEUTRAL_COUNTED', detail: { label: neutral.label, share, without: exactText(total.sub(exact(share))) } });
  }
  return total;
};
