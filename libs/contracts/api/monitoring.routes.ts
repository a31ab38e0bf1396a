import { z } from 'zod';
import { WARNING_COLOURS } from '#domain/policy/policy.js';
import { amount, byId, day, fieldError, id, instant, json, listQuery, money, page, sentence } from './fields.js';
import { route } from './route.js';

const tag = 'monitoring';
const lights = z.enum([...WARNING_COLOURS, 'green']);
const projectRef = { project: id, projectCode: z.string(), projectName: z.string() };
const ofProjects = { project: id.optional(), unit: id.optional(), department: id.optional() };

/** One figure as it is fed. `executed`: yuan up to the end of the day. */
export const fedRow = z.strictObject({ project: z.string().trim().min(1).max(60), day, executed: amount });

export const feedExecution = route({
  id: 'feedExecution',
  method: 'post',
  path: '/campaigns/{campaign}/execution-figures',
  tag,
  summary: '导入执行数 Feed executed amounts by project code and day; good rows are accepted, wrong ones named; a repeat changes nothing',
  action: 'execution.feed',
  params: byId('campaign'),
  body: z
    .strictObject({
      origin: sentence,
      rows: z
        .array(z.unknown().meta({ description: '{ project: 项目编码, day: YYYY-MM-DD, executed: 元 }' }))
        .min(1)
        .max(20_000)
        .optional(),
      csv: z.string().min(1).max(900_000).optional().meta({ description: '首行 project,day,executed 或 项目编码,日期,执行数' }),
      check: z.boolean().default(false).meta({ description: 'true：只检查，不导入' }),
    })
    .refine((it) => (it.rows === undefined) !== (it.csv === undefined), {
      error: '请给出 rows 或 csv 之一 (give either rows or csv)',
    }),
  answer: z
    .strictObject({
      accepted: z.int(),
      corrected: z.int(),
      unchanged: z.int(),
      refused: z.int(),
      warnings: z.int(),
      errors: z.array(fieldError),
    })
    .meta({ id: 'ExecutionFed' }),
  idempotent: true,
});

export const readExecutionFile = route({
  id: 'readExecutionFile',
  method: 'post',
  path: '/execution-figures/file',
  tag,
  summary: '读取文件 What stands in a workbook or CSV file of executed amounts, to be looked at before it is fed; nothing of it is kept',
  action: 'execution.feed',
  upload: true,
  answer: z
    .strictObject({
      /** False: the first row does not name the columns 项目编码, 日期, 执行数, and nothing was read. */
      hasHead: z.boolean(),
      rows: z.array(z.strictObject({ row: z.int(), project: z.string(), day: z.string(), executed: z.string() })),
    })
    .meta({ id: 'ExecutionFile' }),
  status: 200,
});

export const listExecution = route({
  id: 'listExecution',
  method: 'get',
  path: '/execution-figures',
  tag,
  summary: '执行数 Executed amounts by day, each with its origin; corrected ones too when asked for',
  action: 'projects.read',
  query: listQuery(['-day', 'day'], { ...ofProjects, superseded: z.enum(['true', 'false']).default('false') }),
  answer: page(
    z
      .strictObject({
        id,
        ...projectRef,
        day,
        executed: z.string(),
        origin: z.string(),
        fedAt: instant,
        fedBy: id.nullable(),
        supersededAt: instant.nullable(),
      })
      .meta({ id: 'ExecutionFigure' }),
  ),
});

const light = z
  .strictObject({
    id,
    campaign: id,
    ...projectRef,
    light: lights.nullable(),
    asOf: day,
    explanation: json,
    raised: z.array(z.string()),
    undecided: json,
    report: id.nullable(),
    figure: id.nullable(),
    at: instant,
  })
  .meta({ id: 'MonitoringLight' });

export const listLights = route({
  id: 'listLights',
  method: 'get',
  path: '/monitoring-lights',
  tag,
  summary: '亮灯 The light of each project by its newest figures, with rules that could not be decided',
  action: 'warnings.read',
  query: listQuery(['projectCode', '-projectCode'], {
    ...ofProjects,
    campaign: id.optional(),
    light: z.enum([...lights.options, 'undecided']).optional(),
  }),
  answer: page(light),
});

export const listIdleFunds = route({
  id: 'listIdleFunds',
  method: 'get',
  path: '/campaigns/{campaign}/idle-funds',
  tag,
  summary: '闲置资金 Funds that the units themselves do not expect to spend this year, each figure explained',
  action: 'warnings.read',
  params: byId('campaign'),
  query: listQuery(['projectCode', '-projectCode'], ofProjects),
  answer: page(
    z.strictObject({ id, ...projectRef, budget: z.string(), executed: money, forecast: z.string(), idle: json }).meta({ id: 'IdleFunds' }),
  ),
});

export const listExecutionProgress = route({
  id: 'listExecutionProgress',
  method: 'get',
  path: '/campaigns/{campaign}/execution-progress',
  tag,
  summary: '执行进度 Executed amounts by project and day, as fed and as approved reports say, beside budget and light',
  action: 'warnings.read',
  params: byId('campaign'),
  query: listQuery(['day', '-day'], ofProjects),
  answer: page(
    z
      .strictObject({
        id,
        ...projectRef,
        class: z.enum(['ordinary', 'key']),
        unit: id,
        unitName: z.string(),
        department: id,
        day,
        executed: z.string(),
        budget: money,
        report: id.nullable(),
        light: lights.nullable(),
      })
      .meta({ id: 'ExecutionProgress' }),
  ),
});

export const getMonitoringContext = route({
  id: 'getMonitoringContext',
  method: 'get',
  path: '/documents/{document}/monitoring-context',
  tag,
  summary: '双监控对照 What a monitoring report is filled in beside: budget figures, progress of each indicator, light, warnings',
  action: 'documents.read',
  params: byId('document'),
  answer: z
    .strictObject({
      document: id,
      project: id,
      asOf: day,
      budget: json,
      quantities: json,
      indicators: z.array(json),
      light: json,
      warnings: z.array(json),
      undecided: z.array(json),
      secondRound: z.array(json),
    })
    .meta({ id: 'MonitoringContext' }),
});

export const MONITORING_ROUTES = [
  feedExecution,
  readExecutionFile,
  listExecution,
  listLights,
  listIdleFunds,
  listExecutionProgress,
  getMonitoringContext,
];
