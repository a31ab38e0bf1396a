import { useEffect } from 'react';
import { listed } from './pages.js';
import type { Listed } from './pages.js';

type Reading<T> = Parameters<typeof listed<T>>[0];

/** A list of which all pages are read, one after the other: for sums and drawings that need the whole. */
export const useEverything = <T>(query: Reading<T>): Listed<T> => {
  const list = listed(query);
  const { hasNextPage, isFetching, error, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  return list;
};
