import { evaluateCondition } from '#domain/condition/evaluate.js';
import type { Inputs, Verdict } from '#domain/condition/evaluate.js';
import type { Day, Policy, WarningColour } from '#domain/policy/policy.js';
import { MONITORING_QUANTITIES } from '#domain/policy/quantities.js';
import { exact, exactText, isDecimal, least, sum, weigh, ZERO, compare } from '#domain/score/exact.js';
import type { Yuan } from '#domain/score/money.js';
import { reachedOf } from '#domain/self-evaluation/indicator-score.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { LIKELIHOODS } from './content.js';
import type { Likelihood, MonitoringContent } from './content.js';

/** What dual monitoring looks at: the report, the approved target, the project's budget figures, and the day up to which it reports. */
export interface MonitoringInput {
  readonly content: MonitoringContent;
  readonly target: TargetContent;
  readonly budget: { readonly [K in 'initialBudget' | 'approvedBudget' | 'adjustedBudget' | 'fundsReceived']?: Yuan | null };
  readonly asOf: Day;
}

/** A warning that the policy's rule `id` raises. `answerWithin` in working days; null: it informs only. */
export interface Warning {
  readonly id: string;
  readonly colour: WarningColour;
  readonly answerWithin: number | null;
  readonly verdict: Verdict;
}

export interface MonitoringResult {
  readonly value: {
    readonly warnings: readonly Warning[];
    /** The project's light is its worst warning. */
    readonly light: WarningColour | 'green';
    /** Rules that could not be decided, with their reasons: never silently green. */
    readonly undecided: readonly { readonly id: string; readonly verdict: Verdict }[];
  };
  /** The quantities that the conditions saw, exact, as text. */
  readonly explanation: Inputs;
}

/**
 * 目标完成率: the mean of the indicators' attainment so far, each at most 1, weighted by the indicators' weights. Qualitative indicators and
 * values that are no numbers are left out; null when nothing is left.
 */
export const attainmentOf = (content: MonitoringContent, target: TargetContent, policy: Policy): string | null => {
  const parts = content.indicators.flatMap((it) => {
    const indicator = target.indicators[it.indicator];
    if (!indicator || indicator.operator === '定性' || !isDecimal(it.actualValue) || !isDecimal(indicator.targetValue)) return [];
    return [
      {
        value: least('1', reachedOf(indicator, it.actualValue, policy.selfEvaluation.reverse).coefficient),
        weight: exact(indicator.weight),
      },
    ];
  });
  const whole = sum(parts.map((it) => it.weight));
  return compare(whole, ZERO) === 0 ? null : exactText(weigh(parts).div(whole));
};

const worst = (content: MonitoringContent): Likelihood | null =>
  content.indicators.reduce<Likelihood | null>(
    (so, { likelihood }) => (so === null || LIKELIHOODS.indexOf(likelihood) > LIKELIHOODS.indexOf(so) ? likelihood : so),
    null,
  );

/** The named quantities of a monitoring report; months are counted as in the local rules: time progress is month ÷ 12. */
export const monitoringQuantities = ({ content, target, budget, asOf }: MonitoringInput, policy: Policy): Inputs => {
  const month = String(Number(asOf.slice(5, 7)));
  return {
    initialBudget: budget.initialBudget,
    approvedBudget: budget.approvedBudget,
    adjustedBudget: budget.adjustedBudget,
    fundsReceived: budget.fundsReceived,
    executed: content.executedAmount,
    forecast: content.forecastAmount,
    timeProgress: `${month}/12`,
    month,
    attainment: attainmentOf(content, target, policy),
    likelihood: worst(content),
  };
};

/** Dual monitoring (财预〔2019〕136号): which of the policy's warnings a report raises, each with the inputs that it saw. */
export const monitor = (input: MonitoringInput, policy: Policy): MonitoringResult => {
  const explanation = monitoringQuantities(input, policy);
  const judged = policy.monitoring.warnings.map((rule) => ({
    rule,
    verdict: evaluateCondition(rule.when, MONITORING_QUANTITIES, explanation),
  }));
  const warnings = judged
    .filter((it) => it.verdict.holds)
    .map(({ rule, verdict }): Warning => ({ id: rule.id, colour: rule.colour, answerWithin: rule.answerWithin ?? null, verdict }));
  const light = warnings.some((it) => it.colour === 'red') ? 'red' : warnings.length > 0 ? 'yellow' : 'green';
  const undecided = judged.filter((it) => it.verdict.holds === null).map(({ rule, verdict }) => ({ id: rule.id, verdict }));
  return { value: { warnings, light, undecided }, explanation };
};
