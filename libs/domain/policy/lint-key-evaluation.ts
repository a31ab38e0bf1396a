import type { Policy } from './policy.js';
import type { PolicyProblem } from './problem.js';
import { compare } from '#domain/score/exact.js';
import { sumsTo100 } from './lint-scores.js';

/** Rating of agencies: its criteria sum to 100, its grades descend to 0, each once. */
export const lintAgencyRating = ({ keyEvaluation }: Policy): PolicyProblem[] => {
  const rating = keyEvaluation?.agencyRating;
  if (!rating) return [];
  const { criteria, grades } = rating;
  const at = 'keyEvaluation.agencyRating';
  const descends = grades.every(({ from }, i) => i === 0 || compare(grades[i - 1]!.from, from) > 0);
  const once = new Set(grades.map(({ grade }) => grade)).size === grades.length;
  const problems = sumsTo100(`${at}.criteria`, criteria);
  if (descends && once && compare(grades.at(-1)!.from, '0') === 0) return problems;
  const [zh, en] = ['信用等级的分数线应由高到低、等级不重复，最低一级从 0 开始', 'the grades descend, each once, and the last starts at 0'];
  return [...problems, { code: 'GRADE_BANDS', path: `${at}.grades`, zh, en }];
};
