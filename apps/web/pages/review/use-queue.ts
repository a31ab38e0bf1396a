import { useSearchParams } from 'react-router';
import { useCalendar } from '../../app/year/year.js';
import { useTasks } from '../documents/use-document.js';
import type { Task } from '../documents/use-document.js';

const FILTERS = ['stage', 'kind', 'unit', 'overdue', 'again'] as const;
export type FilterName = (typeof FILTERS)[number];

/** What waits for one's review, oldest due first, by filters that stand in the address; `open` is the one that is read. */
export const useQueue = () => {
  const [search, setSearch] = useSearchParams();
  const tasks = useTasks();
  const { data: calendar } = useCalendar();
  const waiting = tasks.rows.filter(({ doing }) => doing === 'review');
  const wanted = Object.fromEntries(FILTERS.map((it) => [it, search.get(it)])) as Readonly<Record<FilterName, string | null>>;
  const isOverdue = ({ dueAt }: Task): boolean => calendar !== undefined && Date.parse(dueAt) <= Date.parse(calendar.now);
  const rows = waiting.filter(
    (it) =>
      (wanted.stage === null || it.stage === wanted.stage) &&
      (wanted.kind === null || it.kind === wanted.kind) &&
      (wanted.unit === null || it.unit === wanted.unit) &&
      (wanted.overdue === null || isOverdue(it)) &&
      (wanted.again === null || it.round > 1),
  );
  const change = (changes: Readonly<Record<string, string | null>>): void => {
    setSearch(
      (it) => {
        for (const [key, value] of Object.entries(changes)) {
          if (value === null) it.delete(key);
          else it.set(key, value);
        }
        return it;
      },
      { replace: true },
    );
  };
  const open = search.get('open');
  const place = rows.findIndex(({ document }) => document === open);
  return {
    ...{ tasks, waiting, rows, wanted, change, open, place },
    isFiltered: FILTERS.some((it) => wanted[it] !== null),
    clear: () => {
      change(Object.fromEntries(FILTERS.map((it) => [it, null])));
    },
    /** Goes on by so many places. */
    go: (by: number) => {
      const next = rows[Math.min(rows.length - 1, Math.max(0, place + by))];
      if (next) change({ open: next.document, tab: null });
    },
  };
};

export type Queue = ReturnType<typeof useQueue>;
