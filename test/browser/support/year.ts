import { ensureFirstAdministrator } from '#persistence/access/first-administrator.js';
import { Clock } from '#platform/clock.js';
import { openYear } from '../../../apps/rehearsal/rehearsed-year.js';
import type { RehearsedYear } from '../../../apps/rehearsal/rehearsed-year.js';
import { REHEARSAL_PASSWORD } from '../../../apps/rehearsal/house.js';
import { ApiClient } from '../../../apps/rehearsal/cast/api-client.js';
import type { Script } from '../../../apps/rehearsal/script.js';
import { browsedScript } from './script.js';
import { createDatabase, temporalServer } from '../../support/database.js';

/** The system administrator, who belongs to no district. */
export const ADMINISTRATOR = 'administrator';

/** Somebody of the rehearsed district: `as('unit.213001')`. */
export const as = (account: string): string => `${account}@gangcheng.example`;

export interface BrowsedYear extends RehearsedYear {
  readonly client: (account: string) => ApiClient;
  /** What somebody logs in with. */
  readonly credentials: (account: string) => { readonly email: string; readonly password: string };
}

/** Gangcheng's year 2023 in virtual time, or that of another script without an adjusted budget: scripted people do what nobody does in the browser. */
export const browsedYear = async (script?: Script): Promise<BrowsedYear> => {
  const database = await createDatabase();
  const servers = { databaseUrl: database.url, temporal: { address: temporalServer().address, tls: false as const } };
  const year = await openYear(script ?? (await browsedScript()), servers, { adjustsBudget: script === undefined });
  const close = async (): Promise<void> => {
    await year.close();
    await database.drop();
  };
  const administrator = await ensureFirstAdministrator(year.source, new Clock());
  const credentials: BrowsedYear['credentials'] = (account) =>
    account === ADMINISTRATOR && administrator ? administrator : { email: as(account), password: REHEARSAL_PASSWORD };
  return { ...year, close, credentials, client: (account) => new ApiClient(`${year.address}/api/v1`, as(account), REHEARSAL_PASSWORD) };
};
