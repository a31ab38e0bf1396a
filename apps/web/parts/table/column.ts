import type { ReactNode } from 'react';

/** A column of a table: its text is what is exported and printed, `show` what is seen when that is more than text. */
export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly text: (row: T) => string;
  readonly show?: (row: T) => ReactNode;
  readonly align?: 'right' | 'center';
  /** Stays in place when the table is scrolled sideways. */
  readonly fixed?: boolean;
  /** Not shown until somebody chooses it. */
  readonly hidden?: boolean;
}
