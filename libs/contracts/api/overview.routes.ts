import { z } from 'zod';
import { ASSESSMENT_MEASURES } from '#domain/policy/assessment-policy.js';
import { STAGES } from '#domain/stage/stage.js';
import { byId, id } from './fields.js';
import { route } from './route.js';

const sentence = z.strictObject({ zh: z.string(), en: z.string() });
const count = z.int();

const stageCounts = z
  .strictObject({
    stage: id,
    key: z.string(),
    name: z.enum(STAGES),
    status: z.enum(['planned', 'open', 'closed']),
    owed: count,
    filed: count,
    approved: count,
    returned: count,
    late: count,
  })
  .meta({ id: 'StageCounts' });

const scores = z
  .strictObject({
    kind: z.enum(['ex-ante', 'self-evaluation', 'spot-check', 'evaluation']),
    scored: count,
    mean: z.string(),
    meanShown: z.string(),
    median: z.string(),
    medianShown: z.string(),
    least: z.string(),
    most: z.string(),
    grades: z.record(z.string(), count),
    untrue: count,
  })
  .meta({ id: 'ScoreDistribution' });

const quality = z
  .strictObject({
    firstPass: count,
    accepted: count,
    warnings: z.array(z.strictObject({ colour: z.string(), raised: count, toAnswer: count, answered: count })),
    findings: z.strictObject({ found: count, struckOff: count }),
  })
  .meta({ id: 'QualityCounts' });

const funds = z
  .strictObject({
    projects: count,
    without: count,
    budget: z.string(),
    executed: z.string(),
    denominator: z.string(),
    rate: z.string().nullable(),
    shown: z.string().nullable(),
    reason: z.string().nullable(),
    sentence,
  })
  .meta({ id: 'Funds' });

const item = z.strictObject({
  measure: z.enum(ASSESSMENT_MEASURES),
  weight: z.string(),
  source: z.string(),
  part: z.string(),
  whole: z.string(),
  share: z.string().nullable(),
  points: z.string().nullable(),
  sentence,
});

const assessment = z
  .strictObject({
    department: id,
    departmentName: z.string(),
    score: z.string().nullable(),
    shown: z.string().nullable(),
    items: z.array(item),
    sentence,
  })
  .meta({ id: 'DepartmentAssessment' });

const year = { campaign: id, fiscalYear: z.int(), stages: z.array(stageCounts), quality, scores: z.array(scores), funds };

const change = z
  .strictObject({
    executionRate: z.string().nullable(),
    scores: z.array(z.strictObject({ kind: scores.shape.kind, mean: z.string() })),
    late: count,
  })
  .meta({ id: 'ChangeSinceLastYear' });

export const getOverview = route({
  id: 'getOverview',
  method: 'get',
  path: '/campaigns/{campaign}/overview',
  tag: 'campaigns',
  summary: '年度总览 The year in figures, as far as the viewer sees it, beside the year before; departments assessed by the policy',
  action: 'overview.read',
  params: byId('campaign'),
  answer: z
    .strictObject({
      ...year,
      lastYear: z.strictObject(year).nullable(),
      change: change.nullable(),
      assessments: z.array(assessment),
    })
    .meta({ id: 'Overview' }),
});

export const OVERVIEW_ROUTES = [getOverview];
