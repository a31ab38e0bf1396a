import { makeDistrict } from './district.js';
import type { District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let home: District;
let away: District;

beforeAll(async () => {
  world = await World.begin();
  home = await makeDistrict(world, 'home');
  away = await makeDistrict(world, 'away');
});
afterAll(() => world.end());

interface Found {
  readonly items: readonly { kind: string; id: string; name: string; detail: string | null }[];
  readonly more: readonly string[];
}
const find = async (caller: LoggedIn, query: string): Promise<Found> =>
  (await caller.send('get', `/search?${query}`).expect(200)).body as Found;
const kindsOf = ({ items }: Found): string[] => [...new Set(items.map(({ kind }) => kind))].sort();
const q = (words: string): string => `q=${encodeURIComponent(words)}`;

it('finds in one question what the caller may see, with where it belongs', async () => {
  const [first] = home.branches;
  const bureau = await world.someone('bureau', { district_id: home.id });
  const projects = await find(bureau, q('养护'));
  expect(kindsOf(projects)).toEqual(['document', 'project']);
  expect(projects.items.filter(({ kind }) => kind === 'project')).toEqual([
    expect.objectContaining({ id: first.project, code: 'P1', detail: '第1单位', fiscalYear: 2023, unit: first.unit }),
    expect.objectContaining({ id: home.branches[1].project }),
  ]);
  expect(projects.items).toContainEqual(expect.objectContaining({ kind: 'document', document: first.document, campaign: home.campaign }));
  expect(kindsOf(await find(bureau, q('事务所')))).toEqual(['agency']);
  expect((await find(bureau, q('第1单位'))).items[0]).toMatchObject({ kind: 'unit', id: first.unit, detail: '第1部门' });
});

it('finds findings by their words and people with their roles', async () => {
  const [, second] = home.branches;
  const of = { campaign_id: home.campaign, project_id: second.project };
  const place = { stage_id: home.stage, agency_id: home.agency, status: 'accepted' };
  const evaluation = await world.insert('evaluation', { ...of, ...place });
  const finding = await world.insert('finding', {
    campaign_id: home.campaign,
    evaluation_id: evaluation,
    number: 1,
    problem: '资金闲置三个月',
  });
  const bureau = await world.someone('bureau', { district_id: home.id });
  expect((await find(bureau, q('闲置'))).items).toEqual([
    expect.objectContaining({ kind: 'finding', id: finding, evaluation, detail: '道路养护项目2' }),
  ]);
  const clerk = await world.person('unit', { unit_id: second.unit }, { name: '欧阳经办' });
  expect((await find(bureau, q('欧阳'))).items).toEqual([expect.objectContaining({ kind: 'person', id: clerk, detail: 'unit：第2单位' })]);
  const other = await world.someone('unit', { unit_id: home.branches[0].unit });
  expect((await find(other, q('闲置'))).items).toEqual([]);
});

it('shows nobody anything beyond their place, and the system administrator no business', async () => {
  const [first] = home.branches;
  const unit = await find(await world.someone('unit', { unit_id: first.unit }), q('养护'));
  expect(unit.items.map(({ id }) => id).sort()).toEqual([first.project, first.document].sort());
  const foreign = await find(await world.someone('bureau', { district_id: away.id }), q('养护'));
  expect(foreign.items.map(({ id }) => id)).not.toContain(first.project);
  const system = await find(await world.someone('system'), q('第1'));
  expect(kindsOf(system)).toEqual(['unit']);
});

it('answers the best of each kind, says where there is more, and refuses what is no question', async () => {
  const bureau = await world.someone('bureau', { district_id: home.id });
  const one = await find(bureau, `${q('养护')}&limit=1`);
  expect(one.items.map(({ kind }) => kind)).toEqual(['project', 'document']);
  expect([...one.more].sort()).toEqual(['document', 'project']);
  expect(kindsOf(await find(bureau, `${q('养护')}&kind=document`))).toEqual(['document']);
  const { body } = await bureau.send('get', '/search?q=%20').expect(400);
  expect(body.errors[0].path).toBe('query.q');
  for (const odd of ["'", '%', '\\', '养_护']) await find(bureau, q(odd));
});
