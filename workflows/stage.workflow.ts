import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import type { StageInput } from '#contracts/campaign/campaign.contract.js';
import { stages } from './shared/activities.js';
import { Parts } from './shared/parts.js';

/** More parts were opened in this stage (units that came late). */
export const partsAdded = defineSignal<[{ readonly parts: number }]>('partsAdded');

/**
 * One stage of one campaign: opens it for everybody, follows its parts and closes. Counting signals only says when to look; whether
 * anything is still open the tables know, which also hold what acceptance opened on the way.
 */
export async function stage({ campaign, stage, key }: StageInput): Promise<void> {
  const parts = new Parts();
  let expected = 0;
  let settled = 0;
  setHandler(partsAdded, ({ parts: added }) => void (expected += added));

  const open = async (opening: Promise<{ readonly parts: number }>): Promise<number> => {
    const opened = await opening;
    expected += opened.parts;
    if (opened.parts > 0) await stages.startParts({ stage });
    return opened.parts;
  };
  const allClosed = async (): Promise<void> => {
    await condition(() => parts.count >= expected || parts.sawLast);
    for (settled = parts.count; (await stages.countOpenParts({ stage })) > 0; settled = parts.count)
      await condition(() => parts.count > settled);
  };

  await open(stages.openStage({ stage, now: Date.now() }));
  do await allClosed();
  while ((await open(stages.finishStage({ stage, now: Date.now() }))) > 0);
  await stages.closeStage({ stage, now: Date.now() });
  await stages.tellStageClosed({ campaign, key });
}
