import { DomainError } from '#domain/errors/domain-error.js';
import type { Grade, GradeBand } from '#domain/policy/policy.js';
import { compare, exact, exactText } from './exact.js';
import type { ExactInput } from './exact.js';

/**
 * The grade of a score, by half-open bands [from, to) compared on the exact value; the band that ends highest includes its end. 财预〔2020〕10号
 * prints 优 90–100, 良 80–89 …, which leaves 89.5 in no band, so the bands come from the policy.
 * @throws DomainError `NO_GRADE` when no band holds the score.
 */
export const gradeOf = (score: ExactInput, bands: readonly GradeBand[]): Grade => {
  const value = exact(score);
  const top = bands.reduce<GradeBand | undefined>((best, band) => (!best || compare(band.to, best.to) > 0 ? band : best), undefined);
  const found = bands.find(
    (band) => compare(value, band.from) >= 0 && (compare(value, band.to) < 0 || (band === top && compare(value, band.to) === 0)),
  );
  if (!found) throw new DomainError('NO_GRADE', { score: exactText(value) });
  return found.grade;
};
