import { v7 as uuid } from 'uuid';
import { draftCampaign } from '#api/campaigns/draft-campaign.js';
import { JIANGBEI_SIZE, generateDistrict } from '#contracts/import/generate-district.js';
import { parsePolicy } from '#contracts/policy/parse-policy.js';
import type { Policy } from '#domain/policy/policy.js';
import { importDistrict } from '#persistence/organisation/import-district.js';
import { shippedText } from '#platform/shipped.js';
import { makeDistrict } from './district.js';
import type { District } from './district.js';
import { World } from './world.js';

const ASSESSMENT = `
assessment:
  items:
    - { measure: timeliness, weight: 40, source: 测试办法第三条 }
    - { measure: first-pass, weight: 30, source: 测试办法第三条 }
    - { measure: execution, weight: 30, source: 测试办法第三条 }
`;

let world: World;
let home: District;
let policy: Policy;

beforeAll(async () => {
  world = await World.begin();
  home = await makeDistrict(world, 'home');
  const parsed = parsePolicy(`${await shippedText('policies/jiangbei-size-2023.yaml')}${ASSESSMENT}`);
  if (!('policy' in parsed)) throw new Error(JSON.stringify(parsed));
  policy = parsed.policy;
  await world.source.query('update campaign set policy = $2::text::jsonb where id = $1', [home.campaign, JSON.stringify(policy)]);
  world.clock.at = Date.parse('2023-04-01T10:00:00+08:00');
});
afterAll(() => world.end());

const submitted = (obligation: string, document: string, at: string): Promise<unknown> =>
  world.source.query(
    `insert into audit_entry (stream, sequence, at, type, detail, previous_hash, hash) values ('obligation/' || $1, 1, $3, 'submit',
       jsonb_build_object('documents', jsonb_build_array(jsonb_build_object('id', $2::text))), '', '')`,
    [obligation, document, at],
  );
const amounts = (project: string, budget: string | null, executed: string | null): Promise<unknown> =>
  world.source.query(
    'update project set adjusted_budget = $2, initial_budget = $2, approved_budget = $2, executed_amount = $3 where id = $1',
    [project, budget, executed],
  );

it('counts what the viewer sees: owed, filed, returned, late, scores and money, with last year beside it', async () => {
  const [first, second] = home.branches;
  await world.source.query(`update document set status = 'approved', round = 1 where id = $1`, [first.document]);
  await submitted(first.obligation, first.document, '2023-03-10T00:00:00Z');
  await amounts(first.project, '300.00', '100.00');
  await amounts(second.project, '100.00', null);
  const result = { campaign_id: home.campaign, kind: 'self-evaluation', explanation: {}, at: '2023-03-20T00:00:00Z' };
  await world.insert('result', { ...result, project_id: first.project, document_id: first.document, score: '90.00', grade: '优' });
  await world.insert('result', { ...result, project_id: second.project, document_id: second.document, score: '75.25', grade: '中' });

  const bureau = await world.someone('bureau', { district_id: home.id });
  const path = `/campaigns/${home.campaign}/overview`;
  const { body } = await bureau.send('get', path).expect(200);
  expect(body.stages[0]).toMatchObject({ key: 'target-filing', owed: 2, filed: 1, approved: 1, returned: 0, late: 1 });
  const behind = async (filter: string): Promise<string[]> => {
    const rows = await bureau.send('get', `/documents?campaign=${home.campaign}&${filter}`).expect(200);
    return rows.body.items.map(({ id }: { id: string }) => id);
  };
  expect(await behind('counted=owed')).toHaveLength(2);
  expect([await behind('counted=filed'), await behind('counted=approved')]).toEqual([[first.document], [first.document]]);
  expect(await behind('counted=returned')).toEqual([]);
  expect(await behind('lateAt=2023-04-01T02:00:00Z')).toEqual([second.document]);
  expect(await behind('overdueAt=2023-04-01T02:00:00Z')).toEqual([second.document]);
  expect(body.scores).toEqual([
    {
      ...{ kind: 'self-evaluation', scored: 2, mean: '661/8', meanShown: '82.63', median: '661/8', medianShown: '82.63' },
      ...{ least: '301/4', most: '90', grades: { 优: 1, 中: 1 }, untrue: 0 },
    },
  ]);
  expect(body.funds).toMatchObject({ projects: 1, without: 1, budget: '300.00', executed: '100.00', rate: '1/3', shown: '33.33%' });
  expect([body.lastYear, body.change]).toEqual([null, null]);
  expect(body.assessments.map((it: { score: string | null }) => it.score)).toEqual(['80', '0']);
  expect(body.assessments[0].items[2].sentence.zh).toBe('预算执行率：100.00／300.00 × 30 分 = 10.00 分。');

  const department = await world.someone('department', { unit_id: second.department });
  const { body: own } = await department.send('get', path).expect(200);
  expect(own.stages[0]).toMatchObject({ owed: 1, filed: 0, late: 1 });
  expect(own.funds).toMatchObject({ projects: 0, without: 1, rate: null, reason: 'DENOMINATOR_ZERO' });
  expect(own.assessments).toHaveLength(1);
  const unit = await world.someone('unit', { unit_id: first.unit });
  const { body: alone } = await unit.send('get', path).expect(200);
  expect([alone.stages[0].owed, alone.scores[0].scored, alone.assessments]).toEqual([1, 1, []]);
  await (await world.someone('agency', { agency_id: home.agency })).send('get', path).expect(403);

  const frozen = { policy_id: home.policy, policy_hash: 'h', policy, calendar: {} };
  await world.insert('campaign', { district_id: home.id, fiscal_year: 2022, ...frozen, status: 'closed', version: 1 });
  const { body: beside } = await bureau.send('get', path).expect(200);
  expect(beside.lastYear).toMatchObject({ fiscalYear: 2022, stages: [], scores: [] });
  expect(beside.change).toEqual({ executionRate: null, scores: [], late: 1 });
});

it('refuses a formula whose weights do not sum to 100', async () => {
  const text = `${await shippedText('policies/jiangbei-size-2023.yaml')}${ASSESSMENT.replace('weight: 40', 'weight: 39')}`;
  expect(parsePolicy(text)).toMatchObject([{ path: expect.stringContaining('assessment') as string }]);
});

it('counts a district of 2,461 projects with four stages filed', async () => {
  const { source, clock } = world;
  const generated = generateDistrict({ ...JIANGBEI_SIZE, fiscalYear: 2023 });
  const [policyId, campaign] = [uuid(), uuid()];
  const district = await source.transaction(async (manager) => {
    const imported = await importDistrict(manager, generated, clock.now(), { fiscalYear: 2023 });
    await manager.query(
      `insert into policy (id, district_id, fiscal_year, version, hash, yaml, content, created_at) values ($1, $2, 2023, 1, 'h', '', $3, now())`,
      [policyId, imported.district, policy],
    );
    await draftCampaign(manager, {
      id: campaign,
      policy: { id: policyId, district: imported.district, fiscalYear: 2023, hash: 'h', content: policy },
      clock,
    });
    return imported.district;
  });
  await source.query(
    `insert into obligation (id, district_id, campaign_id, stage_id, kind, title, unit_id, department_id, sector_office_id, terms, state, status,
       opened_at, due_on, due_at)
     select gen_random_uuid(), u.district_id, $1, s.id, 'target', u.name, u.id, u.department_id, u.sector_office_id, '{}', '{}', 'open', now(),
       '2023-03-15', '2023-03-15T16:00:00Z'
     from budget_unit u cross join (select id from stage where campaign_id = $1 order by position limit 4) s where u.district_id = $2`,
    [campaign, district],
  );
  await source.query(
    `insert into document (id, obligation_id, district_id, campaign_id, stage_id, kind, title, unit_id, department_id, sector_office_id, project_id,
       status, round, due_at, changed_at)
     select gen_random_uuid(), o.id, o.district_id, o.campaign_id, o.stage_id, o.kind, p.name, o.unit_id, o.department_id, o.sector_office_id, p.id,
       'approved', 1, o.due_at, now() from obligation o join project p on p.unit_id = o.unit_id where o.campaign_id = $1`,
    [campaign],
  );
  await source.query(
    `insert into audit_entry (stream, sequence, at, type, detail, previous_hash, hash)
     select 'obligation/' || d.obligation_id, 1, '2023-03-10T00:00:00Z', 'submit',
       jsonb_build_object('documents', jsonb_agg(jsonb_build_object('id', d.id))), '', '' from document d where d.campaign_id = $1 group by d.obligation_id`,
    [campaign],
  );
  await source.query(
    `insert into result (id, campaign_id, kind, project_id, document_id, score, grade, explanation, at)
     select gen_random_uuid(), d.campaign_id, 'self-evaluation', d.project_id, d.id, 60 + (random() * 40)::numeric(5, 2), '良', '{}', now()
     from document d join stage s on s.id = d.stage_id where d.campaign_id = $1 and s.position = 0`,
    [campaign],
  );
  await source.query('analyze');
  const bureau = await world.someone('bureau', { district_id: district });
  const { body } = await bureau.send('get', `/campaigns/${campaign}/overview`).expect(200);
  expect(body.stages[0].filed).toBe(2461);
  expect(body.assessments.length).toBeGreaterThan(70);
});
