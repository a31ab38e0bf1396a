import type { Policy } from '#domain/policy/policy.js';
import { compare, exact, exactText, greatest, isDecimal, least, show, showPercent, sum, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { executionRate } from '#domain/score/money.js';
import type { Level1, TargetContent } from '#domain/target-filing/content.js';
import type { SelfEvaluationContent } from './content.js';
import { reachedOf } from '#domain/score/attainment.js';

type Part = 'execution' | 'output' | 'benefit' | 'satisfaction';
const PART_OF: Record<Level1, Exclude<Part, 'execution'>> = { 产出: 'output', 成本: 'output', 效益: 'benefit', 满意度: 'satisfaction' };

/** One line of the scoring table. `points` is exact (`"25/3"`), `shown` is for eyes. */
export interface ScoreLine {
  readonly part: Part;
  /** Place in the target's indicators; absent for execution. */
  readonly indicator?: number;
  readonly full: string;
  readonly points: string;
  readonly shown: string;
  readonly zh: string;
  readonly en: string;
}

/** What the unit still has to say before the form can be submitted, by field of the self-evaluation. */
export interface MissingReason {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

export interface SelfScore {
  /** Exact, `exact()` reads it back; `null` while an indicator has no actual value or a target is no number. */
  readonly value: { readonly score: string; readonly shown: string } | null;
  readonly explanation: readonly ScoreLine[];
  readonly missing: readonly MissingReason[];
}

type Rule = Policy['selfEvaluation'];

/** Budget figures that the form does not ask for, known to the bureau, in yuan. */
export interface KnownFigures {
  readonly approvedBudget?: string | null;
  readonly fundsReceived?: string | null;
}

/** 预算执行率: points by the rate on the figure that the policy names, at most full. No rate, no points, and a reason. */
const executionLine = (
  { funds }: SelfEvaluationContent,
  rule: Rule,
  figures: KnownFigures,
): { line: ScoreLine; points: Exact; missing: boolean } => {
  const budget = { ...figures, initialBudget: funds.initialBudget, adjustedBudget: funds.adjustedBudget }[rule.executionRate.denominator];
  const { rate, reason } = executionRate(funds.executed, budget);
  const full = exact(rule.weights.execution);
  const points = rate === null ? ZERO : full.mul(greatest(ZERO, least('1', rate)));
  const [zh, en] =
    rate === null
      ? [`无法计算执行率（${reason}）`, `no execution rate (${reason})`]
      : [
          `执行率 ${showPercent(rate)} = ${funds.executed} ÷ ${budget!}`,
          `execution rate ${showPercent(rate)} = ${funds.executed} ÷ ${budget!}`,
        ];
  const line = { part: 'execution' as const, full: exactText(full), points: exactText(points), shown: show(points), zh, en };
  return { line, points, missing: rate === null || compare(rate, '1') !== 0 };
};

/** The points of a part are shared among its indicators in proportion to their weights, so that a part can always reach its full points. */
const fullPoints = (target: TargetContent, index: number, rule: Rule): Exact => {
  const part = PART_OF[target.indicators[index]!.level1];
  const weights = target.indicators.filter((it) => PART_OF[it.level1] === part).map((it) => it.weight);
  const whole = sum(weights);
  if (compare(whole, ZERO) === 0) return exact(rule.weights[part]).div(weights.length);
  return exact(rule.weights[part]).mul(exact(target.indicators[index]!.weight)).div(whole);
};

/** Parts without any indicator cannot be scored; their points are missing and said to be. */
const emptyParts = (target: TargetContent, rule: Rule): MissingReason[] =>
  (['output', 'benefit', 'satisfaction'] as const)
    .filter((part) => compare(rule.weights[part], ZERO) > 0 && !target.indicators.some((it) => PART_OF[it.level1] === part))
    .map((part) => ({
      path: 'results',
      zh: `目标没有“${part}”类指标，该部分不得分`,
      en: `the target has no ${part} indicator, so that part scores nothing`,
    }));

interface Scored {
  readonly line?: ScoreLine;
  /** Null: this indicator cannot be scored. */
  readonly points: Exact | null;
  readonly missing: readonly MissingReason[];
}

const cannot = (path: string, zh: string, en: string): Scored => ({ points: null, missing: [{ path, zh, en }] });

/** One indicator of the target: its points with their derivation, and the reason that it still lacks. */
const indicatorLine = (content: SelfEvaluationContent, target: TargetContent, index: number, rule: Rule): Scored => {
  const indicator = target.indicators[index]!;
  const { level1, level3: name, operator, targetValue, measureUnit } = indicator;
  const at = content.results.findIndex((it) => it.indicator === index);
  const result = content.results[at];
  if (!result) return cannot('results', `缺少指标“${name}”的完成值`, `no actual value for indicator ${String(index + 1)}`);
  if (operator !== '定性' && !isDecimal(targetValue)) {
    return cannot(`results.${String(at)}`, `批复的指标值“${targetValue}”不是数值`, `the approved target "${targetValue}" is not a number`);
  }
  const { coefficient, attained, met } = reachedOf(indicator, result.actualValue, rule.reverse);
  const full = fullPoints(target, index, rule);
  const points = full.mul(coefficient);
  const [actual, share] = [result.actualValue, show(coefficient, 4)];
  const line: ScoreLine = {
    part: PART_OF[level1],
    indicator: index,
    full: exactText(full),
    points: exactText(points),
    shown: show(points),
    zh: `${name}：完成 ${actual}，目标 ${operator} ${targetValue} ${measureUnit}，系数 ${share}`,
    en: `${name}: actual ${actual}, target ${operator} ${targetValue} ${measureUnit}, coefficient ${share}`,
  };
  const over = attained !== null && operator !== '≤' && compare(attained.mul(100), rule.explainFrom) >= 0;
  if ((met && !over) || result.reason) return { line, points, missing: [] };
  const [zh, en] = met ? ['大幅超额完成', 'far over-fulfilled'] : ['未完成', 'not met'];
  const path = `results.${String(at)}.reason`;
  const missing = [{ path, zh: `指标${zh!}，须说明原因和改进措施`, en: `the target is ${en!}: give the reason and the correction` }];
  return { line, points, missing };
};

const notApproved = (content: SelfEvaluationContent, target: TargetContent): MissingReason[] =>
  content.results.flatMap((it, i) => {
    if (target.indicators[it.indicator]) return [];
    const path = `results.${String(i)}.indicator`;
    return [{ path, zh: '批复的目标中没有这个指标', en: 'the approved target has no such indicator' }];
  });

/**
 * 自评得分: execution by rate (at most full), each indicator by actual against target (pro rata, at most full; less-is-better by the policy's
 * rule), 财预〔2020〕10号 with the weights of the policy. An unmet target, an over-fulfilment from `explainFrom` on and an execution rate other
 * than 100% need a reason. Nothing is rounded before it is shown.
 */
export const selfScore = (content: SelfEvaluationContent, target: TargetContent, policy: Policy, figures: KnownFigures = {}): SelfScore => {
  const rule = policy.selfEvaluation;
  const execution = executionLine(content, rule, figures);
  const scored = target.indicators.map((_, index) => indicatorLine(content, target, index, rule));
  const unexplained = execution.missing && !content.executionReason;
  const total = scored.every((it) => it.points !== null) ? sum([execution.points, ...scored.map((it) => it.points!)]) : null;
  return {
    value: total === null ? null : { score: exactText(total), shown: show(total) },
    explanation: [execution.line, ...scored.flatMap((it) => it.line ?? [])],
    missing: [
      ...emptyParts(target, rule),
      ...(unexplained ? [{ path: 'executionReason', zh: '执行率不是 100%，须说明原因', en: 'say why execution is not 100%' }] : []),
      ...notApproved(content, target),
      ...scored.flatMap((it) => it.missing),
    ],
  };
};
