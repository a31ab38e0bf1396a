import type { EvaluationPart } from '#contracts/campaign/campaign.contract.js';
import { commentsOf } from '#domain/key-evaluation/comment-ledger.js';
import type { EvaluationPlanContent, EvaluationReportContent } from '#domain/key-evaluation/content.js';
import type { EvaluationType } from '#domain/key-evaluation/evaluation-type.js';
import type { Policy } from '#domain/policy/policy.js';
import type { FiledParts } from '#persistence/campaign/evaluation.repository.js';

/** 默认指标体系 of the policy for this type of evaluation. */
const ofPlan = ({ keyEvaluation }: Policy, type: EvaluationType): EvaluationPlanContent | null => {
  const indicators = keyEvaluation?.indicatorSystems?.[type];
  return indicators ? { method: '', leadEvaluator: '', indicators } : null;
};

/** The approved indicators, still without points: the report scores these and no others. */
const ofDraft = (plan: EvaluationPlanContent): object => ({
  scoreItems: plan.indicators.map(({ level3, weight }) => ({ indicator: level3, fullPoints: weight })),
});

/** The draft as the unit was asked about it, with a place for the answer to each of its comments. */
const ofFinal = (draft: EvaluationReportContent, comments: number): object => ({
  ...draft,
  ...(comments > 0 ? { responses: Array.from({ length: comments }, (_, i) => ({ comment: i + 1, adopted: false })) } : {}),
});

/** What a part of an evaluation begins with, so that nobody types again what is on record; null where there is nothing. */
export const beginningOf = (
  part: EvaluationPart,
  { type, policy, filed }: { readonly type: EvaluationType; readonly policy: Policy; readonly filed: FiledParts },
): object | null => {
  switch (part) {
    case 'plan':
      return ofPlan(policy, type);
    case 'draft':
      return filed.plan ? ofDraft(filed.plan) : null;
    case 'final':
      return filed.draft ? ofFinal(filed.draft, commentsOf(filed.comment).length) : null;
    case 'comment':
      return null;
  }
};
