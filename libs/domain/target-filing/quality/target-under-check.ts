import type { ProjectClass } from '#domain/policy/policy.js';
import type { Decimal } from '#domain/policy/policy.js';
import type { Yuan } from '#domain/score/money.js';
import type { FundsBySource, IndicatorOperator, Level1 } from '../content.js';

/** An indicator as far as it is known: a form fills in everything, a published report quotes a name and a value. */
export interface GivenIndicator {
  readonly level1?: Level1;
  readonly level2?: string;
  readonly level3: string;
  readonly operator?: IndicatorOperator;
  readonly targetValue?: string;
  readonly measureUnit?: string;
  readonly weight?: Decimal;
  readonly core?: boolean;
}

/** An indicator of last year with what became of it: `met`, or the actual value in the target's unit. */
export interface ReachedIndicator extends GivenIndicator {
  readonly actualValue?: Decimal;
  readonly met?: boolean;
}

/** A target as it stood before: for the budget before its adjustment, or in the year before. */
export interface EarlierTarget<I extends GivenIndicator = GivenIndicator> {
  readonly annualGoal?: string;
  readonly indicators: readonly I[];
  readonly budget?: Yuan;
}

/** What the quality rules look at. What is absent is not known, and a rule that needs it says so instead of judging. Amounts in yuan. */
export interface TargetUnderCheck {
  readonly projectClass: ProjectClass;
  /** The project's name. */
  readonly project?: string;
  readonly annualGoal?: string;
  readonly indicators: readonly GivenIndicator[];
  /** 资金总额 and its sources, as filed. */
  readonly funds?: Partial<FundsBySource> & { readonly total?: Yuan };
  /** The project's budget as the bureau knows it, after adjustment where there was one. */
  readonly budget?: Yuan;
  readonly beforeAdjustment?: EarlierTarget;
  readonly lastYear?: EarlierTarget<ReachedIndicator>;
}
