import type { Origin } from '#domain/explanation/explained.js';
import type { Day } from '#domain/policy/policy.js';
import type { Yuan } from '#domain/score/money.js';
import type { Indicator, TargetContent } from '#domain/target-filing/content.js';
import type { Disposal, Likelihood, MonitoringContent } from './content.js';

/** One indicator of the approved target with what was reported of it so far; `null` where nobody reported it. */
export interface MonitoredIndicator extends Pick<Indicator, 'operator' | 'targetValue' | 'weight'> {
  readonly name: string;
  readonly actualValue: string | null;
  readonly forecastValue: string | null;
  readonly likelihood: Likelihood | null;
}

/** Budget figures of a project in yuan. */
export type BudgetFigures = { readonly [K in 'initialBudget' | 'approvedBudget' | 'adjustedBudget' | 'fundsReceived']?: Yuan | null };

/** What dual monitoring looks at: money and indicators of one project, and the day up to which they are reported. */
export interface MonitoringInput {
  readonly budget: BudgetFigures;
  readonly executed: Yuan | null;
  /** 全年预计执行数 */
  readonly forecast: Yuan | null;
  readonly indicators: readonly MonitoredIndicator[];
  /** Null: nobody has proposed or decided one. */
  readonly disposal: Disposal | null;
  readonly asOf: Day;
  /** Where the figures come from, as far as that is known. */
  readonly origins?: { readonly budget?: Origin; readonly report?: Origin };
}

/** A filed report beside the approved target that it reports on. Without a target there is nothing to hold its indicators against. */
export const monitoringInput = (
  content: MonitoringContent,
  target: TargetContent | undefined,
  rest: Pick<MonitoringInput, 'budget' | 'asOf' | 'origins'>,
): MonitoringInput => ({
  ...rest,
  executed: content.executedAmount,
  forecast: content.forecastAmount,
  disposal: content.disposal ?? null,
  indicators: (target?.indicators ?? []).map(({ level3, operator, targetValue, weight }, index) => {
    const reported = content.indicators.find(({ indicator }) => indicator === index);
    const { actualValue = null, forecastValue = null, likelihood = null } = reported ?? {};
    return { name: level3, operator, targetValue, weight, actualValue, forecastValue, likelihood };
  }),
});
