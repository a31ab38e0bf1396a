import { patched } from '@temporalio/workflow';
import type { RectificationInput } from '#contracts/campaign/campaign.contract.js';
import { rectifications, shortly } from './shared/activities.js';
import { Parts } from './shared/parts.js';

/**
 * One feedback notice: its items are struck off one by one (照单销号), each on proof that the bureau has accepted. The patch may go when no
 * notice is open that was issued before there were partial reports.
 */
export async function rectification({ notice, parent }: RectificationInput): Promise<void> {
  const parts = new Parts();
  const obligations = await rectifications.openRectification({ notice, now: Date.now() });
  await parts.all(obligations);
  if (patched('rectification-remainders')) await remainders(parts, notice);
  await rectifications.closeRectification({ notice, now: Date.now() });
  await shortly.tellPartClosed({ workflow: parent, closed: { part: notice, outcome: { approved: 1 } } });
}

/** 部分完成: what accepted reports left is owed in obligations of their own, and they may leave something again. */
async function remainders(parts: Parts, notice: string): Promise<void> {
  for (;;) {
    const open = await rectifications.openRectificationItems({ notice });
    if (open.length === 0) return;
    await parts.all(open);
  }
}
