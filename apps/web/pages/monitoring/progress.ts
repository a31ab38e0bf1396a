import { useMemo } from 'react';
import { exact, show, sum } from '#domain/score/exact.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useEverything } from '../../api/everything.js';
import { PAGES } from '../../api/pages.js';

export type Progress = Schemas['ExecutionProgress'];

/** Per cent of the budget; null without a budget. */
export const rateOf = ({ executed, budget }: Pick<Progress, 'executed' | 'budget'>): string | null =>
  budget === null || exact(budget).equals(0) ? null : show(exact(executed).div(exact(budget)).mul(100));

/** All figures of a campaign by day, oldest first. */
export const useProgress = (campaign: string) =>
  useEverything(
    api.useInfiniteQuery(
      'get',
      '/api/v1/campaigns/{campaign}/execution-progress',
      { params: { path: { campaign }, query: { limit: 500 } } },
      PAGES,
    ),
  );

const newest = (figures: readonly Progress[]): ReadonlyMap<string, Progress> => new Map(figures.map((it) => [it.project, it]));

/** The newest figure of each project; `figures` oldest first. */
export const useNewest = (figures: readonly Progress[]): readonly Progress[] =>
  useMemo(() => [...newest(figures).values()].sort((a, b) => a.projectCode.localeCompare(b.projectCode)), [figures]);

export interface TrendPoint {
  readonly day: string;
  readonly executed: string;
  readonly rate: string;
}

/** Executed against budget by day, over the projects of which a figure is known on that day: the newest of each, summed. */
export const trendOf = (figures: readonly Progress[]): readonly TrendPoint[] => {
  const known = figures.filter((it) => rateOf(it) !== null);
  const days = [...new Set(known.map(({ day }) => day))];
  return days.map((day) => {
    const until = [...newest(known.filter((it) => it.day <= day)).values()];
    const executed = sum(until.map((it) => it.executed));
    const budget = sum(until.flatMap((it) => it.budget ?? []));
    return { day, executed: show(executed), rate: show(executed.div(budget).mul(100)) };
  });
};
