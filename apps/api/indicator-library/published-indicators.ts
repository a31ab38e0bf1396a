import { readFile } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import { readLibraryTable } from '#contracts/import/indicator-library.js';
import { IndicatorEntryRepository } from '#persistence/campaign/indicator-entry.repository.js';
import { shippedPath } from '#platform/shipped.js';
import { readTable } from '#platform/tables/read-table.js';
import { putEntries } from './put-entries.js';

const FILE = 'policies/indicators/published.csv';

/** Templates by sector from published reports of districts, put into a district's library by the same reading and checks as an upload. */
export async function loadPublishedIndicators(manager: EntityManager, district: string, at: Date): Promise<void> {
  const { entries, errors } = readLibraryTable(await readTable(await readFile(shippedPath(FILE))));
  if (errors.length > 0) throw new Error(`${FILE}: ${errors.map(({ path, zh }) => `${path} ${zh}`).join('; ')}`);
  await putEntries(manager, new IndicatorEntryRepository(), { district, entries: entries.map(({ entry }) => entry), actor: null, at });
}
