import { makeDistrict } from './district.js';
import type { District } from './district.js';
import { World } from './world.js';

let world: World;
let home: District;

beforeAll(async () => {
  world = await World.begin();
  home = await makeDistrict(world, 'home');
});
afterAll(() => world.end());

const fed = (project: string, day: string, executed: string, supersededAt: string | null = null): Promise<string> =>
  world.insert('execution_figure', {
    project_id: project,
    on_day: day,
    executed_amount: executed,
    origin: '国库支付系统',
    fed_at: '2023-08-02T00:00:00Z',
    superseded_at: supersededAt,
  });

it('tells executed amounts by day, as fed and as approved reports say, and none that were corrected', async () => {
  const [{ project, obligation, department }] = home.branches;
  await fed(project, '2023-05-31', '40000.00');
  await fed(project, '2023-05-31', '4000.00', '2023-06-01T00:00:00Z');
  await world.source.query(`update stage set plan = plan || '{"asOf": "2023-07-31"}' where id = $1`, [home.stage]);
  const report = await world.insert('document', {
    district_id: home.id,
    campaign_id: home.campaign,
    stage_id: home.stage,
    department_id: department,
    obligation_id: obligation,
    project_id: project,
    kind: 'monitoring-report',
    title: '监控',
    due_at: '2023-08-18T16:00:00Z',
    status: 'approved',
    round: 1,
    content_version: 1,
    filed_version: 1,
    changed_at: '2023-08-08T06:00:00Z',
  });
  await world.source.query(
    `insert into document_content (document_id, version, content, saved_at) values ($1, 1, '{"executedAmount": "55000.00"}', '2023-08-08T06:00:00Z')`,
    [report],
  );

  const bureau = await world.someone('bureau', { district_id: home.id });
  const { body } = await bureau.send('get', `/campaigns/${home.campaign}/execution-progress`).expect(200);
  expect(body.items).toMatchObject([
    { project, day: '2023-05-31', executed: '40000.00', budget: '100000.00', report: null, light: null },
    { project, day: '2023-07-31', executed: '55000.00', report },
  ]);

  const stranger = await world.someone('department', { unit_id: home.branches[1].department });
  const seen = await stranger.send('get', `/campaigns/${home.campaign}/execution-progress`).expect(200);
  expect(seen.body.items).toEqual([]);
});
