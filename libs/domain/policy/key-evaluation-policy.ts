import type { AgencyRatingRules } from '#domain/key-evaluation/agency-rating.js';
import type { EvaluationIndicator } from '#domain/key-evaluation/content.js';
import type { EvaluationType } from '#domain/key-evaluation/evaluation-type.js';
import type { AssignmentRules } from '#domain/key-evaluation/independence.js';
import type { SatisfactionRule } from '#domain/key-evaluation/questionnaire.js';
import type { RaterRules } from '#domain/key-evaluation/ratings.js';
import type { SelectionRule } from '#domain/selection/selection-rule.js';
import type { Decimal } from './policy.js';

/** 自评与第三方比较的口径; the tolerated gap is that of the spot check. */
export interface ComparisonPolicy {
  /** No statement about fewer. Default 5. */
  readonly atLeast?: number;
  /** From this difference of means (points) on, a side is called lenient or strict. Default 3. */
  readonly notable?: Decimal;
  /** Reach of the fences of outliers, in widths of the middle half. Default 1.5. */
  readonly fence?: Decimal;
}

/** What becomes of a report whose words and tables contradict each other: nothing, a remark, or no submission. */
export const RECONCILIATIONS = ['off', 'warn', 'block'] as const;

/** `keyEvaluation` of the policy; each part may be absent. */
export interface KeyEvaluationPolicy {
  /** 重点评价选题. Absent: the bureau selects by hand. */
  readonly selection?: SelectionRule;
  /** Who may be assigned. Absent: whoever is active and independent on the day. */
  readonly assignment?: AssignmentRules;
  /** What output and benefit weigh together at least, of 100. Default 60 (财预〔2020〕10号). */
  readonly leastResults?: Decimal;
  /** Every score of a report names the working papers that bear it. */
  readonly workingPapers?: boolean;
  /** Rating of the agency's work. Absent: it is not rated. */
  readonly agencyRating?: AgencyRatingRules;
  /** 问卷满意度: what each band counts, for questionnaires that do not say it themselves. */
  readonly satisfaction?: SatisfactionRule;
  /** 默认指标体系, by type of evaluation: what the agency's plan begins with. */
  readonly indicatorSystems?: Readonly<Partial<Record<EvaluationType, readonly EvaluationIndicator[]>>>;
  /** 多人独立评分. Absent: the agency scores by itself. */
  readonly scoring?: RaterRules;
  /** 报告核对. Absent: `warn`. */
  readonly reconciliation?: (typeof RECONCILIATIONS)[number];
  readonly comparison?: ComparisonPolicy;
}

/** `feedback` of the policy: the notice is drafted, signed off (签发) along this chain, and only then delivered. */
export interface FeedbackPolicy {
  /** A chain of this policy. */
  readonly signOff: string;
  /** Working days for drafting the notice. */
  readonly within: number;
  /** A ladder of this policy for the drafting; none when absent. */
  readonly ladder?: string;
  /** Working days from the sign-off in which the unit rectifies; the draft proposes that day. */
  readonly rectifyWithin?: number;
  readonly source?: string;
}
