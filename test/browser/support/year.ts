import { openYear } from '../../../apps/rehearsal/rehearsed-year.js';
import type { RehearsedYear } from '../../../apps/rehearsal/rehearsed-year.js';
import { REHEARSAL_PASSWORD } from '../../../apps/rehearsal/house.js';
import { ApiClient } from '../../../apps/rehearsal/cast/api-client.js';
import { loadScript } from '../../../apps/rehearsal/script.js';
import { createDatabase, temporalServer } from '../../support/database.js';

export const PASSWORD = REHEARSAL_PASSWORD;

/** Somebody of the rehearsed district: `as('unit.213001')`. */
export const as = (account: string): string => `${account}@gangcheng.example`;

export interface BrowsedYear extends RehearsedYear {
  readonly client: (account: string) => ApiClient;
}

/** Gangcheng's year 2023 in virtual time: scripted people do what nobody does in the browser. */
export const browsedYear = async (): Promise<BrowsedYear> => {
  const database = await createDatabase();
  const year = await openYear(await loadScript('gangcheng', 2023), {
    databaseUrl: database.url,
    temporal: { address: temporalServer().address, tls: false },
  });
  const close = async (): Promise<void> => {
    await year.close();
    await database.drop();
  };
  return { ...year, close, client: (account) => new ApiClient(`${year.address}/api/v1`, as(account), PASSWORD) };
};
