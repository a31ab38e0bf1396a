import type { Json } from '#domain/json.js';
import type { Explained } from './explained.js';

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

const isExplained = (value: unknown): value is Explained<Json> =>
  isObject(value) &&
  isObject(value['rule']) &&
  Array.isArray(value['inputs']) &&
  Array.isArray(value['steps']) &&
  isObject(value['sentence']);

/** Every explanation that a result holds, in order, however deep. */
export const explanationsIn = (result: unknown): Explained<Json>[] => {
  if (isExplained(result)) return [result];
  return result !== null && typeof result === 'object' ? Object.values(result).flatMap(explanationsIn) : [];
};

/** A place where two results differ, `indicators.3.explained.value.points`; what is absent is undefined. */
export interface Difference {
  readonly path: string;
  readonly stored: unknown;
  readonly computed: unknown;
}

/** Where two results of plain JSON differ. The order of fields does not count. */
export const differencesOf = (stored: unknown, computed: unknown, path = ''): Difference[] => {
  if (stored === computed) return [];
  const both = [stored, computed];
  const comparable = both.every((it) => it !== null && typeof it === 'object') && Array.isArray(stored) === Array.isArray(computed);
  if (!comparable) return [{ path, stored, computed }];
  const [a, b] = both as Record<string, unknown>[];
  return [...new Set([...Object.keys(a!), ...Object.keys(b!)])].flatMap((key) =>
    differencesOf(
      Object.hasOwn(a!, key) ? a![key] : undefined,
      Object.hasOwn(b!, key) ? b![key] : undefined,
      path === '' ? key : `${path}.${key}`,
    ),
  );
};
