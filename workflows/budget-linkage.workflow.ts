import type { LinkageInput } from '#contracts/campaign/campaign.contract.js';
import { linkages, shortly } from './shared/activities.js';
import { Parts } from './shared/parts.js';

/** The year's treatment decisions: proposed by rule, commented on by the departments, decided by the bureau, carried into the next year. */
export async function budgetLinkage({ campaign, parent }: LinkageInput): Promise<void> {
  const parts = new Parts();
  await linkages.proposeLinkage({ campaign, now: Date.now() });
  await parts.all(await linkages.openLinkageComments({ campaign, now: Date.now() }));
  await parts.all(await linkages.openLinkageDecision({ campaign, now: Date.now() }));
  await linkages.carryLinkage({ campaign, now: Date.now() });
  await shortly.tellPartClosed({ workflow: parent, closed: { part: campaign, outcome: { approved: 1 } } });
}
