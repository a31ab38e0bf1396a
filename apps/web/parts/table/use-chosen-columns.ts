import { useMemo, useState } from 'react';
import type { Column } from './column.js';

const keyOf = (table: string): string => `jiheng.columns.${table}`;

const read = (table: string): readonly string[] | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(table)) ?? 'null');
    return Array.isArray(kept) ? kept.filter((it) => typeof it === 'string') : null;
  } catch {
    return null;
  }
};

/** Which columns somebody wants to see, kept in this browser. */
export const useChosenColumns = <T>(table: string, columns: readonly Column<T>[]) => {
  const [chosen, setChosen] = useState(() => read(table));
  const shown = useMemo(() => {
    const wanted = columns.filter(({ key, hidden }) => (chosen ? chosen.includes(key) : !hidden));
    return wanted.length > 0 ? wanted : columns;
  }, [columns, chosen]);
  const choose = (keys: readonly string[] | null): void => {
    if (keys === null) localStorage.removeItem(keyOf(table));
    else localStorage.setItem(keyOf(table), JSON.stringify(keys));
    setChosen(keys);
  };
  return { shown, choose };
};
