import { useMemo, useState } from 'react';

export interface Selection<T> {
  readonly rows: readonly T[];
  readonly isAll: boolean;
  has(row: T): boolean;
  /** With `range`, everything between the last toggled row and this one follows it. */
  toggle(row: T, range: boolean): void;
  toggleAll(): void;
  clear(): void;
}

/** Which rows are chosen, by their keys: rows that are read again stay chosen. It stays the same object while nothing of it changes. */
export const useSelection = <T>(rows: readonly T[], keyOf: (row: T) => string): Selection<T> => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  return useMemo(() => {
    const between = (row: T): readonly T[] => {
      const [a, b] = [rows.findIndex((it) => keyOf(it) === last), rows.indexOf(row)];
      return a < 0 ? [row] : rows.slice(Math.min(a, b), Math.max(a, b) + 1);
    };
    // A list may be long, and mostly nothing of it is chosen.
    const isAll = chosen.size > 0 && rows.length > 0 && rows.every((it) => chosen.has(keyOf(it)));
    return {
      rows: chosen.size === 0 ? [] : rows.filter((it) => chosen.has(keyOf(it))),
      isAll,
      has: (row) => chosen.has(keyOf(row)),
      toggle: (row, range) => {
        const next = new Set(chosen);
        const wanted = !chosen.has(keyOf(row));
        for (const it of range ? between(row) : [row]) {
          if (wanted) next.add(keyOf(it));
          else next.delete(keyOf(it));
        }
        setChosen(next);
        setLast(keyOf(row));
      },
      toggleAll: () => {
        setChosen(isAll ? new Set() : new Set(rows.map(keyOf)));
      },
      clear: () => {
        setChosen(new Set());
      },
    };
  }, [rows, keyOf, chosen, last]);
};
