import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rehearse } from '../../apps/rehearsal/rehearse.js';
import { SCENARIOS } from '../../apps/rehearsal/scenarios/scenarios.js';
import { staged } from '../../apps/rehearsal/scenarios/scenario.js';
import { loadScript } from '../../apps/rehearsal/script.js';
import { storyOf } from '../../apps/rehearsal/story.js';
import { createDatabase, temporalServer } from '../support/database.js';

const STORIES = new URL('scenarios/', import.meta.url);

/** The stories were read line by line before they were kept; `UPDATE_DOCS=1` writes them anew. */
describe.each(Object.entries(SCENARIOS))('%s', (name, scenario) => {
  it('goes as it is told', async () => {
    const script = staged(await loadScript('gangcheng', 2023), scenario);
    const database = await createDatabase();
    const { address } = temporalServer();
    const servers = { databaseUrl: database.url, temporal: { address, tls: false as const } };
    const outcome = await rehearse(script, servers, { scenario }).finally(() => database.drop());
    const told = storyOf(outcome);
    const file = new URL(`${name}.txt`, STORIES);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, told);
    expect([outcome.closed, outcome.openItems]).toEqual([true, []]);
    expect(existsSync(file)).toBe(true);
    expect(told).toBe(readFileSync(file, 'utf8'));
  }, 240_000);
});
