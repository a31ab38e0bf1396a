import { useState } from 'react';

/** Where the browser keeps nothing, work goes on without. */
const read = <T>(key: string, initial: T, isIt: (kept: unknown) => kept is T): T => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isIt(kept) ? kept : initial;
  } catch {
    return initial;
  }
};

const keep = (key: string, it: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(it));
  } catch {
    // Full or forbidden: what is typed stays on the page.
  }
};

/** What somebody types, kept in this browser until it is forgotten: what it is, a way to change it, a way to forget it. */
export const useKept = <T>(key: string, initial: T, isIt: (kept: unknown) => kept is T) => {
  const [value, setValue] = useState(() => read(key, initial, isIt));
  const set = (it: T): void => {
    setValue(it);
    keep(key, it);
  };
  const forget = (): void => {
    setValue(initial);
    localStorage.removeItem(key);
  };
  return [value, set, forget] as const;
};
