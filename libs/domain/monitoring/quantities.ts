import type { Inputs } from '#domain/condition/evaluate.js';
import type { Origin, Step } from '#domain/explanation/explained.js';
import type { Day, ReverseRule, WarningRule } from '#domain/policy/policy.js';
import { compare, exactText, isDecimal, least, sum, weigh, ZERO } from '#domain/score/exact.js';
import { reachedOf } from '#domain/score/attainment.js';
import { LIKELIHOODS } from './content.js';
import type { Likelihood } from './content.js';
import type { MonitoredIndicator, MonitoringInput } from './input.js';

/** A figure of an indicator as far as a number can be read from it and its target; `null` for words, and where nothing was reported. */
const reached = (it: MonitoredIndicator, value: string | null, reverse: ReverseRule): ReturnType<typeof reachedOf> | null =>
  it.operator === '定性' || value === null || !isDecimal(value) || !isDecimal(it.targetValue) ? null : reachedOf(it, value, reverse);

/** Actual against target, uncapped. Reverse indicators: target ÷ actual, as the regulation has it. */
const attainedText = (it: MonitoredIndicator, value: string | null, reverse: ReverseRule): string | null => {
  const attained = reached(it, value, reverse)?.attained ?? null;
  return attained === null ? null : exactText(attained);
};

/** An indicator's attainment so far, at most 1, with its weight; none where no number can be read. */
const shareOf = (it: MonitoredIndicator, reverse: ReverseRule): { value: string; weight: string }[] => {
  const found = reached(it, it.actualValue, reverse);
  return found ? [{ value: exactText(least('1', found.coefficient)), weight: it.weight }] : [];
};

/**
 * 目标完成率: the mean of the indicators' attainment so far, each at most 1, weighted by the indicators' weights. Qualitative indicators and
 * values that are no numbers are left out; null when nothing is left.
 */
const attainmentOf = (indicators: readonly MonitoredIndicator[], reverse: ReverseRule): string | null => {
  const parts = indicators.flatMap((it) => shareOf(it, reverse));
  const whole = sum(parts.map(({ weight }) => weight));
  return compare(whole, ZERO) === 0 ? null : exactText(weigh(parts).div(whole));
};

const worstLikelihood = (indicators: readonly MonitoredIndicator[]): Likelihood | null =>
  indicators.reduce<Likelihood | null>(
    (worst, { likelihood: it }) => (it !== null && (worst === null || LIKELIHOODS.indexOf(it) > LIKELIHOODS.indexOf(worst)) ? it : worst),
    null,
  );

const monthOf = (asOf: Day): number => Number(asOf.slice(5, 7));

const lastDayOf = (asOf: Day): number => new Date(Date.UTC(Number(asOf.slice(0, 4)), monthOf(asOf), 0)).getUTCDate();

/** Months of the year that are over on the reporting day. */
const monthsOver = (asOf: Day): number => monthOf(asOf) - (Number(asOf.slice(8, 10)) === lastDayOf(asOf) ? 0 : 1);

/** The threshold in force, as a share of 1: that of the latest listed month that is over. Null before the first. */
export const thresholdOn = (asOf: Day, thresholds: NonNullable<WarningRule['thresholds']>): string | null => {
  const months = Object.keys(thresholds)
    .map(Number)
    .filter((it) => it <= monthsOver(asOf));
  return months.length === 0 ? null : `${thresholds[String(Math.max(...months))]!}/100`;
};

/** The named quantities of a project; months are counted as in the local rules: time progress is month ÷ 12. */
export const projectQuantities = (
  { budget, executed, forecast, indicators, disposal, asOf }: MonitoringInput,
  reverse: ReverseRule,
): Inputs => {
  const month = String(monthOf(asOf));
  return {
    initialBudget: budget.initialBudget,
    approvedBudget: budget.approvedBudget,
    adjustedBudget: budget.adjustedBudget,
    fundsReceived: budget.fundsReceived,
    executed,
    forecast,
    timeProgress: `${month}/12`,
    month,
    attainment: attainmentOf(indicators, reverse),
    likelihood: worstLikelihood(indicators),
    disposal: disposal ?? 'none',
  };
};

const directionOf = ({ operator }: MonitoredIndicator): string =>
  operator === '定性' ? 'qualitative' : operator === '≤' ? 'reverse' : 'positive';

/** What an indicator adds to the quantities of its project; its own likelihood stands for the project's. */
export const indicatorQuantities = (it: MonitoredIndicator, reverse: ReverseRule): Inputs => ({
  attained: attainedText(it, it.actualValue, reverse),
  forecastAttained: attainedText(it, it.forecastValue, reverse),
  direction: directionOf(it),
  likelihood: it.likelihood,
});

const BUDGET_FIGURES = new Set(['initialBudget', 'approvedBudget', 'adjustedBudget', 'fundsReceived']);
const BY_RULE = new Set(['timeProgress', 'month', 'threshold', 'direction']);

/** Budget figures come from the budget, the calendar's and the rule's own from nobody, everything else from the report. */
export const originOf =
  ({ origins }: MonitoringInput) =>
  (name: string): Origin | null =>
    BY_RULE.has(name) ? null : ((BUDGET_FIGURES.has(name) ? origins?.budget : origins?.report) ?? null);

const quotient = ({ operator, targetValue }: MonitoredIndicator, value: string | null): string =>
  operator === '≤' ? `${targetValue} ÷ ${value ?? 'null'}` : `${value ?? 'null'} ÷ ${targetValue}`;

/** How a figure that nobody reported came about: attainment from actual values and targets. Nothing for figures that stand in a document. */
export const derivation = (
  name: string,
  value: string,
  { indicators }: Pick<MonitoringInput, 'indicators'>,
  indicator: MonitoredIndicator | null,
  reverse: ReverseRule,
): Step[] => {
  if (name === 'attainment') {
    const shares = indicators.flatMap((it) => shareOf(it, reverse));
    const formula = `(${shares.map((it) => `${it.value} × ${it.weight}`).join(' + ')}) ÷ ${exactText(sum(shares.map((it) => it.weight)))}`;
    return [{ formula, result: value, zh: '目标完成率：按权重平均，每项至多 1', en: 'attainment: weighted mean, each at most 1' }];
  }
  if (!indicator || !['attained', 'forecastAttained'].includes(name)) return [];
  const [figure, zh, en] =
    name === 'attained'
      ? [indicator.actualValue, '指标完成率', 'indicator attained']
      : [indicator.forecastValue, '预计全年完成率', 'indicator attained by the forecast'];
  return [{ formula: quotient(indicator, figure), result: value, zh: `${indicator.name}：${zh}`, en: `${indicator.name}: ${en}` }];
};
