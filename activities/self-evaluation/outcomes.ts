import { gapOf } from '#domain/comparison/gap.js';
import type { Json } from '#domain/json.js';
import type { Policy } from '#domain/policy/policy.js';
import { gradeOf } from '#domain/score/grade.js';
import type { SelfEvaluationContent, SpotCheckContent } from '#domain/self-evaluation/content.js';
import { selfScore } from '#domain/self-evaluation/score.js';
import type { KnownFigures, SelfForm } from '#domain/self-evaluation/self-rubric.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import type { ResultDraft } from '#persistence/campaign/result.repository.js';

type Outcome = Omit<ResultDraft, 'project'>;

/** The self-score as it is kept; null while something that it needs is missing. */
export const scoredOf = (
  document: string,
  content: SelfEvaluationContent,
  target: TargetContent,
  policy: Policy,
  figures: KnownFigures | undefined,
  form: SelfForm,
): Outcome | null => {
  const { value, explanation: lines, total, case: computedFrom } = selfScore(content, target, policy, figures, form);
  if (!value) return null;
  const explanation = { rule: 'self-score', exact: value.score, lines, total, case: computedFrom };
  return { document, score: value.shown, grade: gradeOf(value.score, policy.grades), conclusion: null, explanation };
};

/** The bureau's score beside the unit's; a gap beyond the policy's tolerance makes the self-score untrue. */
export const correctedOf = (document: string, content: SpotCheckContent, selfExact: string, policy: Policy): Outcome => {
  const pair = { selfScore: selfExact, otherScore: content.correctedScore, origin: { document: `document/${document}` } };
  const { gap, beyond } = gapOf(pair, policy.selfEvaluation.spotCheck.tolerance);
  return {
    document,
    score: content.correctedScore,
    grade: gradeOf(content.correctedScore, policy.grades),
    conclusion: beyond ? 'untrue' : 'true',
    explanation: { ...gap, remark: content.reason } as unknown as Json,
  };
};
