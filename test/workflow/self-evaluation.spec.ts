import { submissionGate } from '#activities/submission/submission-gate.js';
import { sample } from '#cli/rules/sample.family.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import type { PlannedStage, Policy } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const PLAN: readonly PlannedStage[] = [
  { stage: 'target-filing', opens: '2023-03-01', due: '2023-03-31', chain: 'filing', ladder: 'standard' },
  { stage: 'self-evaluation', opens: '2023-04-03', due: '2023-04-14', chain: 'report', ladder: 'standard' },
];
const SOURCE = '双色球开奖号码';
const drawing = (policy: Policy): Policy => ({
  ...policy,
  targetQuality: [],
  exAnteEvaluation: { ...policy.exAnteEvaluation, threshold: '999999999999' },
  selfEvaluation: {
    ...policy.selfEvaluation,
    spotCheck: { ...policy.selfEvaluation.spotCheck, rate: '50', publicValue: { source: SOURCE, within: 5, ladder: 'standard' } },
    problems: { within: 10, chain: 'bureau', ladder: 'standard' },
  },
});

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;

beforeAll(async () => {
  office = await openApiOffice('2023-03-01T08:00', ({ source }) => ({ gate: submissionGate(source) }));
  year = await LaunchedYear.launch(office, PLAN, undefined, drawing);
  bureau = await office.as(year.bureau);
  await year.isOpen('target-filing');
  for (const owed of await year.owed('target-filing')) await file(owed, SAMPLES.target);
  await office.moveTo('2023-04-03T09:00', year.workflow);
  await year.isOpen('self-evaluation');
});
afterAll(() => office.close());

const file = async (owed: Owed, content: unknown): Promise<void> => {
  const debtor = await office.as(owed.debtor);
  for (const document of owed.documents) await debtor.fill(document, content);
  await debtor.submit(owed);
  await year.decideAll(owed);
};
const kindOf = (owed: Owed, kind: string) =>
  year.rows(`select from obligation where campaign_id = $1 and id = $2 and kind = $3`, owed.obligation, kind);
const owedOf = async (kind: string): Promise<Owed[]> => {
  const all = await year.owed('self-evaluation');
  const found = await Promise.all(all.map(async (it) => ((await kindOf(it, kind)).length > 0 ? [it] : [])));
  return found.flat();
};
const toldOf = async ({ obligation }: Owed): Promise<string[]> => {
  const rows: { kind: string }[] = await office.source.query('select distinct kind from outbox where obligation_id = $1', [obligation]);
  return rows.map(({ kind }) => kind);
};
const onlyDraw = async () => {
  const { body } = await bureau.send('get', `/spot-check-draws?campaign=${year.campaign}`).expect(200);
  return (await bureau.send('get', `/spot-check-draws/${body.items[0].id}`).expect(200)).body;
};

it('scores what is filed: without a reason refused, late escalated, returned and filed again', async () => {
  const [first, ...others] = await year.owed('self-evaluation');
  const { results } = SAMPLES['self-evaluation'];
  const silent = { ...SAMPLES['self-evaluation'], results: results.map(({ indicator, actualValue }) => ({ indicator, actualValue })) };
  const unit = await office.as(first!.debtor);
  for (const document of first!.documents) await unit.fill(document, silent);
  const { body } = await unit.send('post', '/documents/submit', { documents: [{ id: first!.documents[0] }] }).expect(200);
  expect(body.results[0].refusal).toMatchObject({ code: 'NOT_ACCEPTED', errors: [{ path: 'results.3.reason' }] });
  for (const it of others) await file(it, SAMPLES['self-evaluation']);

  await office.moveTo('2023-04-20T10:00', `obligation/${first!.obligation}`);
  expect(await toldOf(first!)).toEqual(expect.arrayContaining(['overdue', 'escalation']));
  for (const document of first!.documents) await unit.fill(document, SAMPLES['self-evaluation'], 1);
  await unit.submit(first!);
  const back = { documents: [{ id: first!.documents[0] }], verdict: 'return', reasons: [{ text: '佐证材料不足' }] };
  expect((await (await office.as(first!.department)).send('post', '/documents/review', back).expect(200)).body).toMatchObject({ done: 1 });
  await unit.submit({ documents: [first!.documents[0]!] });
  await year.decideAll(first!);
  expect((await bureau.send('get', '/results?kind=self-evaluation').expect(200)).body.items).toHaveLength(6);
});

it('freezes the list under its hash, and waits for a value that comes after it', async () => {
  await eventually(async () => expect(await owedOf('spot-check-seed')).toHaveLength(1));
  const draw = await onlyDraw();
  expect(draw).toMatchObject({ candidates: 6, source: SOURCE, seed: null, drawn: null, frozenOn: '2023-04-20', verified: { value: null } });
  expect(sample.run(sample.schema.parse(draw.case))).toMatchObject({ listHash: draw.listHash, seed: null });

  const [owed] = await owedOf('spot-check-seed');
  const early = { publishedOn: draw.frozenOn, value: '01 02 03', evidence: '开奖公告' };
  await bureau.fill(owed!.documents[0]!, early);
  const { body } = await bureau.send('post', '/documents/submit', { documents: [{ id: owed!.documents[0] }] }).expect(200);
  expect(body.results[0].refusal.errors).toEqual([expect.objectContaining({ path: 'content.publishedOn', code: 'VALUE_NOT_AFTER_LIST' })]);
  await office.moveTo('2023-04-29T10:00', `obligation/${owed!.obligation}`);
  expect(await toldOf(owed!)).toContain('overdue');
});

it('draws by the value, as `jiheng sample` does, and anybody who may read finds that it holds', async () => {
  const [owed] = await owedOf('spot-check-seed');
  await bureau.fill(owed!.documents[0]!, { ...SAMPLES['spot-check-seed'], publishedOn: '2023-04-27' }, 1);
  await bureau.submit(owed!);
  const draw = await onlyDraw();
  expect(draw).toMatchObject({ verified: { value: true }, drawn: { length: 3 } });
  const own = sample.run(sample.schema.parse(draw.case)) as { drawn: unknown; seed: string };
  expect([own.seed, own.drawn]).toEqual([draw.seed, draw.drawn]);
  const unit = await office.as((await owedOf('self-evaluation'))[0]!.debtor);
  await unit.send('get', '/spot-check-draws').expect(403);
  await year.isOpen('self-evaluation');
  const [check] = await owedOf('spot-check');
  const projects = await year.rows<{ project: string }>(
    `select project_id as project from document where campaign_id = $1 and kind = 'spot-check'`,
  );
  expect(projects.map(({ project }) => project).sort()).toEqual(draw.drawn.map(({ id }: { id: string }) => id).sort());
  expect(check!.documents).toHaveLength(3);
});

it('sets the corrected score beside the unit’s, flags what is untrue, and strikes the problems off one by one', async () => {
  const [check] = await owedOf('spot-check');
  await file(check!, { correctedScore: '60', reason: '现场核查与填报不符。', problems: ['完成值无佐证', '满意度未调查'] });
  const { body: results } = await bureau.send('get', '/results?kind=spot-check').expect(200);
  expect(results.items.map(({ score, conclusion }: Record<string, string>) => [score, conclusion])).toEqual(
    Array.from({ length: 3 }, () => ['60', 'untrue']),
  );
  const open = async (): Promise<{ item: string }[]> =>
    (await bureau.send('get', `/self-evaluation-problems?campaign=${year.campaign}&open=true`).expect(200)).body.items;
  expect(await open()).toHaveLength(6);
  await year.isOpen('self-evaluation');
  const [first, ...others] = await owedOf('self-evaluation-problem');
  const unit = await office.as(first!.debtor);
  for (const document of first!.documents) await unit.fill(document, SAMPLES['self-evaluation-problem']);
  await unit.submit(first!);
  const back = { documents: [{ id: first!.documents[0] }], verdict: 'return', reasons: [{ text: '异议不成立，请补充调查' }] };
  expect((await bureau.send('post', '/documents/review', back).expect(200)).body).toMatchObject({ done: 1 });
  await year.decideAll({ ...first!, documents: first!.documents.slice(1) });
  expect((await open()).map(({ item }) => item)).toContain(first!.documents[0]);
  await unit.submit({ documents: [first!.documents[0]!] });
  await year.decideAll(first!);
  for (const it of others) await file(it, SAMPLES['self-evaluation-problem']);
  expect(await open()).toEqual([]);
  await eventually(async () => expect((await year.stage('self-evaluation')).status).toBe('closed'));
});
