import { DomainError } from '#domain/errors/domain-error.js';
import type { Grade, GradeBand } from '#domain/policy/policy.js';
import type { GradeRange } from '#domain/rubric/rubric.js';
import { exact, exactText } from './exact.js';
import type { ExactInput } from './exact.js';
import { contains, halfOpen } from './interval.js';

/** The grade whose band holds the score, compared on the exact value; null where none does. */
export const gradeIn = (score: ExactInput, bands: readonly GradeRange[]): Grade | null => {
  const value = exact(score);
  return halfOpen(bands).find((it) => contains(it, value))?.grade ?? null;
};

/**
 * The grade of a score, by half-open bands [from, to); the band that ends highest includes its end. 财预〔2020〕10号 prints 优 90–100, 良 80–89 …,
 * which leaves 89.5 in no band, so the bands come from the policy.
 * @throws DomainError `NO_GRADE` when no band holds the score.
 */
export const gradeOf = (score: ExactInput, bands: readonly GradeBand[]): Grade => {
  const grade = gradeIn(score, bands);
  if (grade === null) throw new DomainError('NO_GRADE', { score: exactText(score) });
  return grade;
};
