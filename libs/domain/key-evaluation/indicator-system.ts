import { compare, show, sum } from '#domain/score/exact.js';
import type { Decimal } from '#domain/policy/policy.js';
import type { EvaluationPlanContent, EvaluationReportContent } from './content.js';
import type { EvaluationProblem } from './problem.js';

/** 财预〔2020〕10号: in department and finance evaluation output and benefit together weigh at least 60 of 100. */
export const LEAST_RESULTS: Decimal = '60';

/** 产出 and 效益 together weigh at least `least` points of the indicator system. */
export const planProblems = ({ indicators }: EvaluationPlanContent, least: Decimal = LEAST_RESULTS): readonly EvaluationProblem[] => {
  const results = sum(indicators.filter(({ level1 }) => level1 === '产出' || level1 === '效益').map(({ weight }) => weight));
  if (compare(results, least) >= 0) return [];
  const [zh, en] = [
    `产出和效益权重合计 ${show(results)}，不得低于 ${least}`,
    `output and benefit weigh ${show(results)}, not ${least} at least`,
  ];
  return [{ path: 'indicators', code: 'results-weigh-too-little', zh, en }];
};

/**
 * The report scores the indicator system that the bureau has approved, the whole of it and nothing else: each indicator once, with the
 * points that the plan gives it. Where two indicators of a plan bear one name, neither is compared.
 */
export const systemProblems = (plan: EvaluationPlanContent, { scoreItems }: EvaluationReportContent): readonly EvaluationProblem[] => {
  const names = plan.indicators.map(({ level3 }) => level3);
  if (new Set(names).size < names.length) return [];
  const weights = new Map(plan.indicators.map(({ level3, weight }) => [level3, weight]));
  const scored = scoreItems.map(({ indicator }) => indicator);
  const wrong = scoreItems.flatMap(({ indicator, fullPoints }, i): EvaluationProblem[] => {
    const path = `scoreItems.${String(i)}`;
    const weight = weights.get(indicator);
    if (weight === undefined) {
      const [zh, en] = [`批准的指标体系中没有“${indicator}”`, `the approved plan has no indicator "${indicator}"`];
      return [{ path: `${path}.indicator`, code: 'indicator-not-in-plan', zh, en }];
    }
    if (scored.indexOf(indicator) !== i) {
      return [{ path: `${path}.indicator`, code: 'indicator-twice', zh: `“${indicator}”评分两次`, en: `"${indicator}" is scored twice` }];
    }
    if (compare(weight, fullPoints) === 0) return [];
    const [zh, en] = [`满分应为批准的 ${weight} 分`, `the approved plan gives it ${weight} points`];
    return [{ path: `${path}.fullPoints`, code: 'full-points-differ', zh, en }];
  });
  const absent = names
    .filter((it) => !scored.includes(it))
    .map((it): EvaluationProblem => {
      return { path: 'scoreItems', code: 'indicator-not-scored', zh: `“${it}”没有评分`, en: `"${it}" is not scored` };
    });
  return [...wrong, ...absent];
};
