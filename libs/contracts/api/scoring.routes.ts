import { z } from 'zod';
import { points } from '../forms/fields.js';
import { byId, day, id, instant, json, listQuery, name, page, sentence } from './fields.js';
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

export const listScorings = route({
  id: 'listScorings',
  method: 'get',
  path: '/scorings',
  tag,
  summary: '独立评分 Evaluations that people score, with how many sheets are in and what waits for arbitration',
  action: 'ratings.read',
  query: listQuery(['project', '-project'], { campaign: id.optional(), status: z.string().max(20).optional() }),
  answer: page(
    z
      .strictObject({
        ...{ evaluation: id, campaign: id, project: id, projectCode: z.string(), projectName: z.string() },
        ...{ status: z.string(), agencyName: z.string(), lead: personRef.nullable() },
        /** Raters that the policy wants at least, that were named, and whose sheets are in. */
        ...{ wanted: z.int(), named: z.int(), filed: z.int() },
        /** The nearest day of a sheet that is not in. */
        dueOn: day.nullable(),
        /** The caller's own sheet; null for whoever has none. */
        own: z.strictObject({ document: id, filed: z.boolean() }).nullable(),
        /** Indicators that wait for the lead's decision, once all sheets are in. */
        toArbitrate: z.array(z.string()),
      })
      .meta({ id: 'Scoring' }),
  ),
});
export const listRaterCandidates = route({
  id: 'listRaterCandidates',
  method: 'get',
  path: '/evaluations/{evaluation}/rater-candidates',
  tag,
  summary: '可指定的评分人 Experts of the district and people of the agency who may score this evaluation',
  action: 'ratings.name',
  params: at,
  query: listQuery(['name', '-name'], { q: z.string().trim().max(60).optional() }),
  answer: page(z.strictObject({ person: id, name: z.string(), ofAgency: z.boolean(), named: z.boolean() }).meta({ id: 'RaterCandidate' })),
});
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

export const SCORING_ROUTES = [listScorings, listRaterCandidates, getScoring, nameRaters, arbitrate];
