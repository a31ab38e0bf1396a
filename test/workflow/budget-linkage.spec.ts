import type { PlannedStage, Policy } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const PLAN: PlannedStage = {
  stage: 'budget-linkage',
  opens: '2023-11-01',
  due: '2023-12-08',
  chain: 'bureau',
  ladder: 'short',
  commentWindow: 5,
};
const RULES: Policy['linkage'] = [{ id: 'kept', when: 'base >= 0', treatment: 'maintain' }];

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;
let department: Caller;
let comments: Owed;
let decisions: Owed;

type Line = Record<string, unknown>;
const list = async (who: Caller, path: string) => (await who.send('get', path).expect(200)).body.items as Line[];
const proposals = (query = '') => list(bureau, `/linkage-proposals?campaign=${year.campaign}${query}`);
const followUp = (query = '') => list(department, `/linkage-follow-up?campaign=${year.campaign}${query}`);
const part = (kind: string): Promise<Owed> => year.part('budget-linkage', kind);
const submit = async (who: Caller, documents: readonly string[]) => {
  const { body } = await who.send('post', '/documents/submit', { documents: documents.map((id) => ({ id })) }).expect(200);
  return (body.results as { outcome: string; refusal?: { code: string; errors?: { path: string }[] } }[]).map(
    ({ outcome, refusal }) => refusal?.errors?.[0]?.path ?? outcome,
  );
};
/** The proposal that a document is about. */
const subject = async (document: string): Promise<Line> => {
  const [row] = await year.rows<{ id: string }>('select subject_id as id from document where campaign_id = $1 and id = $2', document);
  return (await proposals()).find(({ id }) => id === row!.id)!;
};

beforeAll(async () => {
  office = await openApiOffice('2023-11-01T08:00');
  year = await LaunchedYear.launch(
    office,
    [PLAN],
    () => Promise.resolve(),
    ({ linkageBounds: _, ...policy }) => ({ ...policy, linkage: RULES }),
  );
  comments = await part('linkage-comment');
  [bureau, department] = [await office.as(year.bureau), await office.as(comments.debtor)];
});
afterAll(() => office.close());

describe('budget linkage, played through the API', () => {
  it('answers what another table would do, with the sums before and after, and writes nothing', async () => {
    const before = await proposals();
    const path = `/campaigns/${year.campaign}/linkage-what-if`;
    const cut = { id: 'cut', when: 'base >= 0', treatment: 'compress', by: '10%' };
    const { body } = await bureau.send('post', path, { name: 'all-minus-10', linkage: [cut] }).expect(200);
    const sum = (rows: readonly Line[]) => rows.reduce((fen, it) => fen + BigInt((it['baseAmount'] as string).replace('.', '')), 0n);
    const yuan = `${String(sum(before)).slice(0, -2)}.${String(sum(before)).slice(-2)}`;
    expect(body.present.district).toMatchObject({ projects: before.length, before: yuan, after: yuan, change: '0.00' });
    expect(body.other.district.byTreatment.compress).toMatchObject({ projects: before.length, before: yuan });
    expect(body.other.departments).toHaveLength(1);
    expect([body.changedProjects, body.difference]).toEqual([before.length, body.other.district.change]);
    expect(body.difference).toMatch(/^-\d+\.\d\d$/);
    expect(await proposals()).toEqual(before);
    const wrong = await bureau.send('post', path, { name: 'wrong', linkage: [{ when: 'weather > 1', treatment: 'compress' }] }).expect(400);
    expect(wrong.body.errors.map((it: { path: string }) => it.path)).toEqual(['body.linkage.0.when', 'body.linkage.0']);
    await department.send('post', path, { name: 'all-minus-10', linkage: [cut] }).expect(403);
  });

  it('hears the department, whose objection says why; silence about the rest is consent', async () => {
    const [first] = comments.documents;
    await department.fill(first!, { position: 'object', text: '' });
    expect(await submit(department, [first!])).toEqual(['content.text']);
    await department.fill(first!, { position: 'object', text: '明年任务增加。' }, 1);
    expect(await submit(department, [first!])).toEqual(['done']);
    await office.moveTo('2023-11-10T09:00', `obligation/${comments.obligation}`);
    decisions = await part('linkage-decision');
  });

  it('is decided by the bureau, late and reminded; a decision that differs says who, from what to what and why', async () => {
    await office.moveTo('2023-12-11T10:00', `obligation/${decisions.obligation}`);
    const told = await year.rows<{ kind: string }>(
      `select a.detail ->> 'rung' as kind from audit_entry a where a.stream = 'obligation/' || $2::text and a.type = 'rung' and $1::uuid is not null`,
      decisions.obligation,
    );
    expect(told.map(({ kind }) => kind)).toContain('1');
    const [first, second, ...others] = decisions.documents;
    const own = await subject(first!);
    await bureau.fill(first!, { treatment: 'compress', amount: '100.25', reason: ' ' });
    expect(await submit(bureau, [first!])).toEqual(['content.reason']);
    await bureau.fill(first!, { treatment: 'compress', amount: '100.25', reason: '任务已完成大半。' }, 1);
    for (const id of [second!, ...others]) {
      const { proposedTreatment: treatment, proposedAmount: amount } = await subject(id);
      await bureau.fill(id, { treatment, amount, reason: '同意建议。' });
    }
    expect(new Set(await submit(bureau, decisions.documents))).toEqual(new Set(['done']));
    await eventually(async () => expect((await year.stage('budget-linkage')).status).toBe('closed'));
    const [changed, ...more] = await proposals('&overridden=true');
    expect(more).toEqual([]);
    expect(changed).toMatchObject({
      id: own['id'],
      proposedTreatment: 'maintain',
      proposedAmount: own['baseAmount'],
      decidedTreatment: 'compress',
      decidedAmount: '100.25',
      reason: '任务已完成大半。',
      decidedBy: bureau.person,
      overridden: true,
    });
    const { body } = await bureau.send('post', `/campaigns/${year.campaign}/linkage-what-if`, { name: 'same', linkage: RULES }).expect(200);
    expect(body).toMatchObject({ difference: '0.00', changed: [], present: { district: { overridden: 1 } } });
  });

  it('is followed up: what the next year gave stands beside what was decided', async () => {
    const [changed] = await proposals('&overridden=true');
    const of = async (query = '') => (await followUp(query)).filter(({ id }) => id === changed!['id']);
    expect(await of()).toMatchObject([{ decidedAmount: '100.25', requestedAmount: '100.25', approvedBudget: null, difference: null }]);
    expect(await of('&differs=true')).toEqual([]);
    await year.rows(
      `update project n set approved_budget = 150 from campaign c, linkage_proposal l join project p on p.id = l.project_id
       where c.id = $1 and l.id = $2 and n.district_id = p.district_id and n.fiscal_year = p.fiscal_year + 1 and n.code = p.code`,
      changed!['id'],
    );
    expect(await of('&differs=true')).toMatchObject([{ approvedBudget: '150.00', difference: '49.75' }]);
  });
});
