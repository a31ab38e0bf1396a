import exceljs from 'exceljs';
import { createExecutionFeed } from '#activities/monitoring/create-execution-feed.js';
import { executionAsText } from '#cli/commands/import/execution-as-text.js';
import { campaignOf, importExecution } from '#cli/commands/import/execution.js';
import type { ImportedExecution } from '#cli/commands/import/execution.js';
import { readTable } from '#platform/tables/read-table.js';
import { makeDistrict } from './district.js';
import type { District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let home: District;
let bureau: LoggedIn;

beforeAll(async () => {
  world = await World.begin();
  home = await makeDistrict(world, 'home');
  bureau = await world.someone('bureau', { district_id: home.id });
});
afterAll(() => world.end());

type Cell = string | number | Date;
const HEAD = ['项目编码', '项目名称', '日期', '执行数（元）'];
const workbook = async (...rows: readonly (readonly Cell[])[]): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('执行数');
  for (const row of [HEAD, ...rows]) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
};
const day = (date: number): Date => new Date(Date.UTC(2023, 0, date));
const stands = async (): Promise<readonly (readonly string[])[]> =>
  ((await bureau.send('get', '/execution-figures').expect(200)).body.items as { projectCode: string; executed: string }[])
    .map(({ projectCode, executed }) => [projectCode, executed])
    .sort();

/** As the command does it. */
const run = async (bytes: Buffer, check = false): Promise<ImportedExecution> => {
  const { source, clock, engine } = world;
  const campaign = await campaignOf(source, { district: 'home' });
  const feed = () => Promise.resolve(createExecutionFeed(source, engine, clock));
  return importExecution({ source, clock, feed }, { campaign, table: await readTable(bytes), origin: '国库日报.xlsx', check });
};

it('reads a file for the page, and keeps nothing of it', async () => {
  const send = (who: LoggedIn, bytes: Buffer) =>
    who.send('post', '/execution-figures/file', undefined, { 'content-type': 'application/octet-stream' }).send(bytes as unknown as string);
  const { body } = await send(bureau, await workbook(['P1', '道路', day(31), 1234.5], [], ['P2', '桥', '2023/2/1', '1,000.00'])).expect(
    200,
  );
  expect(body).toEqual({
    hasHead: true,
    rows: [
      { row: 2, project: 'P1', day: '2023-01-31', executed: '1234.5' },
      { row: 4, project: 'P2', day: '2023-02-01', executed: '1000.00' },
    ],
  });
  expect((await send(bureau, Buffer.from('甲,乙\n1,2')).expect(200)).body).toEqual({ hasHead: false, rows: [] });
  await send(bureau, Buffer.from('%PDF\0')).expect(422);
  await send(await world.someone('unit', { unit_id: home.branches[0].unit }), Buffer.from('a')).expect(403);
  expect(await stands()).toEqual([]);
});

it('checks a table without feeding it', async () => {
  const csv = '项目编码,日期,执行数\nP1,2023-01-31,100\nP9,2023-01-31,1';
  const asked = { origin: '国库', csv, check: true };
  const { body } = await bureau
    .send('post', `/campaigns/${home.campaign}/execution-figures`, asked, { 'idempotency-key': 'check' })
    .expect(200);
  expect(body).toMatchObject({ accepted: 1, refused: 1, errors: [{ path: 'body.csv:3.project', code: 'UNKNOWN' }] });
  expect(await stands()).toEqual([]);
  const headless = { origin: '国库', csv: 'P1,2023-01-31,100' };
  const refused = await bureau
    .send('post', `/campaigns/${home.campaign}/execution-figures`, headless, { 'idempotency-key': 'headless' })
    .expect(422);
  expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'body.csv:1', code: 'head' })]);
});

it('imports a file by command as a whole: with one wrong row nothing, and it says what becomes of every row', async () => {
  const wrong = await run(
    await workbook(['P1', '', day(31), 100], ['P9', '', day(31), 1], ['P2', '', '昨天', '多'], ['P2', '', '2023-12-01', 5]),
  );
  expect(wrong.written).toBe(false);
  expect(wrong.rows.map(({ row, outcome, errors }) => [row, outcome, errors.map(({ path }) => path)])).toEqual([
    [2, 'accepted', []],
    [3, 'wrong', ['row 3.project']],
    [4, 'wrong', ['row 4.day', 'row 4.executed']],
    [5, 'wrong', ['row 5.day']],
  ]);
  expect(await stands()).toEqual([]);
  expect(executionAsText(wrong, false)).toContain('1 new, 0 corrected, 0 unchanged, 3 wrong: nothing was written');
});

it('says before what it does afterwards, corrects, and changes nothing the second time', async () => {
  const file = await workbook(['P1', '', day(31), 100], ['P2', '', day(31), 250.5]);
  const outcomes = ({ rows }: ImportedExecution) => rows.map(({ outcome }) => outcome);
  const before = await run(file, true);
  expect([before.written, outcomes(before), await stands()]).toEqual([false, ['accepted', 'accepted'], []]);
  expect(outcomes(await run(file))).toEqual(['accepted', 'accepted']);
  expect(await stands()).toEqual([
    ['P1', '100.00'],
    ['P2', '250.50'],
  ]);
  const corrected = await run(await workbook(['P1', '', day(31), 120], ['P2', '', day(31), 250.5]));
  expect([corrected.written, outcomes(corrected)]).toEqual([true, ['corrected', 'unchanged']]);
  expect(outcomes(await run(file, true))).toEqual(['corrected', 'unchanged']);
  const { body } = await bureau.send('get', `/audit?stream=campaign/${home.campaign}`).expect(200);
  expect(body.items).toHaveLength(2);
  expect(body.items[0]).toMatchObject({ type: 'execution-fed', actor: null, detail: { origin: '国库日报.xlsx' } });
});

it('wants to be told which year is meant where there are several, and refuses a table without its heads', async () => {
  await makeDistrict(world, 'away');
  await expect(campaignOf(world.source, {})).rejects.toThrow('--district away --year 2023 (away区 2023); --district home --year 2023');
  await expect(campaignOf(world.source, { district: 'home', year: 2020 })).rejects.toThrow('no such year');
  await expect(run(Buffer.from('甲,乙\n1,2'))).rejects.toMatchObject({ code: 'NOT_ACCEPTED', errors: [{ path: 'row 1' }] });
});
