import { z } from 'zod';
import { EVALUATION_TYPES } from '#domain/key-evaluation/evaluation-type.js';
import { WARNING_COLOURS } from '#domain/policy/policy.js';
import { byId, day, id, instant, json, listQuery, money, name, page, version, yearFilter } from './fields.js';
import { route } from './route.js';

const projectRef = { project: id, projectCode: z.string(), projectName: z.string() };
const inCampaign = { campaign: id.optional(), project: id.optional() };
const timed = listQuery(['-at', 'at'], inCampaign);

const project = z
  .strictObject({
    id,
    district: id,
    fiscalYear: z.int(),
    unit: id,
    unitName: z.string(),
    department: id,
    sectorOffice: id.nullable(),
    code: z.string(),
    name: z.string(),
    attribute: z.enum(['new', 'continuing']),
    class: z.enum(['ordinary', 'key']),
    initialBudget: money,
    approvedBudget: money,
    adjustedBudget: money,
    fundsReceived: money,
    executedAmount: money,
    /** `subject`: a department, policy or bond that is evaluated as a whole; in no list of projects. */
    status: z.enum(['active', 'cancelled', 'subject']),
    version,
  })
  .meta({ id: 'Project' });
const wholeProject = z.strictObject({ ...project.shape, sources: json, priorLinkage: json }).meta({ id: 'ProjectWithSources' });

const list = <const I extends string, const P extends string, A extends z.ZodType>(
  operation: I,
  path: P,
  summary: string,
  action: 'warnings.read' | 'evaluations.read' | 'feedback.read' | 'results.read',
  query: z.ZodObject,
  item: A,
) => route({ id: operation, method: 'get', path: `/${path}`, tag: path, summary, action, query, answer: page(item) });

export const listProjects = route({
  id: 'listProjects',
  method: 'get',
  path: '/projects',
  tag: 'projects',
  summary: '项目 Projects, searched by name or code',
  action: 'projects.read',
  query: listQuery(['code', '-code'], {
    q: name.optional(),
    district: id.optional(),
    fiscalYear: yearFilter.optional(),
    unit: id.optional(),
    department: id.optional(),
    class: z.enum(['ordinary', 'key']).optional(),
    status: z.enum(['active', 'cancelled']).optional(),
    /** Of this campaign's year, and nothing in it is about them yet. */
    outside: id.optional(),
  }),
  answer: page(project),
});
export const getProject = route({
  id: 'getProject',
  method: 'get',
  path: '/projects/{project}',
  tag: 'projects',
  summary: '项目详情 One project, with the source of every figure',
  action: 'projects.read',
  params: byId('project'),
  answer: wholeProject,
  etag: true,
});
export const listWarnings = list(
  'listWarnings',
  'warnings',
  '预警 Warnings',
  'warnings.read',
  timed.extend({ colour: z.enum(WARNING_COLOURS).optional(), status: z.enum(['informed', 'open', 'answered']).optional() }),
  z
    .strictObject({
      id,
      campaign: id,
      ...projectRef,
      report: id.nullable(),
      figure: id.nullable(),
      rule: z.string(),
      colour: z.enum(WARNING_COLOURS),
      secondRound: z.boolean(),
      explanation: json,
      answer: id.nullable(),
      status: z.enum(['informed', 'open', 'answered']),
      at: instant,
    })
    .meta({ id: 'Warning' }),
);
export const listEvaluations = list(
  'listEvaluations',
  'evaluations',
  '重点评价 Key evaluations',
  'evaluations.read',
  listQuery(['projectCode', '-projectCode'], { ...inCampaign, agency: id.optional(), status: z.string().max(20).optional() }),
  z
    .strictObject({
      id,
      campaign: id,
      stage: id,
      ...projectRef,
      type: z.enum(EVALUATION_TYPES),
      agency: id,
      agencyName: z.string(),
      status: z.string(),
      score: z.string().nullable(),
      grade: z.string().nullable(),
      openedAt: instant.nullable(),
      acceptedAt: instant.nullable(),
    })
    .meta({ id: 'Evaluation' }),
);
export const listFindings = list(
  'listFindings',
  'findings',
  '问题清单 Findings and whether they are struck off',
  'feedback.read',
  listQuery(['projectCode', '-projectCode'], { ...inCampaign, evaluation: id.optional(), notice: id.optional() }),
  z
    .strictObject({
      id,
      campaign: id,
      evaluation: id,
      ...projectRef,
      notice: id.nullable(),
      number: z.int(),
      problem: z.string(),
      recommendation: z.string().nullable(),
      item: id.nullable(),
      struckOffAt: instant.nullable(),
    })
    .meta({ id: 'Finding' }),
);
export const listNotices = list(
  'listNotices',
  'feedback-notices',
  '反馈通知 Feedback notices',
  'feedback.read',
  listQuery(['-issuedAt', 'issuedAt'], { ...inCampaign, unit: id.optional() }),
  z
    .strictObject({
      id,
      campaign: id,
      evaluation: id,
      ...projectRef,
      unit: id,
      unitName: z.string(),
      number: z.string(),
      score: z.string().nullable(),
      grade: z.string().nullable(),
      issuedAt: instant,
      acknowledgedAt: instant.nullable(),
      rectifiedAt: instant.nullable(),
      /** Score, grade, problems and recommendations as signed; null where the policy has no sign-off. */
      content: json,
      rectifyBy: day.nullable(),
      signedBy: id.nullable(),
      signedByName: z.string().nullable(),
      /** Problems that it names, and how many of them are struck off. */
      problems: z.int(),
      struckOff: z.int(),
      /** The document by which the unit acknowledges it; null until it is owed. */
      receipt: id.nullable(),
    })
    .meta({ id: 'FeedbackNotice' }),
);
export const listResults = list(
  'listResults',
  'results',
  '结果 Scores and grades, each with its explanation',
  'results.read',
  timed.extend({
    kind: z.enum(['ex-ante', 'self-evaluation', 'spot-check', 'evaluation']).optional(),
    grade: z.string().max(4).optional(),
  }),
  z
    .strictObject({
      id,
      campaign: id,
      kind: z.string(),
      ...projectRef,
      document: id,
      score: z.string(),
      grade: z.string().nullable(),
      conclusion: z.string().nullable(),
      explanation: json,
      at: instant,
    })
    .meta({ id: 'Result' }),
);
export const RESULT_ROUTES = [listProjects, getProject, listWarnings, listEvaluations, listFindings, listNotices, listResults];
