import { withValue } from '../paths.js';

export type Row = Readonly<Record<string, unknown>>;

export const asRows = (value: unknown): readonly Row[] =>
  Array.isArray(value) ? value.map((it: unknown) => (typeof it === 'object' && it !== null ? (it as Row) : {})) : [];

export const writeCell = (row: Row, key: string, value: unknown): Row => withValue(row, key, value);

export const withRowAfter = (rows: readonly Row[], index: number, row: Row): readonly Row[] => [
  ...rows.slice(0, index + 1),
  row,
  ...rows.slice(index + 1),
];

export const withoutRow = (rows: readonly Row[], index: number): readonly Row[] => rows.filter((_, i) => i !== index);
