import { submissionGate } from '#activities/submission/submission-gate.js';
import type { GateAnswer, SubmissionGate, SubmittedDocument } from '#api/parts.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { makeDistrict } from './district.js';
import type { Branch, District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let district: District;
let first: Branch;
let unit: LoggedIn;

type Gate = Record<string, (documents: readonly SubmittedDocument[]) => Promise<readonly GateAnswer[]>>;
/** The gates of the product, on the database of this test. */
const gateOf = (kind: DocumentKind) => (documents: readonly SubmittedDocument[]) =>
  (submissionGate(world.source) as unknown as Gate)[kind]!(documents);

beforeAll(async () => {
  const kinds: readonly DocumentKind[] = ['target', 'self-evaluation', 'evaluation-draft', 'rectification-item'];
  world = await World.begin({ gate: Object.fromEntries(kinds.map((kind) => [kind, gateOf(kind)])) as SubmissionGate });
  district = await makeDistrict(world, 'home');
  [first] = district.branches;
  unit = await world.someone('unit', { unit_id: first.unit });
});
afterAll(() => world.end());

const another = (kind: DocumentKind, fields: Record<string, unknown> = {}): Promise<string> =>
  world.insert('document', {
    ...{ obligation_id: first.obligation, district_id: district.id, campaign_id: district.campaign, stage_id: district.stage },
    ...{ kind, title: kind, unit_id: first.unit, department_id: first.department, project_id: first.project, status: 'open', round: 0 },
    ...{ content_version: 0, due_at: '2023-03-15T16:00:00Z', changed_at: '2023-02-01T00:00:00Z', ...fields },
  });

interface Finding {
  readonly path: string;
  readonly code: string;
  readonly severity: string;
  readonly from: string;
}
const check = async (document: string, content: unknown, caller = unit) =>
  (await caller.send('post', `/documents/${document}/check`, content).expect(200)).body;
const said = (body: { findings: Finding[] }): string[] => body.findings.map((it) => `${it.severity} ${it.from} ${it.path} ${it.code}`);
const { target, 'self-evaluation': self, 'evaluation-draft': draft } = SAMPLES;

it('says of a target what its form and its rules would say, each with its field, its words and what it rests on', async () => {
  const [indicator] = target.indicators;
  const content = { ...target, funds: { ...target.funds, own: '1.234' }, indicators: [{ ...indicator, targetValue: '', weight: '九十' }] };
  const body = await check(first.document, content);
  expect(body).toMatchObject({ document: first.document, kind: 'target', submittable: false, judged: true, score: null });
  expect(said(body)).toEqual(
    expect.arrayContaining([
      'block form funds.own invalid_format',
      'block form indicators.0.weight custom',
      'block rule indicators min-indicators',
    ]),
  );
  const [min] = body.findings.filter((it: Finding) => it.code === 'min-indicators');
  expect(min).toMatchObject({ label: '绩效指标', source: expect.stringMatching(/\S/) });
  expect(body.findings.filter((it: Finding) => it.path === 'indicators.0.targetValue')).toHaveLength(1);
});

it('takes whatever is typed so far, and keeps nothing of it', async () => {
  const before = await world.source.query('select content_version, status, round from document where id = $1', [first.document]);
  for (const content of [{}, { annualGoal: '养护' }, { indicators: 'x', funds: null }, { indicators: [{}, null, 7] }, { surprise: 1 }]) {
    const body = await check(first.document, content);
    expect([content, body.submittable, body.judged]).toEqual([content, false, true]);
  }
  expect(await world.source.query('select content_version, status, round from document where id = $1', [first.document])).toEqual(before);
  expect(await world.source.query('select 1 from document_content')).toEqual([]);
  expect(world.engine.asked).toEqual([]);
});

it('computes a self-evaluation as it will be scored, and says what is still missing', async () => {
  const document = await another('self-evaluation');
  expect(await check(document, self)).toMatchObject({
    submittable: false,
    score: null,
    findings: [{ path: '', code: 'TARGET_NOT_APPROVED' }],
  });
  const approved = await another('target', { status: 'approved', content_version: 1, filed_version: 1 });
  await world.source.query(
    `insert into document_content (document_id, version, content, saved_at, saved_by) values ($1, 1, $2, now(), $3)`,
    [approved, JSON.stringify(target), unit.person],
  );
  const whole = await check(document, self);
  expect(whole).toMatchObject({ submittable: true, findings: [], score: { complete: true, total: { full: '100', grade: '优' } } });
  expect(whole.score.lines[0]).toMatchObject({ name: '预算执行率', indicator: null, exact: '10', zh: expect.stringContaining('10') });
  expect(whole.score.lines).toHaveLength(5);
  expect(whole.score.explanation).toMatchObject({ rule: { id: 'self-score/total' } });

  const [one, two, three] = self.results;
  const partial = await check(document, { ...self, results: [{ indicator: 0 }, two, three, { indicator: 3, actualValue: '88' }] });
  expect(said(partial)).toEqual([
    'block form results.0.actualValue invalid_type',
    'block rule results missing-reason',
    'block rule results.3.reason missing-reason',
  ]);
  expect(partial.score).toMatchObject({ complete: false, total: null, zh: expect.stringContaining('无法计分'), lines: { length: 4 } });
  expect((await check(document, { ...self, results: [one] })).score.total).toBeNull();
});

it('adds up an evaluation report while its items are filled in', async () => {
  const planned = { campaign_id: district.campaign, stage_id: district.stage, project_id: first.project, agency_id: district.agency };
  const document = await another('evaluation-draft', { subject_id: await world.insert('evaluation', { ...planned, status: 'draft' }) });
  const { scoreItems } = draft;
  const body = await check(document, { summary: '…', scoreItems: scoreItems.slice(0, 2), score: '91.36' });
  expect(said(body)).toContain('block form problems invalid_type');
  const points = scoreItems.slice(0, 2).map((it) => Number(it.points));
  expect(body.score).toMatchObject({
    complete: false,
    total: { full: '40', shown: (points[0]! + points[1]!).toFixed(2) },
    lines: { length: 2 },
  });
  const whole = await check(document, draft);
  expect(whole).toMatchObject({ submittable: true, score: { complete: true, total: { exact: '2284/25', shown: '91.36', grade: '优' } } });
});

it('leaves forms whose rules need them whole to the form until they are', async () => {
  const body = await check(await another('rectification-item'), { remaining: {} });
  expect(body).toMatchObject({ judged: false, submittable: false, score: null });
  expect(body.findings.every((it: Finding) => it.from === 'form')).toBe(true);
});

it('is for who may write the document', async () => {
  const other = await world.someone('unit', { unit_id: district.branches[1].unit });
  await other.send('post', `/documents/${first.document}/check`, {}).expect(404);
  await (await world.someone('observer', { district_id: district.id })).send('post', `/documents/${first.document}/check`, {}).expect(403);
  const { body } = await unit.send('post', `/documents/${first.document}/check`, [1]).expect(400);
  expect(body.code).toBe('INVALID');
});

it('says the same of what is saved to whoever may read it, and nothing to a stranger', async () => {
  const { level3, ...unnamed } = target.indicators[0]!;
  expect(level3).not.toBe('');
  const document = await another('target', { content_version: 1 });
  await world.source.query('insert into document_content (document_id, version, content, saved_at) values ($1, 1, $2, now())', [
    document,
    JSON.stringify({ ...target, indicators: [unnamed] }),
  ]);
  const reviewer = await world.someone('department', { unit_id: first.department });
  const { body } = await reviewer.send('get', `/documents/${document}/findings`).expect(200);
  expect(body).toMatchObject({ document, submittable: false });
  expect(said(body)).toContain('block form indicators.0.level3 invalid_type');
  const stranger = await world.someone('unit', { unit_id: district.branches[1].unit });
  await stranger.send('get', `/documents/${document}/findings`).expect(404);
});
