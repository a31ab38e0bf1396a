import { z } from 'zod';
import { STAGES } from '#domain/stage/stage.js';
import { amount, byId, day, id, instant, json, listQuery, page, sentence, version, yearFilter } from './fields.js';
import { foreseenChange } from './organisation.routes.js';
import { route } from './route.js';

const tag = 'campaigns';
const status = z.enum(['draft', 'running', 'paused', 'closed']);
const at = byId('campaign');

const campaign = z
  .strictObject({
    id,
    district: id,
    districtName: z.string(),
    fiscalYear: z.int(),
    policy: id,
    policyHash: z.string(),
    status,
    launchedAt: instant.nullable(),
    closedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'Campaign' });

const stage = z
  .strictObject({
    id,
    key: z.string(),
    name: z.enum(STAGES),
    plan: json,
    position: z.int(),
    status: z.enum(['planned', 'open', 'closed']),
    opensOn: day.nullable(),
    dueOn: day.nullable(),
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
    statistics: json,
  })
  .meta({ id: 'Stage' });

const progress = z
  .strictObject({
    paused: z.boolean(),
    stages: z.array(
      z.strictObject({
        stage: id,
        key: z.string(),
        name: z.enum(STAGES),
        opensAt: instant.nullable(),
        after: z.array(z.string()),
        progress: z.enum(['planned', 'opening', 'open', 'closed']),
      }),
    ),
  })
  .meta({ id: 'Progress' });

const frozenCalendar = z
  .strictObject({
    version: z.string(),
    firstDay: day,
    /** One bit a day from `firstDay` on, most significant first, as hexadecimal digits: 1 is a working day. */
    workingDays: z.string(),
    provisionalFrom: day.optional(),
    /** The hour at which a day of grace ends, Asia/Shanghai. */
    dayEndsAt: z.string(),
    /** The present, which in a rehearsal is not the wall clock's. */
    now: instant,
    rehearsal: z.boolean(),
  })
  .meta({ id: 'CampaignCalendar' });

const owing = z
  .strictObject({
    obligation: id,
    stage: id,
    stageKey: z.string(),
    title: z.string(),
    unit: id.nullable(),
    unitName: z.string().nullable(),
    department: id.nullable(),
    agency: id.nullable(),
    dueAt: instant,
    documents: z.int(),
    missing: z.int(),
    returned: z.int(),
  })
  .meta({ id: 'NotSubmitted' });

const asked = z
  .strictObject({ done: z.boolean(), detail: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: 'CampaignAnswer' });
const key = z.string().regex(/^[a-z0-9-]{1,60}$/, { error: '不是阶段的键 (not the key of a stage)' });

export const listCampaigns = route({
  id: 'listCampaigns',
  method: 'get',
  path: '/campaigns',
  tag,
  summary: '年度工作 Campaigns',
  action: 'campaigns.read',
  query: listQuery(['-fiscalYear', 'fiscalYear'], {
    district: id.optional(),
    fiscalYear: yearFilter.optional(),
    status: status.optional(),
  }),
  answer: page(campaign),
});
export const getCampaign = route({
  id: 'getCampaign',
  method: 'get',
  path: '/campaigns/{campaign}',
  tag,
  summary: '年度工作详情 One campaign',
  action: 'campaigns.read',
  params: at,
  answer: campaign,
  etag: true,
});
export const createCampaign = route({
  id: 'createCampaign',
  method: 'post',
  path: '/campaigns',
  tag,
  summary: '起草年度工作 Draft a campaign from a policy',
  action: 'campaigns.write',
  body: z.strictObject({ policy: id }),
  answer: campaign,
  status: 201,
  etag: true,
});
export const launchCampaign = route({
  id: 'launchCampaign',
  method: 'post',
  path: '/campaigns/{campaign}/launch',
  tag,
  summary: '启动年度工作 Launch: policy and calendar are frozen, the year starts',
  action: 'campaigns.write',
  params: at,
  answer: campaign,
  idempotent: true,
});

const command = <const N extends string, const P extends string, B extends z.ZodType>(name: N, path: P, summary: string, body: B) =>
  route({
    id: name,
    method: 'post',
    path: `/campaigns/{campaign}/${path}`,
    tag,
    summary,
    action: 'campaigns.write',
    params: at,
    body,
    answer: asked,
    idempotent: true,
  });

export const pauseCampaign = command('pauseCampaign', 'pause', '暂停 Pause: no further stage opens', z.strictObject({ reason: sentence }));
export const resumeCampaign = command('resumeCampaign', 'resume', '恢复 Resume', z.strictObject({ reason: sentence }));
export const rescheduleStage = command(
  'rescheduleStage',
  'reschedule',
  '调整阶段日期 Move a stage’s days',
  z
    .strictObject({ key, opensOn: day.optional(), dueOn: day.optional(), reason: sentence })
    .refine((it) => it.opensOn !== undefined || it.dueOn !== undefined, {
      error: '请给出新的开始日或截止日 (give a new opening or due day)',
    }),
);
export const addUnits = command(
  'addUnits',
  'add-units',
  '增补单位 Units that came late get the tasks of an open stage',
  z.strictObject({ key, units: z.array(id).min(1).max(1000), reason: sentence }),
);
export const addProjects = command(
  'addProjects',
  'add-projects',
  '年中新增项目 Projects that came during the year file their targets and join the stages that are open',
  z.strictObject({ projects: z.array(id).min(1).max(1000), reason: sentence }),
);
export const previewAddProjects = route({
  id: 'previewAddProjects',
  method: 'post',
  path: '/campaigns/{campaign}/add-projects-preview',
  tag,
  summary: '年中新增项目预览 What adding projects would open, by when, and whom it would tell; nothing is stored',
  action: 'campaigns.write',
  params: at,
  body: z.strictObject({ projects: z.array(id).min(1).max(1000) }),
  answer: foreseenChange,
});
export const closeStage = command(
  'closeStage',
  'close-stage',
  '提前结束阶段 Close a stage early; what is open in it is cancelled',
  z.strictObject({ key, reason: sentence }),
);
export const getCampaignCalendar = route({
  id: 'getCampaignCalendar',
  method: 'get',
  path: '/campaigns/{campaign}/calendar',
  tag,
  summary: '工作日历 The calendar that the campaign goes by, and its present',
  action: 'campaigns.read',
  params: at,
  answer: frozenCalendar,
});
export const recalendarCampaign = command(
  'recalendarCampaign',
  'calendar',
  '更新日历 The notice of a year came out: the campaign and all that is open in it go by it',
  z.strictObject({
    calendar: z
      .array(
        z
          .string()
          .regex(/^cn-\d{4}@\d{1,2}$/, { error: '应为日历版本，如 cn-2027@1 (a calendar version is needed, for instance cn-2027@1)' }),
      )
      .min(1)
      .max(5),
    reason: sentence,
  }),
);
export const getProgress = route({
  id: 'getProgress',
  method: 'get',
  path: '/campaigns/{campaign}/progress',
  tag,
  summary: '进度 Where the year stands, by the engine',
  action: 'campaigns.read',
  params: at,
  answer: progress,
});
export const listStages = route({
  id: 'listStages',
  method: 'get',
  path: '/campaigns/{campaign}/stages',
  tag,
  summary: '阶段 Stages of the plan',
  action: 'campaigns.read',
  params: at,
  query: listQuery(['position', '-position'], { status: z.enum(['planned', 'open', 'closed']).optional() }),
  answer: page(stage),
});
export const listNotSubmitted = route({
  id: 'listNotSubmitted',
  method: 'get',
  path: '/campaigns/{campaign}/not-submitted',
  tag,
  summary: '未报送 Who has not submitted, by unit and stage',
  action: 'board.read',
  params: at,
  query: listQuery(['stage'], { stage: id.optional(), department: id.optional(), unit: id.optional() }),
  answer: page(owing),
});
export const assignEvaluation = route({
  id: 'assignEvaluation',
  method: 'post',
  path: '/campaigns/{campaign}/evaluations',
  tag: 'key-evaluation',
  summary: '选定重点评价 Select a project and assign an agency, before the stage opens; refused where it is not independent',
  action: 'evaluations.write',
  params: at,
  body: z.strictObject({ project: id, agency: id }),
  answer: z.strictObject({ id, project: id, agency: id, stage: id, status: z.literal('planned'), independence: json }),
  status: 201,
});
export const adjustBudget = route({
  id: 'adjustBudget',
  method: 'post',
  path: '/projects/{project}/budget-adjustments',
  tag: 'projects',
  summary: '预算调整 Adjust a budget: the target is filed again, and the amount holds once that is approved',
  action: 'budgets.adjust',
  params: byId('project'),
  body: z.strictObject({ campaign: id, amount, reason: sentence }),
  answer: asked,
  idempotent: true,
});

export const CAMPAIGN_ROUTES = [
  listCampaigns,
  getCampaign,
  createCampaign,
  launchCampaign,
  pauseCampaign,
  resumeCampaign,
  rescheduleStage,
  addUnits,
  addProjects,
  previewAddProjects,
  closeStage,
  getCampaignCalendar,
  recalendarCampaign,
  getProgress,
  listStages,
  listNotSubmitted,
  assignEvaluation,
  adjustBudget,
];
