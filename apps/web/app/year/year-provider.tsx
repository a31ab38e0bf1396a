import { useState } from 'react';
import type { PropsWithChildren } from 'react';
import { api } from '../../api/client.js';
import { useMe } from '../session/session.js';
import { YearContext } from './year.js';

const KEY = 'jiheng.campaign';

/** Keeps the chosen year in this browser; the newest one that was launched is shown until somebody chooses. */
export const YearProvider = ({ children }: PropsWithChildren) => {
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY));
  // A system administrator has no part in any year.
  const takesPart = useMe().grants.some(({ role }) => role !== 'system');
  const query = { params: { query: { limit: 100 } } };
  const { data, isPending } = api.useQuery('get', '/api/v1/campaigns', query, { enabled: takesPart });
  const campaigns = data?.items ?? [];
  const campaign = campaigns.find(({ id }) => id === chosen) ?? campaigns.find(({ status }) => status !== 'draft') ?? campaigns[0] ?? null;
  const choose = (id: string): void => {
    localStorage.setItem(KEY, id);
    setChosen(id);
  };
  return <YearContext value={{ campaign, campaigns, isRead: !takesPart || !isPending, choose }}>{children}</YearContext>;
};
