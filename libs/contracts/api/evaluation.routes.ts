import { z } from 'zod';
import { byId, id, instant, json } from './fields.js';
import { route } from './route.js';

const count = z.int();
const text = z.string();

const scored = z
  .strictObject({ indicator: text, fullPoints: text, points: text, evidence: text, papers: z.array(text).optional() })
  .meta({ id: 'ScoreItem' });

const indicator = z.strictObject({
  level1: text,
  level2: text,
  level3: text,
  weight: text,
  rubric: text,
  draft: scored.nullable(),
  final: scored.nullable(),
  changed: text.nullable(),
});

const branch = z
  .strictObject({ level1: text, weight: text, draft: text.nullable(), final: text.nullable(), indicators: z.array(indicator) })
  .meta({ id: 'IndicatorBranch' });

const part = z.strictObject({
  document: id,
  kind: text,
  title: text,
  status: text,
  round: count,
  dueAt: instant,
  filedVersion: count.nullable(),
  /** As it was filed last; null while it was not. */
  content: json,
});

const score = z
  .strictObject({
    document: id,
    score: text,
    grade: text.nullable(),
    conclusion: text.nullable(),
    /** The rule with its inputs and where they come from. */
    explanation: json,
    at: instant,
  })
  .meta({ id: 'ExplainedScore' });

export const getEvaluation = route({
  id: 'getEvaluation',
  method: 'get',
  path: '/evaluations/{evaluation}',
  tag: 'key-evaluation',
  summary: '评价详情 Indicator tree with draft beside final, scores explained, self-score beside the agency’s, evidence, ledger, findings',
  action: 'evaluations.read',
  params: byId('evaluation'),
  answer: z
    .strictObject({
      id,
      campaign: id,
      stage: id,
      project: id,
      projectCode: text,
      projectName: text,
      unit: id,
      unitName: text,
      agency: id,
      agencyName: text,
      status: text,
      score: text.nullable(),
      grade: text.nullable(),
      openedAt: instant.nullable(),
      acceptedAt: instant.nullable(),
      /** Plan, draft, comment, final report: those that the caller may see. */
      parts: z.array(part),
      indicators: z.array(branch),
      draftScore: text.nullable(),
      finalScore: text.nullable(),
      evaluation: score.nullable(),
      selfEvaluation: score.nullable(),
      spotCheck: score.nullable(),
      workingPapers: z.array(z.strictObject({ number: text, title: text, hash: text.optional() })),
      files: z.array(
        z.strictObject({
          id,
          document: id,
          path: text.nullable(),
          name: text,
          size: count,
          sha256: text,
          mediaType: text,
          attachedAt: instant,
        }),
      ),
      ledger: z.array(
        z.strictObject({
          kind: z.enum(['comment', 'change']),
          number: count,
          subject: text,
          said: text.nullable(),
          fromPoints: text.nullable(),
          toPoints: text.nullable(),
          adopted: z.boolean().nullable(),
          reason: text.nullable(),
        }),
      ),
      findings: z.array(
        z.strictObject({
          id,
          number: count,
          problem: text,
          recommendation: text.nullable(),
          item: id.nullable(),
          struckOffAt: instant.nullable(),
        }),
      ),
    })
    .meta({ id: 'EvaluationDetail' }),
});

export const EVALUATION_ROUTES = [getEvaluation];
