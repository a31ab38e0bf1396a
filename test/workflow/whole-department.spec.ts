import { randomUUID } from 'node:crypto';
import { submissionGate } from '#activities/submission/submission-gate.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import type { PlannedStage, Policy } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const PLAN: readonly PlannedStage[] = [
  { stage: 'target-filing', opens: '2023-03-01', due: '2023-03-31', chain: 'filing', ladder: 'standard' },
  { stage: 'self-evaluation', opens: '2023-04-03', due: '2023-04-14', chain: 'report', ladder: 'standard', wholeDepartment: true },
  { stage: 'budget-linkage', opens: '2023-06-01', due: '2023-06-30', ladder: 'short', commentWindow: 2 },
];
/** Everything is drawn, and what a check names is to be corrected. */
const checkingAll = ({ linkageBounds: _, ...policy }: Policy): Policy => ({
  ...policy,
  targetQuality: [],
  exAnteEvaluation: { ...policy.exAnteEvaluation, threshold: '999999999999' },
  linkage: [{ id: 'kept', when: 'base >= 0', treatment: 'maintain' }],
  selfEvaluation: {
    ...policy.selfEvaluation,
    spotCheck: { rate: '100', within: 5, strata: ['department'], tolerance: '5' },
    problems: { within: 10, chain: 'bureau', ladder: 'standard' },
  },
});
const WHOLE = SAMPLES['whole-self-evaluation'];
const withoutCorrection = { ...WHOLE, results: WHOLE.results.map(({ correction: _, ...it }) => it) };

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;
let unit: Caller;
let first: Owed;

type Line = Record<string, unknown>;
const list = async (who: Caller, path: string) => (await who.send('get', path).expect(200)).body.items as Line[];
const wholes = (who: Caller, query = '') => list(who, `/whole-department-results?campaign=${year.campaign}${query}`);
/** The documents of an obligation: those of projects, and those of the unit as a whole. */
const split = async ({ obligation }: Owed) => {
  const rows = await year.rows<{ id: string; kind: string; project: string | null; subject: string | null }>(
    'select id, kind, project_id as project, subject_id as subject from document where campaign_id = $1 and obligation_id = $2 order by id',
    obligation,
  );
  return { ofProjects: rows.filter(({ project }) => project !== null), ofUnit: rows.filter(({ project }) => project === null) };
};
const fileAll = async (owed: Owed): Promise<void> => {
  const debtor = await office.as(owed.debtor);
  const { ofProjects, ofUnit } = await split(owed);
  for (const { id } of ofProjects) await debtor.fill(id, SAMPLES['self-evaluation']);
  for (const { id } of ofUnit) await debtor.fill(id, WHOLE);
  await debtor.submit(owed);
  await year.decideAll(owed);
};

beforeAll(async () => {
  office = await openApiOffice('2023-03-01T08:00', ({ source }) => ({ gate: submissionGate(source) }));
  year = await LaunchedYear.launch(office, PLAN, undefined, checkingAll);
  bureau = await office.as(year.bureau);
  await year.isOpen('target-filing');
  for (const owed of await year.owed('target-filing')) {
    const debtor = await office.as(owed.debtor);
    for (const document of owed.documents) await debtor.fill(document, SAMPLES.target);
    await debtor.submit(owed);
    await year.decideAll(owed);
  }
  await office.moveTo('2023-04-03T09:00', year.workflow);
  await year.isOpen('self-evaluation');
  first = (await year.owed('self-evaluation'))[0]!;
  unit = await office.as(first.debtor);
});
afterAll(() => office.close());

describe('self-evaluation of units as a whole', () => {
  it('is owed with those of the projects, and wants a correction beside the reason', async () => {
    const { ofProjects, ofUnit } = await split(first);
    expect([ofProjects.length > 0, ofUnit.map(({ kind }) => kind)]).toEqual([true, ['whole-self-evaluation']]);
    await unit.fill(ofUnit[0]!.id, withoutCorrection);
    const { body } = await unit.send('post', '/documents/submit', { documents: [{ id: ofUnit[0]!.id }] }).expect(200);
    expect(body.results[0].refusal).toMatchObject({ code: 'NOT_ACCEPTED', errors: [{ path: 'results.3.correction' }] });
    const { body: draft } = await unit.send('post', `/documents/${ofUnit[0]!.id}/check`, WHOLE).expect(200);
    expect(draft).toMatchObject({ submittable: true, score: { total: { shown: '99.28' } } });
  });

  it('is late and told so, returned by the department, filed again and scored when it is approved', async () => {
    for (const it of (await year.owed('self-evaluation')).slice(1)) await fileAll(it);
    await office.moveTo('2023-04-20T10:00', `obligation/${first.obligation}`);
    await eventually(async () => {
      const told = await office.source.query('select distinct kind from outbox where obligation_id = $1', [first.obligation]);
      expect((told as { kind: string }[]).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['overdue', 'escalation']));
    });
    const { ofProjects, ofUnit } = await split(first);
    for (const { id } of ofProjects) await unit.fill(id, SAMPLES['self-evaluation']);
    await unit.fill(ofUnit[0]!.id, WHOLE, 1);
    await unit.submit(first);
    const back = { documents: [{ id: ofUnit[0]!.id }], verdict: 'return', reasons: [{ text: '未说明夜间投诉处理情况。' }] };
    expect((await (await office.as(first.department)).send('post', '/documents/review', back).expect(200)).body).toMatchObject({ done: 1 });
    expect(await wholes(unit)).toEqual([]);
    await unit.submit({ documents: [ofUnit[0]!.id] });
    await year.decideAll(first);
    expect(await wholes(unit)).toMatchObject([
      { score: '99.28', grade: '优', document: ofUnit[0]!.id, correctedScore: null, untrue: null },
    ]);
    expect(await wholes(bureau)).toHaveLength(3);
  });

  it('is drawn with the projects’ and gets a corrected score beside its own; what the check names the unit corrects', async () => {
    const check = await year.part('self-evaluation', 'spot-check');
    const { ofProjects, ofUnit } = await split(check);
    expect([ofProjects.length, ofUnit.length]).toEqual([6, 3]);
    const own = (await wholes(unit))[0]!['unit'];
    for (const { id } of ofProjects) await bureau.fill(id, SAMPLES['spot-check']);
    for (const { id, subject } of ofUnit) {
      const untrue = { correctedScore: '90', reason: '调查样本不足。', problems: ['满意度调查样本不足。'] };
      await bureau.fill(id, subject === own ? untrue : { correctedScore: '99', reason: '属实。' });
    }
    await bureau.submit(check);
    await eventually(async () =>
      expect(await wholes(bureau, '&untrue=true')).toMatchObject([{ unit: own, score: '99.28', correctedScore: '90', untrue: true }]),
    );
    const problems = await list(unit, `/self-evaluation-problems?campaign=${year.campaign}&open=true`);
    expect(problems).toMatchObject([{ project: null, unit: own, problem: '满意度调查样本不足。', struckOffAt: null }]);
    const { body } = await bureau.send('get', `/spot-check-draws?campaign=${year.campaign}`).expect(200);
    expect((await bureau.send('get', `/spot-check-draws/${body.items[0].id}`).expect(200)).body).toMatchObject({ candidates: 9 });
  });
});

/** A filing of the year after, for the project with the same code or (null) for the unit as a whole, as launching that year would open it. */
const nextYears = async (project: string | null): Promise<string> => {
  const [campaign, stage, obligation, document] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const copy = (table: string, change: object, where: string, ...values: unknown[]) =>
    office.source.query(
      `insert into ${table} select (jsonb_populate_record(it, $1::jsonb)).* from ${table} it where ${where} limit 1
       on conflict do nothing`,
      [JSON.stringify(change), ...values],
    );
  await copy('campaign', { id: campaign, fiscal_year: 2024 }, 'id = $2', year.campaign);
  const [{ id: next }] = (await year.rows<{ id: string }>(
    'select n.id from campaign c join campaign n on n.district_id = c.district_id and n.fiscal_year = 2024 where c.id = $1',
  )) as [{ id: string }];
  const of = { campaign_id: next, stage_id: stage };
  await copy(
    'stage',
    { id: stage, campaign_id: next, key: `target-filing-${stage}` },
    `key = 'target-filing' and campaign_id = $2`,
    year.campaign,
  );
  const filing = `kind = 'target' and campaign_id = $2 and unit_id = (select unit_id from obligation where id = $3)`;
  await copy('obligation', { ...of, id: obligation }, filing, year.campaign, first.obligation);
  const open = { status: 'open', content_version: 0, filed_version: null, project_id: project };
  await copy('document', { ...of, ...open, id: document, obligation_id: obligation }, filing, year.campaign, first.obligation);
  return document;
};

describe('what stands beside the filings of the next year', () => {
  let project: string;

  beforeAll(async () => {
    await office.moveTo('2023-06-01T09:00', year.workflow);
    const comments = await year.part('budget-linkage', 'linkage-comment');
    await office.moveTo('2023-06-08T09:00', `obligation/${comments.obligation}`);
    const decisions = await year.part('budget-linkage', 'linkage-decision');
    for (const id of decisions.documents) await bureau.fill(id, { treatment: 'compress', amount: '1000.50', reason: '满意度偏低。' });
    await bureau.submit(decisions);
    await eventually(async () => expect((await year.stage('budget-linkage')).status).toBe('closed'));
    const { ofProjects } = await split(first);
    const rows = await year.rows<{ id: string }>(
      `select n.id from campaign c join project p on p.id = $2
       join project n on n.district_id = c.district_id and n.fiscal_year = 2024 and n.code = p.code where c.id = $1`,
      ofProjects[0]!.project,
    );
    project = rows[0]!.id;
    await year.rows('update project set initial_budget = 1500 from campaign c where c.id = $1 and project.id = $2', project);
  });

  it('is last year’s score, corrected score, decision and attainment of the project, to whoever sees the filing', async () => {
    const document = await nextYears(project);
    const { body } = await unit.send('get', `/documents/${document}/background`).expect(200);
    expect(body).toMatchObject({ project, fiscalYear: 2024, target: null, request: { initialBudget: '1500.00' } });
    expect(body.lastYear).toMatchObject({
      fiscalYear: 2023,
      evaluation: null,
      selfEvaluation: { score: expect.any(String), grade: '优' },
      spotCheck: { correctedScore: '95.5', untrue: false, reason: '满意度调查样本不足，扣 2 分。' },
      problems: [],
      linkage: {
        decidedTreatment: 'compress',
        decidedAmount: '1000.50',
        reason: '满意度偏低。',
        requestedAbove: '499.50',
        letterNumber: null,
      },
    });
    expect(body.lastYear.linkage.decidedByName).toEqual(expect.any(String));
    expect(body.lastYear.indicators).toHaveLength(4);
    expect(body.lastYear.indicators[3]).toMatchObject({ level3: '群众满意度', targetValue: '90', actualValue: '88', points: '9.78' });
    expect((await bureau.send('get', `/documents/${document}/background`).expect(200)).body).toEqual(body);
    const others = (await year.owed('self-evaluation')).find((it) => it.debtor !== first.debtor && it.debtor !== year.bureau)!;
    await (await office.as(others.debtor)).send('get', `/documents/${document}/background`).expect(404);
  });

  it('is the unit’s own result as a whole with its open problem beside its filing as a whole', async () => {
    const { body } = await unit.send('get', `/documents/${await nextYears(null)}/background`).expect(200);
    expect(body).toMatchObject({ project: null, request: null, lastYear: { budget: null, linkage: null } });
    expect(body.lastYear).toMatchObject({
      selfEvaluation: { score: '99.28' },
      spotCheck: { correctedScore: '90', untrue: true },
      problems: [{ of: 'spot-check', number: 1, problem: '满意度调查样本不足。' }],
    });
    expect(body.lastYear.indicators[3]).toMatchObject({ actualValue: '88', reason: '部分路段夜间保洁噪声扰民。' });
  });

  it('is this year’s approved target beside a self-evaluation; nothing beside a document that files nothing', async () => {
    const { ofProjects } = await split(first);
    const { body } = await unit.send('get', `/documents/${ofProjects[0]!.id}/background`).expect(200);
    expect(body).toMatchObject({ fiscalYear: 2023, lastYear: null, target: { annualGoal: SAMPLES.target.annualGoal, replyNumber: null } });
    expect(body.target.indicators).toHaveLength(4);
    const check = await year.part('self-evaluation', 'spot-check');
    await bureau.send('get', `/documents/${check.documents[0]!}/background`).expect(404);
  });
});
