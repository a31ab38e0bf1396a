import type { Policy } from '#domain/policy/policy.js';
import type { Facts, Rubric, RubricInput, RubricNode } from '#domain/rubric/rubric.js';
import { compare, exact, exactText, sum, ZERO } from '#domain/score/exact.js';
import { executionRate } from '#domain/score/money.js';
import type { Indicator, Level1, TargetContent } from '#domain/target-filing/content.js';
import type { SelfEvaluationContent } from './content.js';

export type Part = 'execution' | 'output' | 'benefit' | 'satisfaction';
type SelfRule = Policy['selfEvaluation'];

const PART_OF: Readonly<Record<Level1, Exclude<Part, 'execution'>>> = {
  产出: 'output',
  成本: 'output',
  效益: 'benefit',
  满意度: 'satisfaction',
};
export const partOf = ({ level1 }: Pick<Indicator, 'level1'>): Exclude<Part, 'execution'> => PART_OF[level1];

/** Budget figures that the form does not ask for, known to the bureau, in yuan. */
export interface KnownFigures {
  readonly approvedBudget?: string | null;
  readonly fundsReceived?: string | null;
}

/** What the self-evaluation of a project and that of a unit as a whole (部门整体) have different. */
export interface SelfForm {
  /** As printed. */
  readonly document: string;
  /** Exact points of an indicator of the target. */
  readonly fullPoints: (target: TargetContent, indicator: Indicator, rule: SelfRule) => string;
  /** A part of the score that no indicator belongs to stays empty, and is said to. */
  readonly parts: boolean;
  /** What an indicator that was not met, or far exceeded, must say. */
  readonly says: readonly ('reason' | 'correction')[];
}

/** The points of a part are shared among its indicators in proportion to their weights, so that a part can always reach its full points. */
const ofPart: SelfForm['fullPoints'] = (target, indicator, rule) => {
  const weights = target.indicators.filter((it) => partOf(it) === partOf(indicator)).map((it) => it.weight);
  const [whole, part] = [sum(weights), exact(rule.weights[partOf(indicator)])];
  return exactText(compare(whole, ZERO) === 0 ? part.div(weights.length) : part.mul(exact(indicator.weight)).div(whole));
};

/** 部门整体: what execution leaves of the points is shared among all indicators in proportion to their weights, whatever part they belong to. */
const ofWhole: SelfForm['fullPoints'] = ({ indicators }, indicator, { weights: { output, benefit, satisfaction } }) => {
  const [whole, points] = [sum(indicators.map((it) => it.weight)), sum([output, benefit, satisfaction])];
  const share = compare(whole, ZERO) === 0 ? points.div(indicators.length) : points.mul(exact(indicator.weight)).div(whole);
  return exactText(share);
};

export const PROJECT_FORM: SelfForm = { document: '项目支出绩效自评表', fullPoints: ofPart, parts: true, says: ['reason'] };
export const WHOLE_FORM: SelfForm = {
  document: '部门整体支出绩效自评表',
  fullPoints: ofWhole,
  parts: false,
  says: ['reason', 'correction'],
};

const actualOf = (index: number): string => `actual${String(index)}`;

const indicatorNode = (target: TargetContent, index: number, rule: SelfRule, form: SelfForm): RubricNode => {
  const indicator = target.indicators[index]!;
  const { operator, level3, targetValue, measureUnit } = indicator;
  const minus =
    rule.overMinus === undefined || operator === '≤'
      ? {}
      : { over: { from: exactText(exact(rule.explainFrom).div(100)), minus: rule.overMinus } };
  return {
    id: String(index),
    name: level3,
    en: `indicator ${String(index + 1)}`,
    weight: form.fullPoints(target, indicator, rule),
    text: `${level3} ${operator} ${targetValue} ${measureUnit}`,
    rule: {
      type: 'ratio',
      actual: actualOf(index),
      // A qualitative indicator is reported as the share reached in per cent.
      ...(operator === '定性' ? { operator: '≥', target: '100' } : { operator, target: targetValue }),
      reverse: rule.reverse,
      ...minus,
    },
  };
};

/** What the execution rate is measured by, as the form calls it. */
const BUDGETS = {
  initialBudget: { zh: '年初预算数', en: 'initial budget' },
  approvedBudget: { zh: '批复预算数', en: 'approved budget' },
  adjustedBudget: { zh: '全年预算数', en: 'adjusted budget' },
  fundsReceived: { zh: '到位资金数', en: 'funds received' },
} as const;

/** What a cap of the policy may name: the exact rate, by the figure that the policy names. */
const RATE: RubricInput = { zh: '执行率', en: 'execution rate', kind: 'number' };

/**
 * The form (by default 项目支出绩效自评表) as a rubric: execution by its rate, each approved indicator by actual against target, 财预〔2020〕10号, with the weights of the
 * policy. Without a rate execution scores nothing, and says so.
 */
export const selfRubric = (target: TargetContent, policy: Policy, form = PROJECT_FORM): Rubric => {
  const rule = policy.selfEvaluation;
  const actuals = target.indicators.map(({ level3 }, i): [string, RubricInput] => [
    actualOf(i),
    { zh: `${level3}完成值`, en: `actual value of indicator ${String(i + 1)}`, kind: 'number' },
  ]);
  return {
    id: 'self-score',
    version: String(policy.version),
    source: '财预〔2020〕10号',
    full: exactText(sum(Object.values(rule.weights))),
    weights: 'points',
    ...(rule.caps === undefined ? {} : { caps: rule.caps }),
    inputs: {
      executed: { zh: '全年执行数', en: 'executed amount', unit: '元', kind: 'number' },
      budget: { ...BUDGETS[rule.executionRate.denominator], unit: '元', kind: 'number' },
      executionRate: RATE,
      ...Object.fromEntries(actuals),
    },
    indicators: [
      {
        id: 'execution',
        name: '预算执行率',
        en: 'budget execution',
        weight: rule.weights.execution,
        missing: 'zero',
        rule: { type: 'linear', measure: { numerator: 'executed', denominator: 'budget' }, zeroUpTo: '0', fullFrom: '1', between: 'rate' },
      },
      ...target.indicators.map((_, i) => indicatorNode(target, i, rule, form)),
    ],
  };
};

/** What the unit reported, and what the bureau knows, by the names of `selfRubric`. */
export const selfFacts = (
  { funds, results }: SelfEvaluationContent,
  policy: Policy,
  figures: KnownFigures,
  { document } = PROJECT_FORM,
): Facts => {
  const { denominator } = policy.selfEvaluation.executionRate;
  const budget = { ...figures, initialBudget: funds.initialBudget, adjustedBudget: funds.adjustedBudget }[denominator] ?? null;
  const { rate } = executionRate(funds.executed, budget);
  return {
    executed: { value: funds.executed, document },
    budget: { value: budget, document: denominator === 'initialBudget' || denominator === 'adjustedBudget' ? document : '预算台账' },
    executionRate: { value: rate === null ? null : exactText(rate) },
    ...Object.fromEntries(results.map(({ indicator, actualValue }) => [actualOf(indicator), { value: actualValue, document }])),
  };
};
