import { useState } from 'react';
import type { PropsWithChildren } from 'react';
import { api } from '../../api/client.js';
import { YearContext } from './year.js';

const KEY = 'jiheng.campaign';

/** Keeps the chosen year in this browser; the newest one that was launched is shown until somebody chooses. */
export const YearProvider = ({ children }: PropsWithChildren) => {
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY));
  const { data, isPending } = api.useQuery('get', '/api/v1/campaigns', { params: { query: { limit: 100 } } });
  const campaigns = data?.items ?? [];
  const campaign = campaigns.find(({ id }) => id === chosen) ?? campaigns.find(({ status }) => status !== 'draft') ?? campaigns[0] ?? null;
  const choose = (id: string): void => {
    localStorage.setItem(KEY, id);
    setChosen(id);
  };
  return <YearContext value={{ campaign, campaigns, isRead: !isPending, choose }}>{children}</YearContext>;
};
