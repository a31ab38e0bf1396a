import type { EntryFields } from '#domain/target-filing/library.js';

/** ≥ 100 公里; ≥ — 人次 where there is no usual value. */
export const usualOf = ({ operator, usualValue, measureUnit }: Pick<EntryFields, 'operator' | 'usualValue' | 'measureUnit'>): string =>
  [operator, usualValue === '' ? '—' : usualValue, measureUnit].filter((it) => it !== '').join(' ');
