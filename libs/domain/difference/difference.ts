import { pairs, rowName } from './rows.js';
import { isObject, isSame } from './same.js';

/** One field that is not as it was. */
export interface Change {
  /** Where it stands in the newer content, keys joined by dots (`indicators.2.targetValue`); what was taken away, where it stood before. */
  readonly path: string;
  /** Where it stood in the older content; null for what was added. */
  readonly was: string | null;
  readonly kind: 'added' | 'removed' | 'changed';
  /** What the rows on the way are called, by their place in `path`: `{"indicators.2": "保洁道路里程"}`. */
  readonly rows: Readonly<Record<string, string>>;
  readonly before: unknown;
  readonly after: unknown;
}

interface Place {
  readonly path: string;
  readonly was: string;
  readonly rows: Readonly<Record<string, string>>;
}

/** No form nests deeper; what does is compared as a whole. */
const DEEPEST = 10;

const below = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${String(key)}`);

const whole = ({ path, was, rows }: Place, before: unknown, after: unknown): Change => {
  if (before === undefined) return { path, was: null, kind: 'added', rows, before: null, after };
  if (after === undefined) return { path: was, was, kind: 'removed', rows, before, after: null };
  return { path, was, kind: 'changed', rows, before, after };
};

const inFields = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  at: Place,
  depth: number,
): Change[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((key) =>
    inValue(
      Object.hasOwn(before, key) ? before[key] : undefined,
      Object.hasOwn(after, key) ? after[key] : undefined,
      { path: below(at.path, key), was: below(at.was, key), rows: at.rows },
      depth,
    ),
  );

const inRows = (before: readonly unknown[], after: readonly unknown[], at: Place, depth: number): Change[] =>
  pairs(before, after).flatMap(([was, is]) => {
    const path = below(at.path, is ?? was!);
    const name = rowName(is === null ? before[was!] : after[is]);
    const rows = name === null ? at.rows : { ...at.rows, [path]: name };
    const place = { path, was: below(at.was, was ?? is!), rows };
    return inValue(was === null ? undefined : before[was], is === null ? undefined : after[is], place, depth);
  });

const inValue = (before: unknown, after: unknown, at: Place, depth: number): Change[] => {
  if (depth >= DEEPEST) return JSON.stringify(before) === JSON.stringify(after) ? [] : [whole(at, before, after)];
  if (isObject(before) && isObject(after)) return inFields(before, after, at, depth + 1);
  if (Array.isArray(before) && Array.isArray(after)) return inRows(before, after, at, depth + 1);
  return isSame(before, after) ? [] : [whole(at, before, after)];
};

/**
 * What of a document's content changed, field by field, in the order of the newer one. Rows of a table are matched by what they are called
 * and not by their place, so that a row put in at the top changes no other; their order is no difference. A number written with other
 * trailing zeros is the same number.
 */
export const difference = (before: unknown, after: unknown): readonly Change[] =>
  inValue(before, after, { path: '', was: '', rows: {} }, 0);

const isWithin = (inner: string, outer: string): boolean => outer === '' || inner === outer || inner.startsWith(`${outer}.`);

/** Does the change touch the field (a path in the older content), something in it, or what it is a part of? */
export const touches = ({ path, was }: Change, field: string): boolean => isWithin(was ?? path, field) || isWithin(field, was ?? path);
