import { useMemo } from 'react';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useEverything } from '../../api/everything.js';
import { PAGES } from '../../api/pages.js';

export type MonitoringLight = Schemas['MonitoringLight'];

/** The light of every project of a campaign, with its reasons. */
export const useLights = (campaign: string): ReadonlyMap<string, MonitoringLight> => {
  const { rows } = useEverything(
    api.useInfiniteQuery('get', '/api/v1/monitoring-lights', { params: { query: { campaign, limit: 500 } } }, PAGES),
  );
  return useMemo(() => new Map(rows.map((it) => [it.project, it])), [rows]);
};
