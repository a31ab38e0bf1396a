import type { InfiniteData } from '@tanstack/react-query';

interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Options of `api.useInfiniteQuery` for every list of the API: page after page by cursor. */
export const PAGES = {
  pageParamName: 'cursor',
  // Undefined would be sent as 0.
  initialPageParam: null,
  getNextPageParam: (last: { readonly next: string | null }): string | undefined => last.next ?? undefined,
};

interface Reading<T> {
  readonly data: InfiniteData<PageOf<T>, unknown> | undefined;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isPending: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
  readonly refetch: () => Promise<unknown>;
}

/** A list as a table shows it. */
export interface Listed<T> {
  readonly rows: readonly T[];
  readonly hasMore: boolean;
  readonly isReading: boolean;
  readonly isFirst: boolean;
  readonly error: unknown;
  readonly readMore: () => void;
  readonly readAgain: () => void;
}

export const listed = <T>(query: Reading<T>): Listed<T> => ({
  rows: query.data?.pages.flatMap(({ items }) => items) ?? [],
  hasMore: query.hasNextPage,
  isReading: query.isFetching,
  isFirst: query.isPending,
  error: query.error,
  readMore: () => {
    if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
  },
  readAgain: () => void query.refetch(),
});

/** What was read in one answer, as a table shows it. */
export const whole = <T>(rows: readonly T[]): Listed<T> => ({
  rows,
  hasMore: false,
  isReading: false,
  isFirst: false,
  error: null,
  readMore: () => undefined,
  readAgain: () => undefined,
});
