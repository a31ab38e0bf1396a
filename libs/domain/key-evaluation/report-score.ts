import type { Grade, GradeBand } from '#domain/policy/policy.js';
import { exactText, show, sum } from '#domain/score/exact.js';
import { gradeIn } from '#domain/score/grade.js';
import type { ScoreItem } from './content.js';

/** The score of an evaluation report. `exact` is what comparisons are made on, `shown` is for eyes. */
export interface ReportScore {
  readonly rule: 'sum-of-items';
  readonly exact: string;
  readonly shown: string;
  /** Null where no band of the policy holds the score. */
  readonly grade: Grade | null;
  readonly items: readonly ScoreItem[];
  readonly bands: readonly GradeBand[];
}

/** 评价得分: the sum of the items' points, exactly, with its grade by the policy's bands: computed, never typed. */
export const reportScore = (items: readonly ScoreItem[], bands: readonly GradeBand[]): ReportScore => {
  const score = sum(items.map(({ points }) => points));
  return { rule: 'sum-of-items', exact: exactText(score), shown: show(score), grade: gradeIn(score, bands), items, bands };
};
