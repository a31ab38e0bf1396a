import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** The path of the API that a query reads; empty for any other. */
export const pathOf = ([, path]: QueryKey): string => (typeof path === 'string' ? path : '');

/** Reads again what is shown and begins with one of these paths of the API; the rest is read again when it is next looked at. */
export const refresh = (queries: QueryClient, paths: readonly string[]): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => paths.some((it) => pathOf(queryKey).startsWith(it)) });

/** After a change: `await refresh('/api/v1/documents', '/api/v1/tasks')`. */
export const useRefresh = () => {
  const queries = useQueryClient();
  return (...paths: readonly string[]): Promise<void> => refresh(queries, paths);
};
