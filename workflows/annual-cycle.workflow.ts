import { allHandlersFinished, condition, defineQuery, defineSignal, setHandler } from '@temporalio/workflow';
import type { AnnualCycleInput, Progress } from '#contracts/campaign/campaign.contract.js';
import { campaigns } from './shared/activities.js';
import { partClosed } from './shared/parts.js';
import { Year } from './annual-cycle/year.js';
import { takeRequests } from './annual-cycle/requests.js';

export const progress = defineQuery<Progress>('progress');
export const stageClosed = defineSignal<[{ readonly key: string }]>('stageClosed');

/** The year: opens each stage of the plan at its time and closes with the last of them, once all that was filed again is settled. What the bureau asks of it goes through one queue. */
export async function annualCycle({ campaign, stages }: AnnualCycleInput): Promise<void> {
  const year = new Year(stages);
  const requests = takeRequests(campaign, year);
  setHandler(progress, () => year.progress());
  setHandler(stageClosed, ({ key }) => year.close(key));
  setHandler(partClosed, ({ part }) => {
    year.settle(part);
  });

  while (!year.isOver || requests.isWaiting) {
    const ready = year.ready(Date.now());
    if (requests.isWaiting) await requests.answerNext();
    else if (ready) {
      year.set(ready.key, 'opening');
      await campaigns.startStage({ campaign, stage: ready.stage, key: ready.key, name: ready.name });
      year.opened(ready.key);
    } else {
      const news = (): boolean => requests.isWaiting || year.isOver || year.ready(Date.now()) !== undefined;
      const opensAt = year.nextOpening(Date.now());
      if (opensAt === null) await condition(news);
      else await condition(news, Math.max(1, opensAt - Date.now()));
    }
  }
  await condition(allHandlersFinished);
  await campaigns.closeCampaign({ campaign, now: Date.now() });
}
