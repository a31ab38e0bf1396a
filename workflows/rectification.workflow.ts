import type { RectificationInput } from '#contracts/campaign/campaign.contract.js';
import { rectifications, shortly } from './shared/activities.js';
import { Parts } from './shared/parts.js';

/** One feedback notice: its items are struck off one by one (照单销号), each on proof that the bureau has accepted. */
export async function rectification({ notice, parent }: RectificationInput): Promise<void> {
  const parts = new Parts();
  const obligations = await rectifications.openRectification({ notice, now: Date.now() });
  await parts.all(obligations);
  await rectifications.closeRectification({ notice, now: Date.now() });
  await shortly.tellPartClosed({ workflow: parent, closed: { part: notice, outcome: { approved: 1 } } });
}
