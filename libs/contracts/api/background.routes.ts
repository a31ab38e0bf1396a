import { z } from 'zod';
import { byId, day, id, instant, json, money } from './fields.js';
import { route } from './route.js';

const grade = z.enum(['优', '良', '中', '差']).nullable();
const treatment = z.enum(['prioritise', 'maintain', 'compress', 'cancel']);
const budget = { initialBudget: money, approvedBudget: money, adjustedBudget: money };
const indicator = { level1: z.string(), level2: z.string(), level3: z.string(), operator: z.string(), targetValue: z.string() };
const measured = { ...indicator, measureUnit: z.string(), weight: z.string(), core: z.boolean() };

const target = z
  .strictObject({
    document: id,
    version: z.int(),
    /** 文号 of the reply that holds it; null while none does. */
    replyNumber: z.string().nullable(),
    annualGoal: z.string(),
    indicators: z.array(z.strictObject(measured)),
    /** The whole form, as it was approved. */
    content: json,
  })
  .meta({ id: 'ApprovedTarget' });

const linkage = z
  .strictObject({
    proposal: id,
    baseAmount: z.string(),
    proposedTreatment: treatment,
    proposedAmount: z.string(),
    decidedTreatment: treatment.nullable(),
    decidedAmount: money,
    reason: z.string().nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    /** 文号 of the letter that told it. */
    letterNumber: z.string().nullable(),
    /** What the new request is above the decision, in yuan; null while either is missing. */
    requestedAbove: money,
  })
  .meta({ id: 'PriorLinkage' });

const lastYear = z
  .strictObject({
    fiscalYear: z.int(),
    campaign: id.nullable(),
    name: z.string(),
    unitName: z.string(),
    /** Null for a unit as a whole. */
    budget: z
      .strictObject({
        ...budget,
        executedAmount: money,
        /** Per cent of the figure that last year's policy names; null where one of them is missing. */
        executionRate: z.string().nullable(),
        denominator: z.string().nullable(),
      })
      .nullable(),
    evaluation: z.strictObject({ id, score: money, grade, agencyName: z.string(), acceptedAt: instant.nullable() }).nullable(),
    selfEvaluation: z.strictObject({ document: id, score: z.string(), grade }).nullable(),
    spotCheck: z
      .strictObject({ document: id, correctedScore: z.string(), grade, untrue: z.boolean(), reason: z.string().nullable() })
      .nullable(),
    /** Problems that are not struck off. */
    problems: z.array(
      z.strictObject({
        of: z.enum(['evaluation', 'spot-check']),
        id,
        number: z.int(),
        problem: z.string(),
        recommendation: z.string().nullable(),
        dueOn: day.nullable(),
      }),
    ),
    linkage: linkage.nullable(),
    /** Each approved target of last year with what was attained of it. */
    indicators: z.array(
      z.strictObject({
        ...measured,
        actualValue: z.string().nullable(),
        reason: z.string().nullable(),
        /** Points of the self-evaluation, as shown, and the full ones, exact; null where it was not scored. */
        points: z.string().nullable(),
        fullPoints: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'LastYear' });

export const getBackground = route({
  id: 'getBackground',
  method: 'get',
  path: '/documents/{document}/background',
  tag: 'documents',
  summary:
    '上年结果与本年目标 What filer and reviewer see beside a filing: results of last year, what was decided of its money, the approved target',
  action: 'documents.read',
  params: byId('document'),
  answer: z
    .strictObject({
      document: id,
      fiscalYear: z.int(),
      /** Null: the document is about the unit as a whole (部门整体). */
      project: id.nullable(),
      projectCode: z.string().nullable(),
      name: z.string(),
      unit: id,
      unitName: z.string(),
      /** What the project asks for this year, in yuan; null for a unit as a whole. */
      request: z.strictObject(budget).nullable(),
      /** This year's, once it is approved; null on the way there. */
      target: target.nullable(),
      /** Null: there was nothing of that code, or of that unit, last year. */
      lastYear: lastYear.nullable(),
    })
    .meta({ id: 'Background' }),
});

export const BACKGROUND_ROUTES = [getBackground];
