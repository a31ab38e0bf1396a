import { randomUUID } from 'node:crypto';
import type { Office } from '../support/office.js';
import { openOffice } from '../support/office.js';
import { seedCampaign } from '../support/seed.js';
import type { SeededCampaign } from '../support/seed.js';

let office: Office;
let year: SeededCampaign;

beforeAll(async () => {
  office = await openOffice();
  year = await seedCampaign(office.source);
});

afterAll(() => office.close());

const statuses = async (obligation: string): Promise<string[]> => {
  const rows: { status: string }[] = await office.source.query('select status from document where obligation_id = $1 order by title', [
    obligation,
  ]);
  return rows.map(({ status }) => status);
};

it('records a submission and its approvals, and answers each document', async () => {
  const { obligation, documents, people } = await year.openObligation(office);
  const refs = documents.map((id) => ({ id }));
  const ask = { requestId: randomUUID(), documents: refs };
  const submitted = await office.engine.act(obligation, { ...ask, name: 'submit', actor: people.clerk });
  expect(submitted.map(({ outcome, status }) => [outcome, status])).toEqual(documents.map(() => ['done', 'in-review']));
  expect(await statuses(obligation)).toEqual(['in-review', 'in-review', 'in-review']);

  for (const actor of [people.department, people.bureau]) {
    await office.engine.act(obligation, { name: 'review', verdict: 'approve', requestId: randomUUID(), documents: refs, actor });
  }
  expect(await statuses(obligation)).toEqual(['approved', 'approved', 'approved']);
  const tasks: unknown[] = await office.source.query('select from task where obligation_id = $1', [obligation]);
  expect(tasks).toEqual([]);
});
