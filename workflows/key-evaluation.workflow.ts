import { EVALUATION_PARTS } from '#contracts/campaign/campaign.contract.js';
import type { EvaluationInput } from '#contracts/campaign/campaign.contract.js';
import type { PartClosed } from '#contracts/obligation/obligation.contract.js';
import { evaluations, shortly } from './shared/activities.js';
import { Parts } from './shared/parts.js';

const wasAccepted = (outcome: PartClosed['outcome']): boolean => Boolean(outcome.approved ?? outcome.consented);

/** One evaluated project: plan, draft, comment window, final report. Each part is an obligation of its own; the first that fails ends it. */
export async function keyEvaluation({ evaluation, parent }: EvaluationInput): Promise<void> {
  const parts = new Parts();
  let accepted = true;
  for (const part of EVALUATION_PARTS) {
    const obligation = await evaluations.openEvaluationPart({ evaluation, part, now: Date.now() });
    const [outcome] = await parts.all([obligation]);
    accepted = wasAccepted(outcome!);
    if (!accepted) break;
  }
  await evaluations.closeEvaluation({ evaluation, now: Date.now(), accepted });
  await shortly.tellPartClosed({ workflow: parent, closed: { part: evaluation, outcome: accepted ? { approved: 1 } : { cancelled: 1 } } });
}
