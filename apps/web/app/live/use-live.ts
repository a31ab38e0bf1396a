import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { pathOf } from '../../api/refresh.js';
import { sessionExpired } from '../session/expired.js';
import { concerned, isFigure } from './concerned.js';
import type { Change } from './concerned.js';

const ADDRESS = '/api/v1/events';
/** Changes of so long are read again together. */
const GATHER_MS = 1_000;
const FIGURES_EVERY_MS = 15_000;
const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 60_000;

const changesOf = (data: unknown): readonly Change[] => {
  try {
    const told = JSON.parse(String(data)) as { readonly changes?: readonly Change[] };
    return told.changes ?? [];
  } catch {
    return [];
  }
};

/** Reads again what is shown, soon and together; what has not been told by name (`resync`) is everything. */
const reader = (queries: QueryClient) => {
  let told: Change[] = [];
  let everything = false;
  let soon: number | undefined;
  let later: number | undefined;
  const figures = (): void => {
    later ??= window.setTimeout(() => {
      later = undefined;
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isFigure(queryKey) });
    }, FIGURES_EVERY_MS);
  };
  const now = (): void => {
    const [changes, all] = [told, everything];
    [soon, told, everything] = [undefined, [], false];
    const about = (key: readonly unknown[]): boolean => !isFigure(key) && pathOf(key) !== '' && (all || concerned(key, changes));
    void queries.invalidateQueries({ predicate: ({ queryKey }) => about(queryKey) });
    if (all || changes.some(({ kind }) => kind !== 'notification')) figures();
  };
  return {
    tell: (changes: readonly Change[] | null): void => {
      if (changes === null) everything = true;
      else told.push(...changes);
      soon ??= window.setTimeout(now, GATHER_MS);
    },
    end: (): void => {
      window.clearTimeout(soon);
      window.clearTimeout(later);
    },
  };
};

/** Listens while the page is open: the browser reconnects a line that dropped, this one after a refusal, each time later. */
const listen = (tell: (changes: readonly Change[] | null) => void): (() => void) => {
  let source: EventSource | undefined;
  let waiting: number | undefined;
  let wait = FIRST_WAIT_MS;
  let missed = false;
  const open = (): void => {
    source = new EventSource(ADDRESS);
    source.onopen = () => {
      wait = FIRST_WAIT_MS;
      if (missed) tell(null);
      missed = false;
    };
    source.addEventListener('changed', ({ data }) => {
      tell(changesOf(data));
    });
    source.addEventListener('resync', () => {
      tell(null);
    });
    source.addEventListener('session-ended', () => {
      source?.close();
      sessionExpired();
      again();
    });
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) again();
    };
  };
  const again = (): void => {
    missed = true;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(open, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };
  open();
  return () => {
    window.clearTimeout(waiting);
    source?.close();
  };
};

/** What others change appears on every page by itself. Used once, by the frame. */
export const useLive = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const { tell, end } = reader(queries);
    const close = listen(tell);
    return () => {
      close();
      end();
    };
  }, [queries]);
};
