import { randomUUID } from 'node:crypto';
import { organisationChangeWorkflowId } from '#contracts/organisation/organisation.contract.js';
import type { OrganisationChange, ProjectPart } from '#contracts/organisation/organisation.contract.js';
import type { PlannedStage } from '#domain/policy/policy.js';
import { verifyAudit } from '#persistence/audit/verify-audit.js';
import { World } from '../integration/api/world.js';
import { keepHistory } from '../support/histories.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';
import { openVirtualOffice } from '../support/virtual-office.js';
import type { VirtualOffice } from '../support/virtual-office.js';

const MONITORING: PlannedStage = { stage: 'monitoring', opens: '2023-07-03', due: '2023-08-10', chain: 'report', ladder: 'standard' };
const EVALUATION: PlannedStage = { stage: 'key-evaluation', opens: '2023-09-01', due: '2023-10-31', chain: 'bureau', ladder: 'standard' };

interface Unit {
  readonly id: string;
  readonly clerk: string;
  readonly projects: readonly string[];
}

let office: VirtualOffice;
let world: World;
let year: LaunchedYear;
let units: Unit[];

beforeAll(async () => {
  office = await openVirtualOffice('2023-07-03T08:00');
  world = await World.begin({ dataSource: office.source, engine: office.engine, clock: office.clock });
});
afterAll(async () => {
  await world.end();
  await office.close();
});

beforeEach(async () => {
  year = await LaunchedYear.launch(office, [MONITORING, EVALUATION]);
  await year.isOpen('monitoring');
  units = await year.rows<Unit>(
    `select u.id, (select g.person_id from role_grant g where g.unit_id = u.id and g.role = 'unit') as clerk,
       array(select p.id from project p where p.unit_id = u.id order by p.code) as projects
     from budget_unit u join campaign c on c.district_id = u.district_id where c.id = $1 and u.parent_id is not null order by (select count(*) from project p where p.unit_id = u.id) desc, u.code`,
  );
});

const asHttp = (it: OrganisationChange): readonly [string, object] => {
  switch (it.kind) {
    case 'transfer-project':
      return [`/projects/${it.project}/transfer`, { unit: it.unit }];
    case 'cancel-project':
      return [`/projects/${it.project}/cancellation`, {}];
    case 'split-project':
      return [`/projects/${it.project}/split`, { parts: it.parts }];
    case 'merge-projects':
      return ['/projects/merge', { projects: it.projects, code: it.code, name: it.name, unit: it.unit }];
    case 'dissolve-unit':
      return [`/units/${it.unit}/dissolution`, { successor: it.successor }];
  }
};
interface Foreseen {
  readonly code?: string;
  readonly effects?: readonly { readonly follows: string; readonly documents: number; readonly people: readonly string[] }[];
}
/** What the preview says of a change that is then made must be what is made; what it refuses, the change refuses for the same reason. */
const mustForetell = (foreseen: Foreseen, made: Record<string, unknown>): void => {
  if (!foreseen.effects) return expect(foreseen.code).toEqual(made['code']);
  const count = (follows: string): readonly { documents: number }[] => foreseen.effects!.filter((it) => it.follows === follows);
  const cancelled = count('cancelled').reduce((sum, { documents }) => sum + documents, 0);
  expect([count('moved').length, count('reopened').length, cancelled]).toEqual([made['moved'], made['reopened'], made['cancelled']]);
  expect(count('opened').length > 0).toBe(made['arrived'] !== undefined);
};
/** The bureau looks first, then asks over HTTP; the real engine answers. With a key the change may have been made already. */
const change = async (it: OrganisationChange, status = 200, key?: string): Promise<Record<string, unknown>> => {
  const [path, wish] = asHttp(it);
  const bureau = await world.as(year.bureau);
  const foreseen = key === undefined ? await bureau.send('post', '/organisation-changes/preview', it).expect(status) : null;
  const { body } = await bureau
    .send('post', path, { ...wish, reason: '机构改革' }, { 'idempotency-key': key ?? randomUUID() })
    .expect(status);
  if (foreseen) mustForetell(foreseen.body as Foreseen, body as Record<string, unknown>);
  return body as Record<string, unknown>;
};
const owedBy = async (unit: string): Promise<(Owed & { unit: string })[]> => {
  const rows = await year.rows<{ id: string }>(
    'select id from obligation where campaign_id = $1 and unit_id = $2 order by opened_at, id',
    unit,
  );
  return (await year.owed('monitoring')).filter((it) => rows.some(({ id }) => id === it.obligation)).map((it) => ({ ...it, unit }));
};
const told = (obligation: string) =>
  year.rows<{ person: string; reason: string }>(
    `select o.person_id as person, o.detail ->> 'reason' as reason from outbox o where o.kind = 'organisation-changed' and o.obligation_id = $2 and $1::uuid is not null`,
    obligation,
  );
const agency = async (): Promise<string> => {
  const rows = await year.rows<{ id: string }>('select id from agency where district_id = $2 and $1::uuid is not null', year.district);
  return rows[0]!.id;
};
/** How many documents of an obligation stand where, and how. */
const places = async (obligation: string): Promise<Record<string, number>> => {
  const rows = await year.rows<{ at: string; count: number }>(
    `select unit_id || ' ' || status as at, count(*)::int as count from document where campaign_id = $1 and obligation_id = $2 group by 1`,
    obligation,
  );
  return Object.fromEntries(rows.map(({ at, count }) => [at, count]));
};

it('a unit dissolved in July: its successor files what was open, what was closed stays, and everybody is told why', async () => {
  const [former, successor, standIn] = units as [Unit, Unit, Unit];
  const [owed] = await owedBy(former.id);
  const [first, second] = owed!.documents as [string, string];
  const one = { requestId: randomUUID(), documents: [{ id: first }] };
  await office.engine.act(owed!.obligation, { ...one, name: 'submit', actor: former.clerk });
  await year.decideAll({ ...owed!, documents: [first] });

  await office.source.query(
    `insert into delegation (id, from_person_id, to_person_id, from_on, until_on) values ($1, $2, $3, '2023-07-01', '2023-07-31')`,
    [randomUUID(), successor.clerk, standIn.clerk],
  );
  const key = randomUUID();
  const wish: OrganisationChange = { kind: 'dissolve-unit', unit: former.id, successor: successor.id };
  const { body: foreseen } = await (await world.as(year.bureau)).send('post', '/organisation-changes/preview', wish).expect(200);
  expect(foreseen.effects).toMatchObject([{ obligation: owed!.obligation, follows: 'moved', documents: owed!.documents.length - 1 }]);
  expect(foreseen.projects).toBe(former.projects.length);
  expect(foreseen.told.people).toBe(foreseen.effects[0].people.length);
  expect(await told(owed!.obligation)).toEqual([]);
  const answer = await change(wish, 200, key);
  expect(answer).toMatchObject({ moved: 1, reopened: 0, cancelled: 0 });
  expect(await change(wish, 200, key)).toEqual(answer);

  expect(await places(owed!.obligation)).toEqual({ [`${former.id} approved`]: 1, [`${successor.id} open`]: owed!.documents.length - 1 });
  const projects = await year.rows('select from project where unit_id = $2 and $1::uuid is not null', former.id);
  expect(projects).toHaveLength(0);
  const people = await told(owed!.obligation);
  expect(people.map(({ person }) => person)).toEqual(expect.arrayContaining([former.clerk, successor.clerk]));
  expect(new Set(people.map(({ reason }) => reason))).toEqual(new Set(['机构改革']));

  const refs = [{ id: second }];
  const submit = { name: 'submit' as const, requestId: randomUUID(), documents: refs };
  const [refused] = await office.engine.act(owed!.obligation, { ...submit, actor: former.clerk });
  expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'NOT_YOUR_DOCUMENT' } });
  const [filed] = await office.engine.act(owed!.obligation, { ...submit, requestId: randomUUID(), actor: standIn.clerk });
  expect(filed).toMatchObject({ outcome: 'done', status: 'in-review' });
  await keepHistory(office.client, organisationChangeWorkflowId(`${year.bureau}:${key}`), 'organisation-change');
  await keepHistory(office.client, `obligation/${owed!.obligation}`, 'obligation-reseated');
  expect(await change({ ...wish, unit: successor.id, successor: former.id }, 409)).toMatchObject({ code: 'UNIT_DISSOLVED' });
  const bureau = await world.as(year.bureau);
  const { body: list } = await bureau.send('get', `/organisation-changes?unit=${former.id}`).expect(200);
  expect(list.items).toMatchObject([{ kind: 'dissolve-unit', successor: successor.id, reason: '机构改革' }]);
});

it('a cancelled project cancels what is open about it, with the reason, and refuses to be moved afterwards', async () => {
  const [unit, other] = units as [Unit, Unit];
  const [owed] = await owedBy(unit.id);
  const selected = { project: unit.projects[0]!, agency: await agency() };
  const bureau = await world.as(year.bureau);
  const { body: evaluation } = await bureau.send('post', `/campaigns/${year.campaign}/evaluations`, selected).expect(201);
  expect(await change({ kind: 'cancel-project', project: unit.projects[0]! })).toMatchObject({ moved: 0, cancelled: 1 });
  const abandoned = await year.rows<{ status: string }>('select status from evaluation where campaign_id = $1 and id = $2', evaluation.id);
  expect(abandoned).toEqual([{ status: 'abandoned' }]);
  expect(await places(owed!.obligation)).toEqual({ [`${unit.id} cancelled`]: 1, [`${unit.id} open`]: owed!.documents.length - 1 });
  const [entry] = await year.rows<{ reason: string }>(
    `select detail ->> 'reason' as reason from audit_entry where stream = 'obligation/' || $2 and type = 'cancel' and $1::uuid is not null`,
    owed!.obligation,
  );
  expect(entry).toEqual({ reason: '机构改革' });
  const move: OrganisationChange = { kind: 'transfer-project', project: unit.projects[0]!, unit: other.id };
  expect(await change(move, 409)).toMatchObject({ code: 'PROJECT_CANCELLED' });
  expect((await verifyAudit(office.source)).breaches).toEqual([]);
});

it('a department dissolved: its units stand below the successor, whose reviewers decide from now on', async () => {
  const [unit] = units as [Unit];
  const [owed] = await owedBy(unit.id);
  const [department, reviewer] = [randomUUID(), randomUUID()];
  await office.source.query(
    `insert into budget_unit (id, district_id, department_id, code, name) values ($1, $2, $1, 'NEW', '新组建部门')`,
    [department, year.district],
  );
  await office.source.query(
    `insert into person (id, district_id, email, name, password_hash) values ($1, $2, $1::uuid || '@example.org', '新部门审核人', 'none')`,
    [reviewer, year.district],
  );
  await office.source.query(`insert into role_grant (id, person_id, role, unit_id) values ($1, $2, 'department', $3)`, [
    randomUUID(),
    reviewer,
    department,
  ]);
  await year.submit(owed!);
  const [top] = await year.rows<{ id: string }>(
    'select department_id as id from budget_unit where id = $2 and $1::uuid is not null',
    unit.id,
  );
  const wish: OrganisationChange = { kind: 'dissolve-unit', unit: top!.id, successor: department };
  expect(await change(wish)).toMatchObject({ moved: (await year.owed('monitoring')).length });

  const places = await year.rows<{ department: string }>(
    `select distinct department_id as department from (select id, department_id from budget_unit union all select unit_id, department_id from project
       union all select unit_id, department_id from obligation union all select unit_id, department_id from document) t
     where id = $2 and $1::uuid is not null`,
    unit.id,
  );
  expect(places).toEqual([{ department }]);
  const turn = await year.rows<{ person: string }>(
    'select distinct person_id as person from task where obligation_id = $2 and $1::uuid is not null',
    owed!.obligation,
  );
  expect(turn).toEqual([{ person: reviewer }]);
});

it('refuses what cannot be, and what is nobody’s business, and writes nothing then', async () => {
  const [unit, other] = units as [Unit, Unit];
  const project = unit.projects[0]!;
  const clerk = await world.as(unit.clerk);
  await clerk.send('post', `/projects/${project}/cancellation`, { reason: '不做' }, { 'idempotency-key': 'c' }).expect(403);
  await change({ kind: 'cancel-project', project: randomUUID() }, 404);
  const codes: readonly [OrganisationChange, string][] = [
    [{ kind: 'transfer-project', project, unit: unit.id }, 'SAME_UNIT'],
    [{ kind: 'transfer-project', project, unit: randomUUID() }, 'UNKNOWN_SUCCESSOR'],
    [{ kind: 'dissolve-unit', unit: unit.id, successor: unit.id }, 'SAME_UNIT'],
    [{ kind: 'dissolve-unit', unit: unit.id, successor: randomUUID() }, 'UNKNOWN_SUCCESSOR'],
  ];
  const [top] = await year.rows<{ id: string }>(
    'select department_id as id from budget_unit where id = $2 and $1::uuid is not null',
    unit.id,
  );
  const below: OrganisationChange = { kind: 'dissolve-unit', unit: top!.id, successor: other.id };
  for (const [it, code] of [...codes, [below, 'SUCCESSOR_BELOW'] as const]) expect(await change(it, 422)).toMatchObject({ code });
  await office.source.query(`update campaign set status = 'closed' where id = $1`, [year.campaign]);
  expect(await change({ kind: 'cancel-project', project }, 409)).toMatchObject({ code: 'YEAR_CLOSED' });
  expect(await year.rows('select from organisation_change where district_id = $2 and $1::uuid is not null', year.district)).toEqual([]);
});

const figures = async (project: string): Promise<{ budget: string; executed: string; status: string; unit: string }> => {
  const [row] = await year.rows<{ budget: string; executed: string; status: string; unit: string }>(
    `select coalesce(adjusted_budget, initial_budget)::text as budget, coalesce(executed_amount, 0)::text as executed, status, unit_id as unit
     from project where id = $2 and $1::uuid is not null`,
    project,
  );
  return row!;
};
const monitored = async (project: string): Promise<string[]> => {
  const rows = await year.rows<{ status: string }>(
    `select status from document where campaign_id = $1 and project_id = $2 and kind = 'monitoring-report'`,
    project,
  );
  return rows.map(({ status }) => status);
};

it('a project split in two ends, its parts share its money to the fen and are monitored; merged again they are one', async () => {
  const [unit, other] = units as [Unit, Unit];
  const project = unit.projects[0]!;
  await office.source.query('update project set approved_budget = 1000, adjusted_budget = null, executed_amount = 300 where id = $1', [
    project,
  ]);
  const parts: readonly ProjectPart[] = [
    { code: 'S-1', name: '道路保洁（东片）', budget: '600.01', executed: '300' },
    { code: 'S-2', name: '道路保洁（西片）', budget: '399.99', unit: other.id },
  ];
  const split = (it: readonly ProjectPart[] = parts): OrganisationChange => ({ kind: 'split-project', project, parts: it });
  expect(await change(split(parts.map((it) => ({ ...it, budget: '500.01' }))), 422)).toMatchObject({ code: 'BUDGET_DIFFERS' });
  expect(await change(split(parts.map((it) => ({ ...it, executed: '300' }))), 422)).toMatchObject({ code: 'EXECUTED_DIFFERS' });
  expect(await change(split(parts.map((it) => ({ ...it, code: 'S-1' }))), 409)).toMatchObject({ code: 'CODE_TAKEN' });
  expect(await change(split([parts[0]!]), 400)).toMatchObject({ code: 'INVALID' });
  expect((await figures(project)).status).toBe('active');

  const key = randomUUID();
  const answer = await change(split(), 200, key);
  expect(answer).toMatchObject({ moved: 0, reopened: 0, cancelled: 1, arrived: [expect.any(String), expect.any(String)] });
  expect(await change(split(), 200, key)).toEqual(answer);
  const [east, west] = answer['arrived'] as [string, string];
  expect(await figures(project)).toMatchObject({ status: 'cancelled' });
  expect(await figures(east)).toEqual({ budget: '600.01', executed: '300.00', status: 'active', unit: unit.id });
  expect(await figures(west)).toEqual({ budget: '399.99', executed: '0.00', status: 'active', unit: other.id });
  expect([await monitored(project), await monitored(east), await monitored(west)]).toEqual([['cancelled'], ['open'], ['open']]);
  const [owed] = await owedBy(unit.id);
  expect((await told(owed!.obligation)).map(({ person }) => person)).toContain(unit.clerk);
  expect(await change(split(), 409)).toMatchObject({ code: 'PROJECT_CANCELLED' });

  const merge: OrganisationChange = { kind: 'merge-projects', projects: [east, west], code: 'M-1', name: '道路保洁', unit: other.id };
  const bureau = await world.as(year.bureau);
  const selected = { project: east, agency: await agency() };
  const { body: evaluation } = await bureau.send('post', `/campaigns/${year.campaign}/evaluations`, selected).expect(201);
  await office.source.query(`update evaluation set status = 'draft' where id = $1`, [evaluation.id]);
  expect(await change(merge, 409)).toMatchObject({ code: 'EVALUATION_UNDER_WAY' });
  await office.source.query(`update evaluation set status = 'planned' where id = $1`, [evaluation.id]);
  const merged = await change(merge);
  expect(merged).toMatchObject({ cancelled: 2, arrived: [expect.any(String)] });
  const [one] = merged['arrived'] as [string];
  expect(await figures(one)).toEqual({ budget: '1000.00', executed: '300.00', status: 'active', unit: other.id });
  expect(await monitored(one)).toEqual(['open']);
  const { body: list } = await bureau.send('get', `/organisation-changes?district=${year.district}&sort=at`).expect(200);
  const lineages = list.items.map((it: { kind: string; lineage: { fromCode: string; toCode: string }[] }) => [
    it.kind,
    it.lineage.slice(-2).map(({ fromCode, toCode }) => `${fromCode} > ${toCode}`),
  ]);
  expect(lineages).toEqual([
    ['split-project', [expect.stringMatching(/ > S-1$/), expect.stringMatching(/ > S-2$/)]],
    ['merge-projects', ['S-1 > M-1', 'S-2 > M-1']],
  ]);
  expect((await verifyAudit(office.source)).breaches).toEqual([]);
});

it('what is still to be put right about a project that is split goes on with its first part', async () => {
  const [unit, other] = units as [Unit, Unit];
  const [owed] = await owedBy(unit.id);
  const project = unit.projects[0]!;
  await office.source.query(`update obligation set kind = 'disposal-report' where id = $1`, [owed!.obligation]);
  await office.source.query(`update document set kind = 'disposal-report' where obligation_id = $1`, [owed!.obligation]);
  await office.source.query('update project set initial_budget = 10, adjusted_budget = null, executed_amount = null where id = $1', [
    project,
  ]);
  const parts = [
    { code: 'H-1', name: '主承接项目', budget: '4', unit: other.id },
    { code: 'H-2', name: '其他项目', budget: '6' },
  ];
  const answer = await change({ kind: 'split-project', project, parts });
  expect(answer).toMatchObject({ moved: 0, reopened: 1, cancelled: 0 });
  const [heir] = answer['arrived'] as [string, string];
  const fresh = await year.rows<{ debtor: string; status: string }>(
    `select o.terms -> 'seats' -> 'debtor' ->> 0 as debtor, d.status from document d join obligation o on o.id = d.obligation_id
     where d.campaign_id = $1 and d.project_id = $2 and d.kind = 'disposal-report'`,
    heir,
  );
  expect(fresh).toEqual([{ debtor: other.clerk, status: 'open' }]);
});

it('a project that changes hands leaves its unit’s obligation and begins with what was written, late ones with days of grace', async () => {
  const [former, successor] = units as [Unit, Unit];
  const [owed] = await owedBy(former.id);
  const [document] = await year.rows<{ id: string }>(
    'select id from document where campaign_id = $1 and project_id = $2',
    former.projects[0]!,
  );
  await office.source.query(
    `insert into document_content (document_id, version, content, saved_at, saved_by) values ($1, 1, '{"executedAmount":"5.00"}', now(), $2)`,
    [document!.id, former.clerk],
  );
  await office.source.query('update document set content_version = 1 where id = $1', [document!.id]);
  await office.moveTo('2023-08-14T09:00', `obligation/${owed!.obligation}`);

  expect(await change({ kind: 'transfer-project', project: former.projects[0]!, unit: successor.id })).toMatchObject({
    moved: 0,
    reopened: 1,
    cancelled: 0,
  });
  expect(await places(owed!.obligation)).toEqual({ [`${former.id} cancelled`]: 1, [`${former.id} open`]: owed!.documents.length - 1 });
  const [, fresh] = await owedBy(successor.id);
  expect([fresh!.debtor, fresh!.dueOn, fresh!.documents.length]).toEqual([successor.clerk, '2023-08-21', 1]);
  const content = await year.rows<{ amount: string }>(
    `select content ->> 'executedAmount' as amount from document_content where document_id = $2 and $1::uuid is not null`,
    fresh!.documents[0],
  );
  expect(content).toEqual([{ amount: '5.00' }]);
  await year.fileAndApprove(fresh!);
  expect(await places(fresh!.obligation)).toEqual({ [`${successor.id} approved`]: 1 });
});
