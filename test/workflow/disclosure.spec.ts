import { submissionGate } from '#activities/submission/submission-gate.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import { canonicalHash } from '#contracts/canonical-hash.js';
import type { PlannedStage, Policy } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const PLAN: PlannedStage = { stage: 'disclosure', opens: '2023-10-09', due: '2023-10-31', chain: 'bureau', ladder: 'short' };
const DISCLOSURE: Policy['disclosure'] = {
  duties: [
    { id: 'targets', label: '绩效目标公开', what: ['targets'], within: 5, source: '测试区 2023' },
    { id: 'results', label: '绩效结果公开', what: ['self-evaluations', 'evaluations'] },
  ],
};

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;
let department: Caller;
let secret: string;
let owed: Owed[];

type Line = Record<string, unknown>;
const list = async (who: Caller, path: string) => (await who.send('get', path).expect(200)).body.items as Line[];
const ask = async (who: Caller, transition: string, { documents }: Owed, more: object = {}) => {
  const refs = documents.map((id) => ({ id }));
  const { body } = await who.send('post', `/documents/${transition}`, { documents: refs, ...more }).expect(200);
  return (body.results as { outcome: string; status: string; refusal?: { code: string } }[]).map(
    ({ refusal, status }) => refusal?.code ?? status,
  );
};
const dutyOf = async ({ documents }: Owed): Promise<string> =>
  (await list(bureau, `/disclosure-duties?campaign=${year.campaign}`)).find(({ document }) => document === documents[0])!['duty'] as string;
/** Somebody who files for the unit. */
const clerkOf = async (unit: string): Promise<Caller> => {
  const [row] = await year.rows<{ id: string }>(
    `select g.person_id as id from role_grant g join campaign c on c.id = $1 where g.role = 'unit' and g.unit_id = $2 limit 1`,
    unit,
  );
  return office.as(row!.id);
};
const coverage = () => list(department, `/disclosure-coverage?campaign=${year.campaign}`);

/** The first project of each unit has a self-score; one unit of the three is classified. */
beforeAll(async () => {
  office = await openApiOffice('2023-10-09T08:00', ({ source }) => ({ gate: submissionGate(source) }));
  const change = (policy: Policy): Policy => ({
    ...policy,
    disclosure: DISCLOSURE!,
    objections: { disclosure: { within: 30, decideWithin: 5, ladder: 'short' } },
  });
  const prepare = (it: LaunchedYear) =>
    it.rows(
      `update budget_unit u set classified = true from campaign c where c.id = $1 and u.id = (
         select max(p.unit_id::text)::uuid from project p where p.district_id = c.district_id)`,
    );
  year = await LaunchedYear.launch(office, [PLAN], prepare, change);
  await year.isOpen('disclosure');
  owed = await year.owed('disclosure');
  [bureau, department] = [await office.as(year.bureau), await office.as(owed[0]!.debtor)];
  const [row] = await year.rows<{ id: string }>(
    'select u.id from budget_unit u join campaign c on c.district_id = u.district_id where c.id = $1 and u.classified',
  );
  secret = row!.id;
});
afterAll(() => office.close());

describe('disclosure, played through the API', () => {
  it('lists what is due of whom by the policy, and has no line, count or name of what is classified', async () => {
    const duties = await list(bureau, `/disclosure-duties?campaign=${year.campaign}`);
    expect(new Set(duties.map((it) => `${it['duty'] as string} ${it['dueOn'] as string}`))).toEqual(
      new Set(['targets 2023-10-16', 'results 2023-10-31']),
    );
    expect(duties.filter(({ unit }) => unit === secret)).toEqual([]);
    const units = new Set(duties.map(({ unit }) => unit)).size;
    expect(duties).toHaveLength(2 * units);
    const lines = await coverage();
    expect(lines.map(({ duty, duties: count, published, rate }) => [duty, count, published, rate])).toEqual([
      ['results', units, 0, '0.00'],
      ['targets', units, 0, '0.00'],
    ]);
    expect(JSON.stringify([duties, lines])).not.toContain(secret);
  });

  it('publishes what the duty names when the bureau has confirmed it, with its hash; a return is filed again', async () => {
    const duties = await Promise.all(owed.map(dutyOf));
    const results = owed[duties.indexOf('results')]!;
    for (const id of results.documents) await department.fill(id, SAMPLES.publication);
    expect(new Set(await ask(department, 'submit', results))).toEqual(new Set(['in-review']));
    const reasons = [{ text: '公开网址打不开。' }];
    expect(new Set(await ask(bureau, 'review', results, { verdict: 'return', reasons }))).toEqual(new Set(['returned']));
    await ask(department, 'submit', results);
    expect(new Set(await ask(bureau, 'review', results, { verdict: 'approve' }))).toEqual(new Set(['approved']));
    const public_ = await list(bureau, '/publications');
    expect(public_).toHaveLength(results.documents.length);
    for (const { content, hash, version } of public_) {
      expect([hash, version]).toEqual([canonicalHash(content as never), 1]);
      const { projects } = content as { projects: Line[] };
      expect(projects[0]).toHaveProperty('results');
      expect(projects[0]).not.toHaveProperty('target');
    }
  });

  it('counts what was published after its day as late, and says so when it objected to the day in vain', async () => {
    const duties = await Promise.all(owed.map(dutyOf));
    const targets = owed[duties.indexOf('targets')]!;
    const path = `/obligations/${targets.obligation}`;
    await department.send('post', `${path}/extension-requests`, { dueOn: '2023-10-31', reason: '网站改版。' }).expect(200);
    await bureau.send('post', `${path}/extension-decision`, { grant: false, reason: '不予延期。' }).expect(200);
    await office.moveTo('2023-10-18T10:00', `obligation/${targets.obligation}`);
    for (const id of targets.documents) await department.fill(id, SAMPLES.publication);
    await ask(department, 'submit', targets);
    await ask(bureau, 'review', targets, { verdict: 'approve' });
    const [results, late] = await coverage();
    expect(results).toMatchObject({ duty: 'results', late: 0, rate: '100.00' });
    expect(late).toMatchObject({ duty: 'targets', late: targets.documents.length, rate: '100.00' });
    const [duty] = await list(department, `/disclosure-duties?duty=targets&published=true`);
    expect(duty).toMatchObject({ late: true, version: 1, status: 'approved' });
  });

  it('corrects by a new version with its reason and hash; the earlier one stays, and nothing is corrected without need', async () => {
    const [first] = await list(department, '/publications?sort=publishedAt');
    const path = `/publications/${first!['id'] as string}/corrections`;
    const body = { reason: '项目名称有误' };
    expect((await department.send('post', path, body).expect(409)).body).toMatchObject({ code: 'NOTHING_TO_CORRECT' });
    await department.send('post', path, { reason: ' ' }).expect(400);
    await year.rows(
      `update project p set name = p.name || '（更正）' from campaign c where c.id = $1 and p.district_id = c.district_id and p.unit_id = $2`,
      first!['unit'],
    );
    const { body: made } = await department.send('post', path, body).expect(201);
    expect(made).toMatchObject({ version: 2 });
    const versions = await list(bureau, `/publications/${first!['id'] as string}/versions`);
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, null],
      [2, '项目名称有误'],
    ]);
    expect(versions.map(({ hash }) => hash)).toEqual([first!['hash'], made.hash]);
    const newest = (await list(bureau, '/publications')).filter(({ title, unit }) => title === first!['title'] && unit === first!['unit']);
    expect(newest.map(({ id }) => id)).toEqual([made.id]);
  });

  it('is objected to by the unit; what is sustained is the next version once the record was corrected, what is not stays', async () => {
    const hearings = await year.rows<{ document: string; obligation: string; about: string; unit: string; duty: string }>(
      `select o.id as document, o.obligation_id as obligation, u.document_id as about, o.unit_id as unit, u.duty
       from document o join disclosure_duty u on u.document_id = o.subject_id where o.campaign_id = $1 and o.kind = 'objection'
       order by o.unit_id, u.duty`,
    );
    const [results, targets] = hearings as [(typeof hearings)[number], (typeof hearings)[number]];
    expect([results.duty, targets.duty, targets.unit]).toEqual(['results', 'targets', results.unit]);
    const unit = await clerkOf(results.unit);
    const objected = { position: 'object', text: '项目名称有误，请更正。' };
    for (const { document } of [results, targets]) {
      await unit.fill(document, objected);
      await unit.submit({ documents: [document] });
    }
    const rulings = async () =>
      year.rows<{ document: string; obligation: string; about: string }>(
        `select r.id as document, r.obligation_id as obligation, o.subject_id as about from document r join document o on o.id = r.subject_id
         join obligation b on b.id = r.obligation_id where r.campaign_id = $1 and r.kind = 'objection-ruling' and b.started_at is not null`,
      );
    await eventually(async () => expect(await rulings()).toHaveLength(2));
    const rulingOn = async ({ about }: { about: string }) => (await rulings()).find((it) => it.about === about)!;
    const [sustained, denied] = [await rulingOn(results), await rulingOn(targets)];
    await office.moveTo('2023-11-20T10:00', `obligation/${sustained.obligation}`);
    await eventually(async () => {
      const late = `select from outbox where obligation_id = $2 and kind = 'overdue' and $1::uuid is not null`;
      expect((await year.rows(late, sustained.obligation)).length).toBeGreaterThan(0);
    });
    const decides = async (document: string) => {
      const { body } = await bureau.send('post', '/documents/submit', { documents: [{ id: document }] }).expect(200);
      return (body.results as { refusal?: { errors: { path: string }[] } }[])[0]!.refusal?.errors.map(({ path }) => path) ?? null;
    };
    await bureau.fill(sustained.document, { sustained: true, reason: '项目名称已按批复更正。' });
    expect(await decides(sustained.document)).toEqual(['sustained']);
    await year.rows(`update project set name = name || '（按批复）' where unit_id = $2 and $1::uuid is not null`, results.unit);
    expect(await decides(sustained.document)).toBeNull();
    await bureau.fill(denied.document, { sustained: false, reason: '公开时名称与批复一致。' });
    expect(await decides(denied.document)).toBeNull();
    const newest = async (about: string) =>
      year.rows(
        `select version, reason, corrected_by as by from publication where document_id = $2 and $1::uuid is not null order by version desc limit 1`,
        about,
      );
    expect(await newest(results.about)).toMatchObject([{ reason: '项目名称已按批复更正。', by: bureau.person }]);
    expect((await newest(targets.about))[0]).not.toMatchObject({ by: bureau.person });
  });

  it('lets a unit correct nothing, and shows nothing of a unit from the moment it is classified', async () => {
    const [one] = await list(bureau, '/publications');
    const unit = await clerkOf(one!['unit'] as string);
    await unit.send('post', `/publications/${one!['id'] as string}/corrections`, { reason: '试' }).expect(403);
    const before = await coverage();
    await year.rows('update budget_unit set classified = true where id = $2 and $1::uuid is not null', one!['unit']);
    const after = await coverage();
    expect(after.map(({ duties }) => duties)).toEqual(before.map(({ duties }) => (duties as number) - 1));
    expect(await list(bureau, `/publications?unit=${one!['unit'] as string}`)).toEqual([]);
    expect(await list(bureau, `/publications/${one!['id'] as string}/versions`)).toEqual([]);
    expect(await list(bureau, `/disclosure-duties?unit=${one!['unit'] as string}`)).toEqual([]);
    await bureau.send('post', `/publications/${one!['id'] as string}/corrections`, { reason: '试' }).expect(404);
  });
});
