import type { Policy } from '#domain/policy/policy.js';
import { compare, exact, exactText, show } from '#domain/score/exact.js';

/** 自评失实: the self-score lies further than the policy's tolerance from the corrected one. Exactly the tolerance is still true. */
export const judgeSelfScore = (
  selfScore: string,
  correctedScore: string,
  { tolerance }: Pick<Policy['selfEvaluation']['spotCheck'], 'tolerance'>,
): {
  readonly value: { readonly untrue: boolean; readonly gap: string };
  readonly explanation: { readonly zh: string; readonly en: string };
} => {
  const gap = exact(selfScore).sub(exact(correctedScore));
  const untrue = compare(gap.abs(), tolerance) > 0;
  const [self, corrected, by] = [show(selfScore), show(correctedScore), show(gap)];
  return {
    value: { untrue, gap: exactText(gap) },
    explanation: {
      zh: `自评 ${self}，复核 ${corrected}，相差 ${by}，允许 ${tolerance} 分`,
      en: `self-score ${self}, corrected ${corrected}, gap ${by}, ${tolerance} points are tolerated`,
    },
  };
};
