import type { AgencyReplacementAnswer, AgencyReplacementInput } from '#contracts/evaluation/agency-replacement.contract.js';
import { agencyReplacements } from './shared/activities.js';

/** 改派机构: another agency takes over a running evaluation; written whole or refused, and followed by everything that is open. */
export async function agencyReplacement(input: AgencyReplacementInput): Promise<AgencyReplacementAnswer> {
  await agencyReplacements.replaceAgency({ ...input, now: Date.now() });
  const { evaluation, reason, requestId } = input;
  return agencyReplacements.followReplacement({ evaluation, reason, requestId });
}
