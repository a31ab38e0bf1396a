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

it('lets one of two win who decide on the same documents at once, and tells the other so', async () => {
  const { obligation, documents, people } = await year.openObligation(office);
  const refs = documents.map((id) => ({ id }));
  await office.engine.act(obligation, { name: 'submit', requestId: randomUUID(), documents: refs, actor: people.clerk });
  const review = (actor: string, verdict: 'approve' | 'return') =>
    office.engine.act(obligation, {
      ...{ name: 'review', verdict, requestId: randomUUID(), actor, reasons: [{ text: '请补充。' }] },
      documents: documents.map((id) => ({ id, round: 1 })),
    });
  await review(people.department, 'approve');
  const both = await Promise.allSettled([review(people.bureau, 'approve'), review(people.secondBureau, 'return')]);
  const outcomes = both.map((it) =>
    it.status === 'fulfilled' ? it.value.map(({ outcome, refusal }) => refusal?.code ?? outcome) : it.reason,
  );
  const won = outcomes.findIndex((it) => Array.isArray(it) && it.every((outcome) => outcome === 'done'));
  expect(won).toBeGreaterThanOrEqual(0);
  const lost = outcomes[1 - won];
  const clear = Array.isArray(lost) ? lost : [(lost as { code: string }).code];
  expect(['ALREADY_CLOSED', 'NOT_IN_REVIEW']).toEqual(expect.arrayContaining(clear));
  expect(new Set(await statuses(obligation))).toEqual(new Set([won === 0 ? 'approved' : 'returned']));
  const entries: unknown[] = await office.source.query(`select from audit_entry where stream = $1 and type = 'review'`, [
    `obligation/${obligation}`,
  ]);
  expect(entries).toHaveLength(2);
});

it('answers a request that is asked twice at once the same, and does it once', async () => {
  const { obligation, documents, people } = await year.openObligation(office);
  const ask = { name: 'submit', requestId: randomUUID(), documents: documents.map((id) => ({ id })), actor: people.clerk } as const;
  const [one, other] = await Promise.all([office.engine.act(obligation, ask), office.engine.act(obligation, ask)]);
  expect(other).toEqual(one);
  const entries: unknown[] = await office.source.query(`select from audit_entry where stream = $1`, [`obligation/${obligation}`]);
  expect(entries).toHaveLength(2);
});

it('runs on threads that keep no stack of each promise', async () => {
  const { obligation } = await year.openObligation(office);
  const stacks = office.client.workflow.getHandle(`obligation/${obligation}`).query<string>('__stack_trace');
  await expect(stacks).rejects.toThrow('stack traces are not enabled');
});
