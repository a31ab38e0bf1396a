import { z } from 'zod';
import { points } from '../forms/fields.js';
import { byId, day, id, instant, json, listQuery, name, page, sentence } from './fields.js';
import { route } from './route.js';

const tag = 'key-evaluation';
const at = byId('evaluation');
const inCampaign = byId('campaign');

const independence = z
  .strictObject({ permitted: z.boolean(), rulings: json.describe('Each rule with what it looked at and how it came out') })
  .meta({ id: 'Independence' });
const interest = z.strictObject({ about: name, text: sentence });
const declaration = z
  .strictObject({ agency: id, leadEvaluator: id, interests: z.array(interest), declaredBy: id, declaredAt: instant })
  .meta({ id: 'ConflictDeclaration' });
const rating = z
  .strictObject({
    agency: id,
    points: z.string(),
    explanation: json,
    remark: z.string().nullable(),
    ratedBy: id,
    ratedAt: instant,
  })
  .meta({ id: 'AgencyRating' });
const assigned = z
  .strictObject({
    id,
    campaign: id,
    project: id,
    agency: id,
    agencyName: z.string(),
    status: z.string(),
    /** Null where it was assigned before the rules were checked. */
    independence: json,
    declaration: declaration.nullable(),
    rating: rating.nullable(),
  })
  .meta({ id: 'AssignedEvaluation' });

export const checkAssignment = route({
  id: 'checkAssignment',
  method: 'get',
  path: '/campaigns/{campaign}/assignment-check',
  tag,
  summary: '独立性核查 May this agency evaluate this project? Nothing is written',
  action: 'evaluations.write',
  params: inCampaign,
  query: z.strictObject({ project: id, agency: id }),
  answer: independence,
});
export const proposeEvaluations = route({
  id: 'proposeEvaluations',
  method: 'get',
  path: '/campaigns/{campaign}/evaluation-proposals',
  tag,
  summary: '重点评价选题建议 Which projects the policy’s rule would select, and why; the bureau decides',
  action: 'evaluations.write',
  params: inCampaign,
  answer: z
    .strictObject({
      rule: z.string(),
      fiscalYear: z.int(),
      chosen: z.array(json),
      leftOut: z.array(json),
      quotas: z.array(json),
      totals: json,
      coverage: json,
      exceeds: z.boolean(),
    })
    .meta({ id: 'EvaluationProposals' }),
});
export const getAssignment = route({
  id: 'getAssignment',
  method: 'get',
  path: '/evaluations/{evaluation}/assignment',
  tag,
  summary: '评价委托 One evaluation: how its agency was checked, what it declared, how its work was rated',
  action: 'agencies.read',
  params: at,
  answer: assigned,
});
export const reassign = route({
  id: 'reassignEvaluation',
  method: 'post',
  path: '/evaluations/{evaluation}/agency',
  tag,
  summary: '改派机构 Assign another agency; while the evaluation runs, what is open passes to it, and both are told why',
  action: 'evaluations.write',
  params: at,
  body: z.strictObject({ agency: id, reason: sentence }),
  answer: assigned,
  idempotent: true,
});
export const declare = route({
  id: 'declareInterests',
  method: 'post',
  path: '/evaluations/{evaluation}/declaration',
  tag,
  summary: '利益冲突声明 The agency names its lead evaluator and declares its interests, or that it has none; once',
  action: 'declarations.own',
  params: at,
  body: z.strictObject({
    leadEvaluator: id,
    interests: z.array(interest).max(50),
    truthful: z.literal(true, { error: '须声明内容属实 (it must be declared as true)' }),
  }),
  answer: assigned,
  idempotent: true,
});
export const rateAgency = route({
  id: 'rateAgency',
  method: 'post',
  path: '/evaluations/{evaluation}/rating',
  tag,
  summary: '机构工作评价 Rate the agency’s work after acceptance; its credit grade follows by the policy; once',
  action: 'evaluations.write',
  params: at,
  body: z.strictObject({
    scores: z
      .array(z.strictObject({ criterion: name, points, basis: sentence }))
      .min(1)
      .max(50),
    remark: sentence.optional(),
  }),
  answer: assigned,
  idempotent: true,
});
export const listLedger = route({
  id: 'listCommentLedger',
  method: 'get',
  path: '/evaluations/{evaluation}/ledger',
  tag,
  summary: '意见答复台账 Each comment with its answer, each changed score with its reason; once the final report is accepted',
  action: 'evaluations.read',
  params: at,
  query: listQuery(['kind'], { kind: z.enum(['comment', 'change']).optional() }),
  answer: page(
    z
      .strictObject({
        evaluation: id,
        kind: z.enum(['comment', 'change']),
        number: z.int(),
        subject: z.string(),
        said: z.string().nullable(),
        fromPoints: z.string().nullable(),
        toPoints: z.string().nullable(),
        adopted: z.boolean().nullable(),
        reason: z.string().nullable(),
      })
      .meta({ id: 'LedgerEntry' }),
  ),
});

export const requestData = route({
  id: 'requestData',
  method: 'post',
  path: '/evaluations/{evaluation}/data-requests',
  tag,
  summary: '资料调取 Ask the evaluated unit for data by a day, while the evaluation runs; the agency looks at the reply',
  action: 'data.request',
  params: at,
  body: z.strictObject({ items: z.array(sentence).min(1).max(200), dueOn: day }),
  answer: z.strictObject({ id, obligation: id }),
  status: 201,
  idempotent: true,
});
export const listDataRequests = route({
  id: 'listDataRequests',
  method: 'get',
  path: '/data-requests',
  tag,
  summary: '资料调取清单 What evaluations have asked for, by when, and whether it is there',
  action: 'evaluations.read',
  query: listQuery(['askedAt', '-askedAt'], { campaign: id.optional(), evaluation: id.optional(), project: id.optional() }),
  answer: page(
    z
      .strictObject({
        id,
        evaluation: id,
        project: id,
        projectName: z.string(),
        obligation: id,
        document: id,
        items: z.array(z.string()),
        dueOn: day,
        status: z.string(),
        askedBy: id,
        askedAt: instant,
        answeredAt: instant.nullable(),
      })
      .meta({ id: 'DataRequest' }),
  ),
});

export const KEY_EVALUATION_ROUTES = [
  checkAssignment,
  proposeEvaluations,
  getAssignment,
  reassign,
  declare,
  rateAgency,
  listLedger,
  requestData,
  listDataRequests,
];
