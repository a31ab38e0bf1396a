import { randomUUID } from 'node:crypto';
import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { calendarFor } from '#platform/calendar-source/calendar-source.js';
import type { World } from './world.js';

export interface Branch {
  readonly department: string;
  readonly unit: string;
  readonly project: string;
  readonly obligation: string;
  readonly document: string;
}

export interface District {
  readonly id: string;
  readonly office: string;
  readonly agency: string;
  readonly policy: string;
  readonly campaign: string;
  readonly stage: string;
  readonly branches: readonly [Branch, Branch];
}

const DUE = '2023-03-15T16:00:00Z';

/** Frozen with the campaign, as every launch does. */
const CALENDAR = calendarFor(SAMPLE_POLICY.calendar, '2022-10-10', '2023-12-29');

const deadline = { serial: 1, dueOn: '2023-03-15', dueAt: Date.parse(DUE), rungs: [] };

async function branch(world: World, at: Omit<District, 'branches' | 'policy'>, office: string | null, n: number): Promise<Branch> {
  const [department, unit] = [randomUUID(), randomUUID()];
  const common = {
    district_id: at.id,
    aliases: [],
    category: '部门',
    classified: false,
    version: 1,
    department_id: department,
    sector_office_id: office,
  };
  await world.insert('budget_unit', { ...common, id: department, code: `D${String(n)}`, name: `第${String(n)}部门` });
  await world.insert('budget_unit', { ...common, id: unit, parent_id: department, code: `U${String(n)}`, name: `第${String(n)}单位` });
  const place = { district_id: at.id, unit_id: unit, department_id: department, sector_office_id: office };
  const project = await world.insert('project', {
    ...place,
    fiscal_year: 2023,
    code: `P${String(n)}`,
    name: `道路养护项目${String(n)}`,
    attribute: 'new',
    class: 'ordinary',
    initial_budget: '100000.00',
    sources: {},
    status: 'active',
    version: 1,
  });
  const work = { ...place, campaign_id: at.campaign, stage_id: at.stage, kind: 'target', title: `绩效目标${String(n)}`, due_at: DUE };
  const obligation = await world.insert('obligation', {
    ...work,
    terms: { chain: [], seats: {}, silence: 'none' },
    state: { status: 'open', documents: {}, deadline, extension: null },
    status: 'open',
    sequence: 0,
    opened_at: '2023-02-01T00:00:00Z',
    due_on: '2023-03-15',
    deadline_serial: 1,
  });
  const document = await world.insert('document', {
    ...work,
    obligation_id: obligation,
    project_id: project,
    status: 'open',
    round: 0,
    content_version: 0,
    changed_at: '2023-02-01T00:00:00Z',
  });
  return { department, unit, project, obligation, document };
}

/** A district with two branches under one sector office each, a running campaign with one open stage, and one obligation a branch. */
export async function makeDistrict(world: World, code: string): Promise<District> {
  const id = await world.insert('district', { code, name: `${code}区`, origin: 'generated' });
  const office = await world.insert('sector_office', { district_id: id, name: '教科文科', aliases: [] });
  const agency = await world.insert('agency', { district_id: id, name: '甲事务所' });
  const policy = await world.insert('policy', {
    district_id: id,
    fiscal_year: 2023,
    version: 1,
    hash: 'h',
    yaml: 'x',
    content: {},
    created_at: '2023-01-01T00:00:00Z',
  });
  const frozen = { policy_id: policy, policy_hash: 'h', policy: SAMPLE_POLICY, calendar: CALENDAR };
  const campaign = await world.insert('campaign', { district_id: id, fiscal_year: 2023, ...frozen, status: 'running', version: 1 });
  const stage = await world.insert('stage', {
    campaign_id: campaign,
    key: 'target-filing',
    name: 'target-filing',
    plan: SAMPLE_POLICY.plan[0],
    position: 0,
    status: 'open',
    statistics: {},
  });
  await world.insert('stage', {
    campaign_id: campaign,
    key: 'key-evaluation',
    name: 'key-evaluation',
    plan: {
      stage: 'key-evaluation',
      opens: '2023-06-01',
      planDue: '2023-06-30',
      draftDue: '2023-08-31',
      chain: 'filing',
      ladder: 'standard',
    },
    position: 1,
    status: 'planned',
    statistics: {},
  });
  const at = { id, office, agency, campaign, stage };
  return { ...at, policy, branches: [await branch(world, at, office, 1), await branch(world, at, null, 2)] };
}

export const giveTask = (
  world: World,
  { document, obligation }: Branch,
  person: string,
  doing: 'file' | 'review' = 'file',
): Promise<unknown> =>
  world.source.query('insert into task (document_id, person_id, obligation_id, doing, due_at) values ($1, $2, $3, $4, $5)', [
    document,
    person,
    obligation,
    doing,
    DUE,
  ]);
