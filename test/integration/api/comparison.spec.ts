import { SAMPLES } from '#contracts/forms/samples.js';
import { makeDistrict } from './district.js';
import type { Branch, District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let district: District;
let bureau: LoggedIn;
let first: Branch;
let second: Branch;
let evaluation: string;
let final: string;

const at = '2023-06-01T00:00:00Z';

const score = async (branch: Branch, kind: string, value: string, exact = value): Promise<void> => {
  const document = await world.insert('document', {
    ...{ obligation_id: branch.obligation, district_id: district.id, campaign_id: district.campaign, stage_id: district.stage },
    ...{
      kind,
      title: kind,
      unit_id: branch.unit,
      department_id: branch.department,
      project_id: branch.project,
      status: 'approved',
      round: 1,
    },
    ...{ content_version: 0, due_at: at, changed_at: at },
  });
  const result = { campaign_id: district.campaign, kind, project_id: branch.project, document_id: document, score: value, at };
  await world.insert('result', { ...result, grade: '良', explanation: { exact } });
};

beforeAll(async () => {
  world = await World.begin();
  district = await makeDistrict(world, 'home');
  [first, second] = district.branches;
  bureau = await world.someone('bureau', { district_id: district.id });
  await score(first, 'self-evaluation', '98.33', '295/3');
  await score(first, 'evaluation', '91.36', '2284/25');
  await score(second, 'evaluation', '88');
  await score(second, 'spot-check', '80');
  const common = { campaign_id: district.campaign, stage_id: district.stage, agency_id: district.agency, opened_at: at };
  evaluation = await world.insert('evaluation', { ...common, project_id: first.project, status: 'final' });
  final = await world.insert('document', {
    ...{ obligation_id: first.obligation, district_id: district.id, campaign_id: district.campaign, stage_id: district.stage },
    ...{ kind: 'evaluation-final', title: '报告', agency_id: district.agency, project_id: first.project, subject_id: evaluation },
    ...{ status: 'in-review', round: 1, content_version: 1, filed_version: 1, due_at: at, changed_at: at },
  });
});
afterAll(() => world.end());

const path = (): string => `/campaigns/${district.campaign}/comparison`;
const compare = async (query = '', caller = bureau) => (await caller.send('get', `${path()}${query}`).expect(200)).body;

describe('self-scores against others', () => {
  it('gives the exact gap of each project, beyond the tolerance of the policy or not, and says what it rests on', async () => {
    const body = await compare();
    expect(body.rule).toEqual({ tolerance: '5', atLeast: 5, notable: '3', fence: '1.5' });
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toMatchObject({
      ...{ project: first.project, unitName: '第1单位', departmentName: '第1部门', agencyName: '甲事务所', beyond: true },
      ...{ self: { exact: '295/3', shown: '98.33' }, other: { exact: '2284/25' }, gap: { exact: '523/75', shown: '6.97' } },
      ...{ flags: ['beyond-tolerance'], zh: '自评 98.33，复核 91.36，相差 6.97，允许 5 分', explanation: { rule: { id: 'score-gap' } } },
    });
    expect(body.items[1]).toMatchObject({ self: null, gap: null, beyond: null, flags: [], agency: null });
    expect(body.overall).toMatchObject({ id: null, gap: { n: 1, mean: '523/75' }, leaning: null, zh: '样本 1 个，不足 5 个，不作判断' });
    expect(body.departments.map((it: { name: string }) => it.name).sort()).toEqual(['第1部门', '第2部门']);
    expect(body.agencies).toMatchObject([{ id: district.agency, name: '甲事务所' }]);
    expect(body.fences).toMatchObject({ low: null, high: null });
  });

  it('is filtered and paged, and may be held against the spot check', async () => {
    expect((await compare('?beyond=true')).items).toHaveLength(1);
    expect((await compare(`?department=${second.department}`)).items).toMatchObject([{ project: second.project }]);
    expect((await compare(`?agency=${district.agency}`)).items).toHaveLength(1);
    expect((await compare('?against=spot-check')).items).toMatchObject([{ project: second.project, other: { exact: '80' } }]);
    const page = await compare('?limit=1');
    const next = await compare(`?limit=1&cursor=${String(page.next)}`);
    expect([...page.items, ...next.items].map((it: { project: string }) => it.project)).toEqual([first.project, second.project]);
    expect(next.next).toBeNull();
    await bureau.send('get', `${path()}?cursor=x`).expect(400);
    await bureau.send('get', `${path()}?against=weather`).expect(400);
  });

  it('comes as a table', async () => {
    const { text, headers } = await bureau.send('get', `${path()}.csv`).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFF项目编码,项目名称,主管部门,实施单位,第三方机构,自评得分,复核（第三方）得分,分差,超出允许分差,离群',
      'P1,道路养护项目1,第1部门,第1单位,甲事务所,98.33,91.36,6.97,是,否',
    ]);
  });

  it('shows a unit its own projects only, and a stranger nothing', async () => {
    const unit = await world.someone('unit', { unit_id: first.unit });
    expect((await compare('', unit)).items).toMatchObject([{ project: first.project }]);
    expect((await compare('', unit)).departments).toHaveLength(1);
    const away = await makeDistrict(world, 'away');
    await (await world.someone('bureau', { district_id: away.id })).send('get', path()).expect(404);
  });
});

describe('a filed report', () => {
  const about = (): string => `/evaluations/${evaluation}/reconciliation`;

  it('that is not there cannot be checked', async () => {
    expect((await bureau.send('get', about()).expect(409)).body.code).toBe('REPORT_NOT_FILED');
  });

  it('is shown to the bureau with what contradicts itself, and to its agency', async () => {
    const content = { ...SAMPLES['evaluation-final'], summary: '综合得分为 89.36 分，评价等级为“优”。' };
    const author = await world.person('agency', { agency_id: district.agency });
    await world.source.query(
      `insert into document_content (document_id, version, content, saved_at, saved_by) values ($1, 1, $2, now(), $3)`,
      [final, JSON.stringify(content), author],
    );
    const { body } = await bureau.send('get', about()).expect(200);
    expect(body).toMatchObject({ document: final, kind: 'evaluation-final', version: 1, mode: 'warn', objects: true });
    expect(body.contradictions).toMatchObject([{ path: 'summary', label: '评估意见', code: 'STATEMENT_INCONSISTENT', quote: '89.36' }]);
    expect(body.statements.map((it: Record<string, string>) => [it['id'], it['verdict']])).toEqual([
      ['score', 'consistent'],
      ['summary 总分', 'inconsistent'],
      ['summary 等级', 'consistent'],
    ]);
    await (await world.as(author)).send('get', about()).expect(200);
    await (await world.someone('unit', { unit_id: first.unit })).send('get', about()).expect(403);
  });

  it('is checked with what the printed report says besides, which must be well formed', async () => {
    const tables = {
      survey: [
        { id: 'a', n: '60' },
        { id: 'b', n: '40' },
      ],
    };
    const statements = [{ id: 's1', published: '101', value: '101', check: { op: 'sum', file: 'survey', field: 'n' } }];
    const { body } = await bureau.send('post', about(), { tables, statements }).expect(200);
    expect(body.statements.at(-1)).toMatchObject({ id: 'further s1', verdict: 'inconsistent', recomputed: '100' });
    const wrong = await bureau.send('post', about(), { statements: [{ id: 's1', check: { op: 'guess' } }] }).expect(400);
    expect(wrong.body.errors[0].path).toBe('body.statements.0.check.op');
  });
});
