import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { http } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { csrfToken } from '../session-token.js';

export type Session = Schemas['Session'];
export type RoleName = Session['grants'][number]['role'];

export const SESSION_KEY = ['session'] as const;

const readSession = async (): Promise<Session | null> => {
  const { data, response } = await http.GET('/api/v1/session');
  if (response.status === 401) return null;
  if (!data) throw new Error('The session could not be read.');
  csrfToken.set(data.csrfToken);
  return data;
};

/** Who is logged in; null: nobody. */
export const useSession = () => useQuery({ queryKey: SESSION_KEY, queryFn: readSession, staleTime: 60_000 });

/** Who is logged in, on pages that only they see. @throws Error outside the frame */
export const useMe = (): Session => {
  const { data } = useSession();
  if (!data) throw new Error('Nobody is logged in.');
  return data;
};

export const hasRole = ({ grants }: Session, ...roles: readonly RoleName[]): boolean => grants.some(({ role }) => roles.includes(role));

/** Takes over a log-in, its token included. */
export const useEnter = () => {
  const queries = useQueryClient();
  return (session: Session): void => {
    csrfToken.set(session.csrfToken);
    queries.setQueryData(SESSION_KEY, session);
  };
};

export const useLeave = () => {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    await http.DELETE('/api/v1/session');
    queries.clear();
    queries.setQueryData(SESSION_KEY, null);
  };
};

/** The title of the browser's tab. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = title === '' ? '绩衡' : `${title} · 绩衡`;
  }, [title]);
};
