import { z } from 'zod';
import { points } from '../forms/fields.js';
import { byId, day, id, instant, json, name, sentence } from './fields.js';
import { route } from './route.js';

const tag = 'key-evaluation';
const at = byId('evaluation');
const personRef = z.strictObject({ id, name: z.string() });

const rating = z.strictObject({ rater: z.string(), points: z.string(), reason: z.string(), evidence: z.string(), at: instant });
const arbitration = z.strictObject({ points: z.string(), reason: z.string(), by: z.string(), at: instant });
const sheet = z
  .strictObject({
    evaluation: id,
    project: id,
    projectName: z.string(),
    status: z.string(),
    /** The policy's `keyEvaluation.scoring`; null where the agency scores by itself. */
    rules: json,
    lead: personRef.nullable(),
    /** All ratings are in. Until then a blind scoring shows the caller's own points alone. */
    complete: z.boolean(),
    raters: z.array(
      z.strictObject({ person: id, name: z.string(), document: id, dueOn: day, status: z.string(), filedAt: instant.nullable() }),
    ),
    indicators: z.array(
      z.strictObject({
        level1: z.string(),
        level2: z.string(),
        indicator: z.string(),
        rubric: z.string(),
        fullPoints: z.string(),
        source: z.enum(['questionnaire', 'raters', 'agency']),
        ratings: z.array(rating),
        /** What the draft has to take over; null while it is not known, or where the agency scores by itself. */
        points: z.string().nullable(),
        exact: z.string().nullable(),
        gap: z.string().nullable(),
        arbitrate: z.boolean(),
        arbitration: arbitration.nullable(),
        questionnaire: z.strictObject({ id, title: z.string() }).nullable(),
        explanation: json,
      }),
    ),
  })
  .meta({ id: 'ScoringSheet' });

export const getScoring = route({
  id: 'getScoringSheet',
  method: 'get',
  path: '/evaluations/{evaluation}/scoring',
  tag,
  summary: '评分底稿 Where the points of each indicator come from: raters, questionnaires, arbitration, each explained',
  action: 'ratings.read',
  params: at,
  answer: sheet,
});
export const nameRaters = route({
  id: 'nameRaters',
  method: 'post',
  path: '/evaluations/{evaluation}/raters',
  tag,
  summary: '指定评分人 Experts and lead evaluators who score on their own by the day, and who arbitrates; each owes a sheet',
  action: 'ratings.name',
  params: at,
  body: z.strictObject({
    raters: z
      .array(id)
      .max(15)
      .refine((it) => new Set(it).size === it.length, { error: '评分人重复 (a rater is named twice)' }),
    lead: id,
    dueOn: day,
  }),
  answer: sheet,
  status: 201,
  idempotent: true,
});
export const arbitrate = route({
  id: 'arbitrateScore',
  method: 'post',
  path: '/evaluations/{evaluation}/arbitrations',
  tag,
  summary: '仲裁评分 The lead evaluator decides where the raters are too far apart, with a reason; until the draft is filed',
  action: 'ratings.arbitrate',
  params: at,
  body: z.strictObject({ indicator: name, points, reason: sentence }),
  answer: sheet,
  idempotent: true,
});

export const SCORING_ROUTES = [getScoring, nameRaters, arbitrate];
