import { randomUUID } from 'node:crypto';
import { makeDistrict } from './district.js';
import type { Branch, District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let district: District;
let first: Branch;
let bureau: LoggedIn;

beforeAll(async () => {
  world = await World.begin();
  district = await makeDistrict(world, 'home');
  [first] = district.branches;
  bureau = await world.someone('bureau', { district_id: district.id });
});
afterAll(() => world.end());

const ordered = async (disposal: string): Promise<string> => {
  const answer = await world.insert('document', {
    ...{ obligation_id: first.obligation, district_id: district.id, campaign_id: district.campaign, stage_id: district.stage },
    ...{ kind: 'warning-answer', title: '预警答复', unit_id: first.unit, department_id: first.department, project_id: first.project },
    ...{ status: 'approved', round: 1, content_version: 0, due_at: '2023-08-01T00:00:00Z', changed_at: '2023-08-01T00:00:00Z' },
  });
  const it = { campaign_id: district.campaign, project_id: first.project, answer_id: answer, disposal, correction: '按实际需要压减预算' };
  return world.insert('disposal', { ...it, ordered_at: '2023-08-02T00:00:00Z' });
};
const carryOut = async (id: string, body: object, status: number, caller = bureau) =>
  (await caller.send('post', `/disposals/${id}/execution`, body, { 'idempotency-key': randomUUID() }).expect(status)).body;
const listed = async (id: string) => {
  const { body } = await bureau.send('get', `/disposals?campaign=${district.campaign}`).expect(200);
  return body.items.find((it: { id: string }) => it.id === id);
};

it('an adjustment has the target filed again, by one request of the year however often it is asked for', async () => {
  const id = await ordered('adjust');
  expect((await carryOut(id, {}, 422)).errors).toMatchObject([{ path: 'body.amount', code: 'amount-needed' }]);
  await carryOut(id, { amount: 'much' }, 400);
  expect(world.engine.askedOfYear).toEqual([]);
  expect(await listed(id)).toMatchObject({ disposal: 'adjust', carriedOutAt: null, carriedOutAs: null });
  const answer = await carryOut(id, { amount: '80000.00' }, 200);
  expect(answer.carriedOutAs).toMatch(/^obligation\//);
  expect(world.engine.askedOfYear).toMatchObject([
    {
      campaign: district.campaign,
      name: 'adjustBudget',
      command: {
        project: first.project,
        amount: '80000.00',
        requestId: `disposal/${id}`,
        actor: bureau.person,
        reason: '按实际需要压减预算',
      },
    },
  ]);
  expect(await listed(id)).toMatchObject({ carriedOutAt: expect.any(String), carriedOutAs: answer.carriedOutAs });
  expect((await carryOut(id, { amount: '70000.00' }, 409)).code).toBe('CARRIED_OUT');
  expect(world.engine.askedOfYear).toHaveLength(1);
});

it('a reallocation gives what one project does not need to another: both targets are filed again, the sum stays', async () => {
  const budget = (project: string, yuan: string) =>
    world.source.query('update project set adjusted_budget = $2 where id = $1', [project, yuan]);
  const [, second] = district.branches;
  await budget(first.project, '100000.10');
  await budget(second.project, '5000.00');
  const id = await ordered('reallocate');
  world.engine.askedOfYear.length = 0;
  const paths = async (body: object) => (await carryOut(id, body, 422)).errors.map(({ path }: { path: string }) => path);
  expect(await paths({})).toEqual(['body.amount']);
  expect(await paths({ amount: '60000.00' })).toEqual(['body.to']);
  expect(await paths({ amount: '60000.00', to: first.project })).toEqual(['body.to']);
  const away = await makeDistrict(world, 'elsewhere');
  expect(await paths({ amount: '60000.00', to: away.branches[0].project })).toEqual(['body.to']);
  expect(await paths({ amount: '100000.10', to: second.project })).toEqual(['body.amount']);
  // While the budget of one of them is about to change nothing can be reckoned.
  const pending = await world.insert('budget_adjustment', {
    ...{ campaign_id: district.campaign, project_id: second.project, to_amount: '7000', reason: '追加', obligation_id: second.obligation },
    ...{ request_id: 'other', at: '2023-08-01T00:00:00Z' },
  });
  expect(await paths({ amount: '60000.00', to: second.project })).toEqual(['body.to']);
  await world.source.query('update budget_adjustment set applied_at = now() where id = $1', [pending]);
  expect(world.engine.askedOfYear).toEqual([]);
  const { carriedOutAs } = await carryOut(id, { amount: '60000.00', to: second.project }, 200);
  expect(world.engine.askedOfYear).toMatchObject([
    { name: 'adjustBudget', command: { project: first.project, amount: '60000.00', requestId: `disposal/${id}` } },
    { name: 'adjustBudget', command: { project: second.project, amount: '45000.10', requestId: `disposal/${id}/to` } },
  ]);
  expect(await listed(id)).toMatchObject({ carriedOutAs, reallocatedTo: second.project, reallocatedAmount: '40000.10' });
  expect((await carryOut(id, { amount: '50000.00', to: second.project }, 409)).code).toBe('CARRIED_OUT');
});

it('a cancellation ends the project by the change of the organisation', async () => {
  const id = await ordered('cancel');
  const { carriedOutAs } = await carryOut(id, { reason: '项目终止' }, 200);
  expect(carriedOutAs).toMatch(/^organisation-change\/[0-9a-f-]{36}$/);
  const trail: { type: string; by: string }[] = await world.source.query(
    `select type, detail ->> 'by' as by from audit_entry where stream = $1 and type = 'carryOutDisposal' order by sequence`,
    [`project/${first.project}`],
  );
  expect(trail.at(-1)).toEqual({ type: 'carryOutDisposal', by: carriedOutAs });
});

it('what is only to be corrected, or another district’s, is not carried out', async () => {
  expect((await carryOut(await ordered('correct'), {}, 409)).code).toBe('NOTHING_TO_CARRY_OUT');
  const away = await makeDistrict(world, 'away');
  await carryOut(await ordered('cancel'), {}, 404, await world.someone('bureau', { district_id: away.id }));
  await carryOut(await ordered('cancel'), {}, 403, await world.someone('unit', { unit_id: first.unit }));
});
