import { isDecimal, compare, show, sum } from '#domain/score/exact.js';
import type { Policy, ProjectClass, QualityRule, QualityRuleName } from '#domain/policy/policy.js';
import type { TargetContent } from './content.js';

/** What an automatic check found before anybody read the target. `block` keeps it from being submitted. */
export interface QualityFinding {
  readonly rule: QualityRuleName;
  readonly severity: QualityRule['severity'];
  /** Field of the form, for instance `indicators.2.targetValue`. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  /** The article or report that the policy's rule rests on. */
  readonly source: string;
}

type Found = Pick<QualityFinding, 'path' | 'zh' | 'en'>;
type Check = (target: TargetContent, rule: QualityRule, policy: Policy) => Found[];

const at = (path: string, zh: string, en: string): Found => ({ path, zh, en });

/** Jiangbei 2022: ordinary projects 3 indicators with 1 core, key projects 5 with 3 core, units 5; the numbers come from the policy. */
const enough: Check = ({ indicators }, rule) => {
  const core = indicators.filter((it) => it.core).length;
  const [most, mostCore] = [rule.indicators ?? 0, rule.core ?? 0];
  const [n, c] = [String(indicators.length), String(core)];
  return [
    ...(indicators.length < most
      ? [at('indicators', `绩效指标 ${n} 个，不少于 ${String(most)} 个`, `${n} indicators; at least ${String(most)} are needed`)]
      : []),
    ...(core < mostCore
      ? [
          at(
            'indicators',
            `核心指标 ${c} 个，不少于 ${String(mostCore)} 个`,
            `${c} core indicators; at least ${String(mostCore)} are needed`,
          ),
        ]
      : []),
  ];
};

const covered: Check = ({ indicators }, { dimensions = [] }) =>
  dimensions
    .filter((it) => !indicators.some((indicator) => indicator.level1 === it))
    .map((it) => at('indicators', `缺少“${it}”指标`, `no indicator for ${it}`));

/** Operator, value and unit: a number needs an operator that compares numbers and a unit; 定性 needs words. */
const complete: Check = ({ indicators }) =>
  indicators.flatMap((it, i) => {
    const path = `indicators.${String(i)}`;
    if (it.operator === '定性') {
      return isDecimal(it.targetValue)
        ? [at(`${path}.targetValue`, '定性指标的指标值应为文字描述', 'a qualitative target is described in words')]
        : [];
    }
    return [
      ...(isDecimal(it.targetValue) ? [] : [at(`${path}.targetValue`, '定量指标的指标值应为数值', 'a quantitative target is a number')]),
      ...(it.measureUnit === '' ? [at(`${path}.measureUnit`, '定量指标缺少计量单位', 'a quantitative target needs a unit')] : []),
    ];
  });

/** Weights sum to the points that self-evaluation leaves to indicators: 90 where execution has 10. */
const weighed: Check = ({ indicators }, _, { selfEvaluation: { weights } }) => {
  const wanted = sum([weights.output, weights.benefit, weights.satisfaction]);
  const total = sum(indicators.map((it) => it.weight));
  if (compare(total, wanted) === 0) return [];
  const [is, should] = [show(total), show(wanted)];
  return [at('indicators', `指标权重合计 ${is}，应为 ${should}`, `the weights sum to ${is}, not to ${should}`)];
};

/** A number in the goal that no indicator carries cannot be checked at the year's end. Years and document numbers are none of it. */
const carried: Check = ({ annualGoal, indicators }) => {
  const plain = annualGoal.replace(/〔\d{4}〕\d*号?|(19|20)\d{2}\s*[-—~至]?\s*(年|\d{4})|\d+\s*(月|日|季度)/g, ' ');
  const numbers = plain.match(/\d+(\.\d+)?/g) ?? [];
  const targets = indicators.flatMap((it) => it.targetValue.match(/\d+(\.\d+)?/g) ?? []);
  const lost = [...new Set(numbers)].filter(
    (it) => it.length <= 40 && !targets.some((target) => target.length <= 40 && compare(target, it) === 0),
  );
  return lost.map((it) => at('annualGoal', `目标中的“${it}”没有对应的指标`, `no indicator carries the ${it} of the goal`));
};

const CHECKS: Record<QualityRuleName, Check> = {
  'min-indicators': enough,
  'required-dimensions': covered,
  'complete-indicator': complete,
  'weights-sum': weighed,
  'text-number-without-indicator': carried,
};

/**
 * Checks a target by the policy's quality rules for its class, in the policy's order. `value` is whether it may be submitted; the findings
 * are the explanation.
 */
export const checkTarget = (
  target: TargetContent,
  projectClass: ProjectClass,
  policy: Policy,
): { readonly value: { readonly submittable: boolean }; readonly explanation: readonly QualityFinding[] } => {
  const rules = policy.targetQuality.filter((it) => it.class === undefined || it.class === projectClass);
  const explanation = rules.flatMap((rule) =>
    CHECKS[rule.rule](target, rule, policy).map((it) => ({ rule: rule.rule, severity: rule.severity, ...it, source: rule.source })),
  );
  return { value: { submittable: !explanation.some((it) => it.severity === 'block') }, explanation };
};
