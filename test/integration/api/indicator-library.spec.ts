import { giveTask, makeDistrict } from './district.js';
import type { Branch, District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let district: District;
let branch: Branch;
let bureau: LoggedIn;
let unit: LoggedIn;

beforeAll(async () => {
  world = await World.begin();
  district = await makeDistrict(world, 'home');
  [branch] = district.branches;
  bureau = await world.someone('bureau', { district_id: district.id });
  unit = await world.someone('unit', { unit_id: branch.unit });
  await giveTask(world, branch, unit.person);
});
afterAll(() => world.end());

const HEAD = '行业,一级指标,二级指标,三级指标,指标性质,参考值,计量单位,来源';
const ROAD = '城市管理,产出,数量指标,保洁里程,≥,100,公里,行业标准';
const SCHOOL = '教育,效益,社会效益,入学率,≥,95,%,教育事业统计';
const bring = (csv: string, more: object = {}) => bureau.send('post', '/indicator-library/import', { district: district.id, csv, ...more });
const search = async (query: string) =>
  (await unit.send('get', `/indicator-library?${query}`).expect(200)).body.items as { id: string; level3: string; version: number }[];

it('imports a file as a whole or not at all, unless its good rows are to be taken; again it changes only what differs', async () => {
  const broken = [HEAD, ROAD, '教育,投入,社会效益,入学率,≥,95,%,统计'].join('\n');
  const refused = await bring(broken).expect(422);
  expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'body.csv.row 3.level1' })]);
  expect(await search('')).toEqual([]);
  const { body: partly } = await bring(broken, { acceptGood: true }).expect(200);
  expect(partly).toMatchObject({ added: 1, changed: 0, unchanged: 0, errors: [{ path: 'row 3.level1' }] });
  const { body: again } = await bring([HEAD, ROAD.replace('100', '110'), SCHOOL].join('\n')).expect(200);
  expect(again).toEqual({ added: 1, changed: 1, unchanged: 0, errors: [] });
  expect((await bring([HEAD, ROAD.replace('100', '110'), SCHOOL].join('\n')).expect(200)).body).toMatchObject({ added: 0, unchanged: 2 });
});

it('is searched by name, sector and source, page by page', async () => {
  expect((await search('q=里程')).map(({ level3 }) => level3)).toEqual(['保洁里程']);
  expect((await search('sector=教育&level1=效益')).map(({ level3 }) => level3)).toEqual(['入学率']);
  expect(await search('limit=1')).toHaveLength(1);
  const stranger = await world.someone('unit', { unit_id: (await makeDistrict(world, 'away')).branches[0].unit });
  expect((await stranger.send('get', '/indicator-library').expect(200)).body.items).toEqual([]);
});

it('is maintained by the bureau alone, under the version that it read', async () => {
  const entry = {
    sector: '教育',
    level1: '产出',
    level2: '数量指标',
    level3: '培训人次',
    operator: '≥',
    usualValue: '',
    measureUnit: '人次',
    source: '统计',
  };
  await unit.send('post', '/indicator-library', { district: district.id, ...entry }).expect(403);
  const { body: added } = await bureau.send('post', '/indicator-library', { district: district.id, ...entry }).expect(201);
  await bureau.send('post', '/indicator-library', { district: district.id, ...entry, source: '另一来源' }).expect(409);
  const path = `/indicator-library/${added.id as string}`;
  const { body: changed } = await bureau.send('patch', path, { usualValue: '300' }, { 'if-match': '"1"' }).expect(200);
  expect(changed).toMatchObject({ ...entry, usualValue: '300', version: 2, active: true });
  await bureau.send('patch', path, { active: false }, { 'if-match': '"1"' }).expect(412);
  await bureau.send('patch', path, { active: false }, { 'if-match': '"2"' }).expect(200);
  const { body: trail } = await bureau.send('get', `/audit?stream=indicator-library/${district.id}`).expect(200);
  expect((trail.items as { type: string }[]).map(({ type }) => type)).toContain('changeIndicatorEntry');
});

it('copies entries into a draft with where they come from, and tells what changed since, here or there', async () => {
  const road = (await search('q=里程'))[0]!;
  const retired = (await search('q=培训人次'))[0]!;
  const path = `/documents/${branch.document}`;
  const copy = (entries: object[], match: string) => unit.send('post', `${path}/indicators`, { entries }, { 'if-match': match });
  const refused = await copy(
    [
      { entry: road.id, weight: '20' },
      { entry: retired.id, weight: '5' },
    ],
    '"0"',
  ).expect(422);
  expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'body.entries.1.entry', zh: '指标库中没有该指标，或已停用' })]);
  await copy([{ entry: road.id, weight: '20', core: true, targetValue: '120' }], '"0"').expect(200);
  await copy([{ entry: road.id, weight: '20' }], '"0"').expect(412);
  const { body: draft } = await unit.send('get', path).expect(200);
  const origin = { entry: road.id, version: 2, copiedOn: '2023-03-01' };
  expect(draft.content.indicators).toEqual([
    {
      level1: '产出',
      level2: '数量指标',
      level3: '保洁里程',
      operator: '≥',
      targetValue: '120',
      measureUnit: '公里',
      weight: '20',
      core: true,
      origin,
    },
  ]);
  const origins = async () => (await unit.send('get', `${path}/indicator-origins`).expect(200)).body.origins as object[];
  expect(await origins()).toEqual([
    expect.objectContaining({ indicator: 0, copiedVersion: 2, presentVersion: 2, inUse: true, departs: [] }),
  ]);
  await bureau.send('patch', `/indicator-library/${road.id}`, { measureUnit: '万米' }, { 'if-match': '"2"' }).expect(200);
  expect(await origins()).toEqual([
    expect.objectContaining({ copiedVersion: 2, presentVersion: 3, source: '行业标准', departs: ['measureUnit'] }),
  ]);
});

it('reads the origins of any draft, whatever was typed into it', async () => {
  const path = `/documents/${branch.document}`;
  const odd = { indicators: [null, 'x', { origin: 'y' }, { origin: { entry: 'z', version: 'v' } }, []] };
  const { headers } = await unit.send('get', path).expect(200);
  await unit.send('put', `${path}/content`, odd, { 'if-match': headers['etag'] as string }).expect(200);
  expect((await unit.send('get', `${path}/indicator-origins`).expect(200)).body).toEqual({ origins: [] });
  await unit.send('get', `${path}/difference?from=1&to=latest`).expect(200);
});
