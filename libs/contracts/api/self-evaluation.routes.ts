import { z } from 'zod';
import { DISPOSALS } from '#domain/monitoring/content.js';
import { byId, day, flag, id, instant, json, listQuery, page } from './fields.js';
import { route } from './route.js';

const projectRef = { project: id, projectCode: z.string(), projectName: z.string() };
const ofProjects = { campaign: id.optional(), project: id.optional(), unit: id.optional(), department: id.optional() };

const draw = z
  .strictObject({
    id,
    campaign: id,
    stage: id,
    /** What was drawn: projects and units of `self-evaluation`, items of `rectification`. */
    stageName: z.enum(['self-evaluation', 'rectification']),
    frozenOn: day,
    listHash: z.string(),
    candidates: z.int(),
    source: z.string().nullable(),
    namedOn: day.nullable(),
    seed: z.string().nullable(),
    drawn: json,
    drawnAt: instant.nullable(),
  })
  .meta({ id: 'SpotCheckDraw' });

export const listDraws = route({
  id: 'listDraws',
  method: 'get',
  path: '/spot-check-draws',
  tag: 'self-evaluation',
  summary: '抽查抽样 Draws: the frozen list’s hash, the source of the seed, what was drawn',
  action: 'draws.read',
  query: listQuery(['-frozenAt', 'frozenAt'], { campaign: id.optional() }),
  answer: page(draw),
});
export const getDraw = route({
  id: 'getDraw',
  method: 'get',
  path: '/spot-check-draws/{draw}',
  tag: 'self-evaluation',
  summary: '抽样核验 One draw as a case of `jiheng sample`, drawn again and compared with what was recorded',
  action: 'draws.read',
  params: byId('draw'),
  answer: z.strictObject({ ...draw.shape, case: json, sample: json, verified: json }).meta({ id: 'SpotCheckDrawWithCase' }),
});

export const listProblems = route({
  id: 'listProblems',
  method: 'get',
  path: '/self-evaluation-problems',
  tag: 'self-evaluation',
  summary: '自评问题清单 Problems that spot checks found, and whether they are struck off',
  action: 'results.read',
  query: listQuery(['projectCode', '-projectCode'], { ...ofProjects, open: flag.optional() }),
  answer: page(
    z
      .strictObject({
        id,
        campaign: id,
        /** Null where it concerns the unit as a whole; code and name are the unit's then. */
        project: id.nullable(),
        projectCode: z.string(),
        projectName: z.string(),
        unit: id,
        unitName: z.string(),
        spotCheck: id,
        number: z.int(),
        problem: z.string(),
        item: id.nullable(),
        struckOffAt: instant.nullable(),
      })
      .meta({ id: 'SelfEvaluationProblem' }),
  ),
});

const grade = z.enum(['优', '良', '中', '差']).nullable();

export const listWholeResults = route({
  id: 'listWholeDepartmentResults',
  method: 'get',
  path: '/whole-department-results',
  tag: 'self-evaluation',
  summary: '部门整体自评结果 Self-scores of units as a whole, each with the corrected score of its spot check beside it',
  action: 'results.read',
  query: listQuery(['unitCode', '-unitCode'], {
    campaign: id.optional(),
    unit: id.optional(),
    department: id.optional(),
    untrue: flag.optional(),
  }),
  answer: page(
    z
      .strictObject({
        id,
        campaign: id,
        unit: id,
        unitCode: z.string(),
        unitName: z.string(),
        department: id,
        document: id,
        score: z.string(),
        grade,
        /** Each line of the table with its rule, inputs and steps, and the case that `jiheng score` computes anew. */
        explanation: json,
        at: instant,
        /** Null while it was not drawn, or not checked. */
        spotCheck: id.nullable(),
        correctedScore: z.string().nullable(),
        correctedGrade: grade,
        untrue: z.boolean().nullable(),
        checkExplanation: json,
      })
      .meta({ id: 'WholeDepartmentResult' }),
  ),
});

export const listDisposals = route({
  id: 'listDisposals',
  method: 'get',
  path: '/disposals',
  tag: 'monitoring',
  summary: '处置 What was ordered after a warning, and whether it was done',
  action: 'warnings.read',
  query: listQuery(['projectCode', '-projectCode'], { ...ofProjects, open: flag.optional(), disposal: z.enum(DISPOSALS).optional() }),
  answer: page(
    z
      .strictObject({
        id,
        campaign: id,
        ...projectRef,
        answer: id,
        disposal: z.enum(DISPOSALS),
        correction: z.string(),
        followUp: id.nullable(),
        orderedAt: instant,
        settledAt: instant.nullable(),
        /** Of an adjustment, a reallocation or a cancellation: when and by what it was carried out. */
        carriedOutAt: instant.nullable(),
        carriedOutAs: z.string().nullable(),
        /** Of a reallocation: the project that was given the funds, and how much (yuan). */
        reallocatedTo: id.nullable(),
        reallocatedToName: z.string().nullable(),
        reallocatedAmount: z.string().nullable(),
      })
      .meta({ id: 'Disposal' }),
  ),
});

export const SELF_EVALUATION_ROUTES = [listDraws, getDraw, listProblems, listWholeResults, listDisposals];
