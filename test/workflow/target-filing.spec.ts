import { submissionGate } from '#activities/submission/submission-gate.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import type { PlannedStage } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const FILING: PlannedStage = { stage: 'target-filing', opens: '2023-03-01', due: '2023-03-15', chain: 'filing', ladder: 'standard' };
const RULES = {
  required: { wholeDepartment: ['tasks'] },
  approvalReply: { number: '测财绩〔{year}〕{serial}号', issuer: '测试区财政局' },
};

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;

beforeAll(async () => {
  office = await openApiOffice('2023-03-01T08:00', ({ source }) => ({ gate: submissionGate(source) }));
  year = await LaunchedYear.launch(office, [FILING], async (it) => {
    await it.rows(`update campaign set policy = policy || $2 where id = $1`, { targetFiling: RULES });
    await it.rows(
      `update project p set attribute = 'continuing', class = 'ordinary' from campaign c where c.id = $1 and p.district_id = c.district_id`,
    );
  });
  await year.isOpen('target-filing');
  bureau = await office.as(year.bureau);
});
afterAll(() => office.close());

const [road, , , people] = SAMPLES.target.indicators;
const whole = {
  ...SAMPLES.target,
  indicators: [
    ...SAMPLES.target.indicators,
    { ...people!, level3: '投诉办结率', level2: '质量指标', weight: '10', level1: '产出' as const },
  ],
  tasks: [{ name: '道路保洁', content: '全年保洁道路', amount: '32011800.00' }],
};

const save = async (unit: Caller, document: string, content: unknown) => {
  const { headers } = await unit.send('get', `/documents/${document}`);
  return unit.send('put', `/documents/${document}/content`, content, { 'if-match': headers['etag'] as string });
};
const ask = async (who: Caller, transition: string, documents: readonly string[], more: object = {}) =>
  (await who.send('post', `/documents/${transition}`, { documents: documents.map((id) => ({ id })), ...more })).body as {
    results: { outcome: string; status: string; refusal?: { code: string; errors?: { path: string }[] } }[];
  };
const comments = async (who: Caller, document: string, query = '?open=true') =>
  (await who.send('get', `/documents/${document}/review-comments${query}`)).body.items as Record<string, unknown>[];
const reply = (...documents: string[]) => bureau.send('post', '/approval-replies', { campaign: year.campaign, documents });

/** A unit's documents: its projects' first, then the one of the unit as a whole. */
const ordered = async ({ obligation }: Owed): Promise<string[]> => {
  const rows = await year.rows<{ id: string }>(
    `select id from document where campaign_id = $1 and obligation_id = $2 order by project_id is null, title`,
    obligation,
  );
  return rows.map(({ id }) => id);
};
const fileAll = async (unit: Caller, documents: readonly string[]) => {
  for (const [i, id] of documents.entries()) await save(unit, id, i === documents.length - 1 ? whole : SAMPLES.target);
  return ask(unit, 'submit', documents);
};

describe('target filing, played through the API', () => {
  let first: Owed;
  let documents: string[];
  let unit: Caller;
  let department: Caller;

  beforeAll(async () => {
    [first] = (await year.owed('target-filing')) as [Owed];
    documents = await ordered(first);
    [unit, department] = [await office.as(first.debtor), await office.as(first.department)];
  });

  it('refuses the form of a unit as a whole that lacks what the policy demands, and names the field', async () => {
    const last = documents.at(-1)!;
    await save(unit, last, { ...whole, tasks: [] });
    const { results } = await ask(unit, 'submit', [last]);
    expect(results[0]!.refusal).toMatchObject({ code: 'NOT_ACCEPTED', errors: [{ path: 'tasks', code: 'required-field' }] });
    expect((await fileAll(unit, documents)).results.map(({ outcome }) => outcome)).toEqual(documents.map(() => 'done'));
  });

  it('shows a returned filing’s comments field by field until a new version answers them', async () => {
    const [document] = documents as [string];
    const reasons = [{ document, field: 'content.indicators.0.targetValue', text: '请核实里程' }];
    const { results } = await ask(department, 'review', [document], { verdict: 'return', reasons });
    expect(results[0]).toMatchObject({ outcome: 'done', status: 'returned' });
    const open = { field: 'indicators.0.targetValue', label: '绩效指标“保洁道路里程” 指标值', text: '请核实里程', open: true, version: 1 };
    expect(await comments(unit, document)).toEqual([expect.objectContaining({ ...open, changed: false })]);

    const [, ...others] = SAMPLES.target.indicators;
    await save(unit, document, { ...SAMPLES.target, indicators: [...others, { ...road!, targetValue: '130' }] });
    expect(await comments(unit, document)).toEqual([expect.objectContaining({ ...open, changed: true })]);
    await ask(unit, 'submit', [document]);
    expect(await comments(unit, document)).toEqual([]);
    expect(await comments(unit, document, '')).toEqual([expect.objectContaining({ ...open, open: false, changed: true })]);
  });

  it('tells the reviewer what changed since, and everybody which version was what', async () => {
    const [document] = documents as [string];
    const { body } = await department.send('get', `/documents/${document}/difference`);
    expect([body.from.version, body.to.version]).toEqual([1, 2]);
    expect(body.changes).toEqual([
      {
        path: 'indicators.3.targetValue',
        was: 'indicators.0.targetValue',
        label: '绩效指标“保洁道路里程” 指标值',
        kind: 'changed',
        before: '120',
        after: '130',
      },
    ]);
    const { items } = (await unit.send('get', `/documents/${document}/versions?limit=1`)).body as {
      items: { version: number; marks: object[] }[];
    };
    expect(items).toEqual([expect.objectContaining({ version: 2, marks: [expect.objectContaining({ mark: 'filed', round: 2 })] })]);
    const old = await unit.send('get', `/documents/${document}/versions/1`);
    expect(old.body.content).toEqual(SAMPLES.target);
    expect((await unit.send('get', `/documents/${document}/versions/9`)).status).toBe(404);
    const [, second] = (await year.owed('target-filing')) as [Owed, Owed];
    const stranger = await office.as(second.debtor);
    for (const part of ['versions', 'versions/1', 'difference', 'review-comments', 'indicator-origins', 'ex-ante']) {
      expect([part, (await stranger.send('get', `/documents/${document}/${part}`)).status]).toEqual([part, 404]);
    }
  });

  it('lets a section object and send a filing back to the department’s step', async () => {
    await ask(department, 'review', documents, { verdict: 'approve' });
    const [turn] = await year.rows<{ person: string }>(
      `select t.person_id as person from task t join document d on d.id = t.document_id where d.campaign_id = $1 and d.id = $2`,
      documents[0],
    );
    const section = await office.as(turn!.person);
    const reasons = [{ document: documents[0], text: '归口科室有异议：指标未覆盖全部支出。' }];
    const objected = await ask(section, 'review', [documents[0]!], { verdict: 'return', to: 'department', reasons });
    expect(objected.results[0]).toMatchObject({ outcome: 'done', status: 'in-review' });
    expect(await comments(unit, documents[0]!)).toEqual([expect.objectContaining({ field: null, label: null, open: true })]);
    await year.decideAll({ ...first, documents });
  });

  it('replies to all of a department in one numbered letter, or to none', async () => {
    const [, second] = (await year.owed('target-filing')) as [Owed, Owed];
    const open = await reply(...documents, second.documents[0]!);
    expect(open.body.errors).toEqual([
      expect.objectContaining({ path: `body.documents.${String(documents.length)}`, code: 'not-approved' }),
    ]);
    const { body } = await reply(...documents);
    expect(body.replies).toEqual([
      expect.objectContaining({ number: '测财绩〔2023〕1号', documents: documents.length, issuedOn: '2023-03-01' }),
    ]);
    const twice = await reply(documents[0]!);
    expect(twice.body.errors[0]).toMatchObject({ code: 'replied', zh: '已由测财绩〔2023〕1号批复' });
    const [{ id }] = body.replies as [{ id: string }];
    const text = (await unit.send('get', `/approval-replies/${id}/text`)).text;
    expect(text).toContain('测财绩〔2023〕1号');
    expect(text).toContain('产出／数量指标／保洁道路里程：≥130公里（权重30，核心指标）');
    const { body: told } = await unit.send('get', '/notifications').expect(200);
    expect((told.items as { kind: string }[]).filter(({ kind }) => kind === 'approval-reply-issued')).toEqual([
      expect.objectContaining({ title: '测财绩〔2023〕1号 2023年度绩效目标批复', letter: { type: 'approval-reply', id }, readAt: null }),
    ]);
    const stranger = await office.as(second.debtor);
    expect((await stranger.send('get', `/approval-replies/${id}`)).status).toBe(404);
    expect((await stranger.send('post', '/approval-replies', {})).status).toBe(403);
  });

  it('locks what was replied to, in the API and in the tables', async () => {
    const locked = await save(unit, documents[0]!, whole);
    expect([locked.status, locked.body.code, locked.body.details]).toEqual([409, 'LOCKED', { number: '测财绩〔2023〕1号' }]);
    await expect(
      year.rows(`update document_content set content = '{}' where $1::uuid is not null and document_id = $2`, documents[0]),
    ).rejects.toThrow('final');
    await expect(year.rows('delete from approval_reply where campaign_id = $1')).rejects.toThrow('final');
  });

  it('takes a late filing, after the unit was told that it is overdue', async () => {
    const [, second] = (await year.owed('target-filing')) as [Owed, Owed];
    await office.moveTo('2023-03-17T10:00', `obligation/${second.obligation}`);
    const told = await year.rows<{ kind: string }>(
      `select distinct x.kind from outbox x join obligation o on o.id = x.obligation_id where o.campaign_id = $1 and o.id = $2`,
      second.obligation,
    );
    expect(told.map(({ kind }) => kind)).toContain('overdue');
    const late = await ordered(second);
    const late1 = await office.as(second.debtor);
    expect((await fileAll(late1, late)).results.map(({ outcome }) => outcome)).toEqual(late.map(() => 'done'));
    await year.decideAll({ ...second, documents: late });
    const { body } = await reply(...late);
    expect(body.replies).toEqual([expect.objectContaining({ number: '测财绩〔2023〕2号', issuedOn: '2023-03-17' })]);
  });

  it('changes an approved target only by filing again, which a new reply approves in place of the old one', async () => {
    const [row] = await year.rows<{ project: string }>(
      'select project_id as project from document where campaign_id = $1 and id = $2',
      documents[0],
    );
    const { detail } = await year.ask('adjustBudget', { project: row!.project, amount: '30000000.00', reason: '年中压减' });
    const again = (await year.owed('target-filing')).find((it) => it.obligation === detail['obligation'])!;
    await eventually(async () =>
      expect(
        await year.rows('select 1 from obligation where campaign_id = $1 and id = $2 and started_at is not null', again.obligation),
      ).toHaveLength(1),
    );
    const [document] = again.documents as [string];
    await save(unit, document, { ...SAMPLES.target, funds: { ...SAMPLES.target.funds, fiscal: '30000000.00' } });
    const { body: changed } = await unit.send('get', `/documents/${document}/difference`);
    expect(changed.from).toMatchObject({ document: documents[0], version: 2 });
    expect((changed.changes as { label: string }[]).map(({ label }) => label).sort()).toEqual([
      '绩效指标“保洁道路里程” 指标值',
      '财政拨款',
    ]);
    await year.fileAndApprove(again);
    const [{ id }] = (await reply(document)).body.replies as [{ id: string }];
    const { body: lines } = await unit.send('get', `/approval-replies/${id}/documents`);
    expect(lines.items).toEqual([expect.objectContaining({ document, supersedes: documents[0], supersededBy: null })]);
    const [before] = (await unit.send('get', `/approval-replies?document=${documents[0]!}`)).body.items as [{ id: string }];
    const { body: replaced } = await unit.send('get', `/approval-replies/${before.id}/documents`);
    expect(
      (replaced.items as { document: string; supersededBy: string | null }[]).find((it) => it.document === documents[0])?.supersededBy,
    ).toBe(document);
  });
});

it('numbers without gaps however many issue at once, and answers a repeated request with the same letters', async () => {
  const third = (await year.owed('target-filing')).find((it) => it.status === 'open')!;
  await year.fileAndApprove(third);
  const [a, b, ...rest] = third.documents as [string, string, ...string[]];
  const key = { 'idempotency-key': 'once' };
  const body = { campaign: year.campaign, documents: [a] };
  const answers = await Promise.all([bureau.send('post', '/approval-replies', body, key), reply(b), reply(a, ...rest), reply(b)]);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
  const repeated = await bureau.send('post', '/approval-replies', body, key);
  expect([repeated.status, repeated.body]).toEqual([answers[0].status, answers[0].body]);
  const rows = await year.rows<{ serial: number }>('select serial from approval_reply where campaign_id = $1 order by serial');
  expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_, i) => i + 1));
});
