import type { Json } from '#domain/json.js';
import { compare, isDecimal } from '#domain/score/exact.js';
import type { Row, Test, Where } from './check.js';

/** The cell at a dotted path (`budget.wan`, `survey.0.n`); undefined where there is none, null where it is blank. */
export const cellAt = (row: Json, path: string): Json | undefined =>
  path.split('.').reduce<Json | undefined>((at, key) => {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, key)) return undefined;
    return (at as Readonly<Record<string, Json>>)[key];
  }, row);

/** A cell as text; null where it is blank, absent, or holds more than one value. */
export const textAt = (row: Json, path: string | undefined): string | null => {
  const cell = path === undefined ? undefined : cellAt(row, path);
  return typeof cell === 'string' && cell.trim() !== '' ? cell : typeof cell === 'boolean' ? String(cell) : null;
};

/** The list of records at a path; null where there is none. */
export const listAt = (row: Json, path: string): readonly Json[] | null => {
  const cell = cellAt(row, path);
  return Array.isArray(cell) ? (cell as readonly Json[]) : null;
};

const BOUNDS = {
  ge: (order: number) => order >= 0,
  gt: (order: number) => order > 0,
  le: (order: number) => order <= 0,
  lt: (order: number) => order < 0,
};

const meets = (cell: string | null, blank: boolean, test: Test): boolean => {
  if (typeof test === 'string') return cell === test;
  if (test.notnull !== undefined && test.notnull === blank) return false;
  if (test.in && (cell === null || !test.in.includes(cell))) return false;
  if (test.ne !== undefined && cell === test.ne) return false;
  return (Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]).every((name) => {
    const bound = test[name];
    if (bound === undefined) return true;
    return cell !== null && isDecimal(cell) && isDecimal(bound) && BOUNDS[name](compare(cell, bound));
  });
};

/** Does the row meet every condition? */
export const meetsAll = (row: Json, where: Where | undefined): boolean =>
  Object.entries(where ?? {}).every(([path, test]) => {
    const cell = cellAt(row, path);
    return meets(textAt(row, path), cell === undefined || cell === null, test);
  });

export const rowWithId = (rows: readonly Row[], id: string): Row | undefined => rows.find((it) => it['id'] === id);
