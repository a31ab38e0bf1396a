import exceljs from 'exceljs';
import { makeDistrict } from './district.js';
import type { District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let district: District;
let bureau: LoggedIn;
let unit: LoggedIn;

beforeAll(async () => {
  world = await World.begin();
  district = await makeDistrict(world, 'home');
  bureau = await world.someone('bureau', { district_id: district.id });
  unit = await world.someone('unit', { unit_id: district.branches[0].unit });
});
afterAll(() => world.end());

const HEAD = ['行业', '一级指标', '二级指标', '三级指标', '指标性质', '参考值', '计量单位', '来源'];
const ROAD = ['城市管理', '产出', '数量指标', '保洁里程', '≥', '100', '公里', '行业标准'];
const SCHOOL = ['教育', '效益', '社会效益指标', '入学率', '≥', '95', '%', '教育事业统计'];

/** A file as people fill it in: numbers where they type numbers, empty rows in between. */
const workbook = async (...rows: readonly (readonly (string | number)[])[]): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('指标库');
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
};
const send = (who: LoggedIn, bytes: Buffer, check: boolean) =>
  who
    .send('post', `/indicator-library/files?district=${district.id}&check=${String(check)}`, undefined, {
      'content-type': 'application/octet-stream',
    })
    .send(bytes as unknown as string);
const bytesOf = async (path: string): Promise<Buffer> => {
  const { body } = await bureau
    .send('get', path)
    .buffer(true)
    .parse((answer, done) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200);
  return body as Buffer;
};
const level3s = async (): Promise<string[]> =>
  ((await unit.send('get', '/indicator-library').expect(200)).body.items as { level3: string }[]).map(({ level3 }) => level3);

it('names every wrong row of a file with its column, and takes nothing of it', async () => {
  const file = await workbook(HEAD, ROAD, [], ['教育', '投入', '', '入学率', '≥', '很高', '%', '统计'], ROAD);
  const { body } = await send(bureau, file, true).expect(200);
  expect(body).toMatchObject({ taken: false, added: 1, changed: 0, unchanged: 0, wrong: 2 });
  expect(body.errors).toEqual([
    expect.objectContaining({ row: 4, column: '一级指标', value: '投入' }),
    expect.objectContaining({ row: 4, column: '二级指标', value: '', zh: '不能为空', en: 'must not be empty' }),
    expect.objectContaining({ row: 5, column: null, code: 'twice', zh: '与第 2 行是同一指标（行业和三级名称都相同）' }),
  ]);
  const refused = await send(bureau, file, false).expect(422);
  expect(refused.body.errors.map(({ path }: { path: string }) => path)).toContain('file.row 4.level1');
  expect(await level3s()).toEqual([]);
});

it('says of a sound file what is new, changed and unchanged before it is taken, and takes it as said', async () => {
  expect((await send(bureau, await workbook(HEAD, ROAD), false).expect(200)).body).toMatchObject({ taken: true, added: 1 });
  const file = await workbook(HEAD, [...ROAD.slice(0, 5), 110, ...ROAD.slice(6)], SCHOOL);
  const { body: before } = await send(bureau, file, true).expect(200);
  expect(before.rows).toEqual([
    expect.objectContaining({ row: 2, as: 'changed', usualValue: '110', before: expect.objectContaining({ usualValue: '100' }) as object }),
    expect.objectContaining({ row: 3, as: 'added', level3: '入学率', before: null }),
  ]);
  expect(await level3s()).toEqual(['保洁里程']);
  expect((await send(bureau, file, false).expect(200)).body).toMatchObject({ taken: true, added: 1, changed: 1, rows: before.rows });
  expect((await send(bureau, file, false).expect(200)).body).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  const { body: trail } = await bureau.send('get', `/audit?stream=indicator-library/${district.id}`).expect(200);
  expect(trail.items).toHaveLength(2);
  expect(trail.items[0]).toMatchObject({ type: 'putIndicatorEntries', actor: bureau.person });
});

it.each(['xlsx', 'csv'])('exports the library as %s in the form that is taken back: nothing changes', async (format) => {
  const bytes = await bytesOf(`/indicator-library/export?format=${format}&district=${district.id}`);
  const { body } = await send(bureau, bytes, true).expect(200);
  expect(body).toMatchObject({ added: 0, changed: 0, unchanged: 2, wrong: 0 });
});

it('hands out a template that chooses from lists, explains each column, and is taken when it is filled in', async () => {
  const book = new exceljs.Workbook();
  await book.xlsx.load((await bytesOf('/indicator-library/template')) as unknown as ArrayBuffer);
  const [sheet, explained, lists] = book.worksheets;
  expect(sheet!.getRow(1).values).toEqual([undefined, ...HEAD]);
  expect(['A2', 'B2', 'C200', 'E5001'].map((at) => sheet!.getCell(at).dataValidation.type)).toEqual(['list', 'list', 'list', 'list']);
  expect(sheet!.getCell('F2').dataValidation).toBeUndefined();
  expect(explained!.getColumn(1).values).toEqual(expect.arrayContaining(HEAD));
  expect(lists!.state).toBe('hidden');
  expect(lists!.getColumn(1).values).toEqual(expect.arrayContaining(['城市管理', '教育']));
  sheet!.getRow(2).values = ['体育', '产出', '数量指标', '场馆开放天数', '≥', 300, '天', '管理办法'];
  const filled = Buffer.from(await book.xlsx.writeBuffer());
  expect((await send(bureau, filled, false).expect(200)).body).toMatchObject({ added: 1, wrong: 0 });
  const { body } = await unit.send('get', '/indicator-library/sectors').expect(200);
  expect(body.sectors).toContainEqual({ sector: '体育', entries: 1 });
});

it('is filled by the bureau of the district alone, and by a table alone', async () => {
  const file = await workbook(HEAD, ROAD);
  await send(unit, file, false).expect(403);
  const stranger = await world.someone('bureau', { district_id: (await makeDistrict(world, 'away')).id });
  await send(stranger, file, false).expect(404);
  const code = async (bytes: Buffer): Promise<string> => (await send(bureau, bytes, true).expect(422)).body.code as string;
  expect(await code(Buffer.from('%PDF-1.7\0'))).toBe('FILE_KIND_REFUSED');
  expect(await code(Buffer.from('a,"b'))).toBe('NOT_ACCEPTED');
  const { body } = await send(bureau, Buffer.from('行业,来源\na,b'), true).expect(200);
  expect(body.errors).toEqual([expect.objectContaining({ row: 1, column: null, zh: expect.stringContaining('三级指标') as string })]);
});
