import type { OrganisationChangeAnswer, OrganisationChangeInput } from '#contracts/organisation/organisation.contract.js';
import { organisations } from './shared/activities.js';

/** One change of the organisation (划转、撤销、撤并): written whole or refused, and followed by everything that is open, whatever fails on the way. */
export async function organisationChange(input: OrganisationChangeInput): Promise<OrganisationChangeAnswer> {
  const { change } = await organisations.applyOrganisationChange({ ...input, now: Date.now() });
  return organisations.followOrganisationChange({ change });
}
