import type { AssessmentPolicy } from './assessment-policy.js';
import type { BudgetLinkagePolicy } from './budget-linkage-policy.js';
import type { Seat, StageName } from '#domain/stage/stage.js';
import type { DisclosurePolicy } from './disclosure-policy.js';
import type { ExAntePanel, RequiredMaterial, TargetFilingPolicy } from './target-filing-policy.js';
import type { ObjectionPolicy } from './objection-policy.js';
import type { RectificationPolicy } from './rectification-policy.js';
import type { FeedbackPolicy, KeyEvaluationPolicy } from './key-evaluation-policy.js';

/** A calendar day, `YYYY-MM-DD`, meant in Asia/Shanghai. */
export type Day = string;
/** A clock time of that day, `HH:MM`; `24:00` is the end of it. */
export type ClockTime = string;
/** An exact decimal number as text, for instance `"139975300.00"` or `"0.8"`. Never a binary float. */
export type Decimal = string;

/**
 * One rung of a deadline ladder: `day` working days from the due day (negative: before). The debtor is reminded of what it owes,
 * `escalate` tells those above. `notice: circulation` marks a notice of circulation (通报).
 */
export interface RungSpec {
  readonly day: number;
  /** Default 09:00. */
  readonly at?: ClockTime;
  readonly remind?: readonly Seat[];
  readonly escalate?: readonly Seat[];
  readonly notice?: 'circulation';
}

/** What the passing of a step's time limit means: tell the reviewers again, tell the seats of `escalate`, pass the step, send it back. */
export type LimitMeaning = 'remind' | 'escalate' | 'approve' | 'return';

/** One step of an approval chain. Exactly one of any (任一), all (会签) or a quorum of its reviewers decides it. */
export interface StepSpec {
  readonly step: string;
  readonly who: Seat;
  readonly rule: 'any' | 'all' | { readonly quorum: number };
  /** Working days for this step. */
  readonly within?: number;
  /** Default `remind`. */
  readonly onLimit?: LimitMeaning;
  readonly escalate?: readonly Seat[];
}

/** What silence at the deadline means: nothing (the debtor stays in debt), consent, or a return to the sender unanswered. */
export type Silence = 'none' | 'consent' | 'return';

export interface PlannedStage {
  readonly stage: StageName;
  /** For stages that recur in a year (monitoring); 1 when absent. */
  readonly round?: number;
  /** First day of the stage. Absent when `after` says what it follows. */
  readonly opens?: Day;
  readonly after?: StageName;
  readonly due?: Day;
  /** Working days from the opening, for a stage that has no fixed due day. */
  readonly within?: number;
  /** Names of `ladders` and `chains` of this policy. */
  readonly ladder?: string;
  readonly chain?: string;
  readonly silence?: Silence;
  /** Monitoring: the day up to which execution is reported (数据截止日). */
  readonly asOf?: Day;
  /** Key evaluation: days of its parts. `commentWindow` is in working days. */
  readonly planDue?: Day;
  readonly draftDue?: Day;
  readonly commentWindow?: number;
  readonly finalWithin?: number;
  /** Self-evaluation: also of each unit as a whole (部门整体) that has an approved target as such. */
  readonly wholeDepartment?: boolean;
}

export type Grade = '优' | '良' | '中' | '差';

/** Half-open band [from, to); the band that ends at 100 includes 100. */
export interface GradeBand {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly grade: Grade;
}

/** Worst first. Blue marks what is far ahead of its plan: no danger, but to be explained. */
export const WARNING_COLOURS = ['red', 'yellow', 'blue'] as const;
export type WarningColour = (typeof WARNING_COLOURS)[number];

export interface WarningRule {
  readonly id: string;
  /** What the condition is asked of: the project (default), or each of its indicators. */
  readonly of?: 'project' | 'indicator';
  /** A condition over named quantities, see `libs/domain/condition`. */
  readonly when: string;
  /**
   * Month → per cent that must have been reached at its end; the condition names the one in force `threshold`. Before the first of these
   * month-ends the rule is not asked.
   */
  readonly thresholds?: Readonly<Record<string, Decimal>>;
  readonly colour: WarningColour;
  /** A project that this rule flags is monitored once more (二次监控). */
  readonly secondRound?: boolean;
  /** Working days in which the unit must answer. Absent: the warning informs only. */
  readonly answerWithin?: number;
  readonly source?: string;
}

export type Treatment = 'prioritise' | 'maintain' | 'compress' | 'cancel';

/** One line of the linkage table. Of the rules that hold, the first that does not `add` decides; those that add come on top. */
export interface LinkageRule {
  /** How explanations and overrides name it; `R1`, `R2` … by its place where absent. */
  readonly id?: string;
  readonly when: string;
  readonly treatment: Treatment;
  /** Per cent of the base, for `compress`. */
  readonly by?: Decimal;
  /** Per cent of the base, for `prioritise`. */
  readonly raise?: Decimal;
  /** Per cent of the idle funds that are taken back, for `compress`. */
  readonly takeBack?: Decimal;
  /** This cut comes on top of what another rule decided. */
  readonly adds?: boolean;
  readonly source?: string;
}

/** What no rule may go beyond. `cancel` is not bounded: it is a decision, not a cut. */
export interface LinkageBounds {
  /** Per cent of the base that all cuts of one project may take together. */
  readonly maxCut?: Decimal;
  /** Yuan below which no cut goes; a smaller base is kept. */
  readonly floor?: Decimal;
  /** Yuan above which no raise goes; a greater base is kept. */
  readonly ceiling?: Decimal;
  /** Per cent of the sum before that the sum after may reach; more is reported, the bureau decides where it comes from. */
  readonly total?: Decimal;
  readonly source?: string;
}

export type ProjectClass = 'ordinary' | 'key' | 'whole-department';

/** How an indicator where less is better is scored, see `selfEvaluation.reverse`. */
export type ReverseRule = 'ratio' | 'linear';

/** By what a spot-check sample is spread: the supervising department, or the size of the project's budget. */
export type Stratum = 'department' | 'amount';

/** What automatic checks of a target look for before anybody reads it; `libs/domain/target-filing/quality` says what each one does. */
export const QUALITY_RULES = [
  'min-indicators',
  'required-dimensions',
  'complete-indicator',
  'value-conflict',
  'weights-sum',
  'repeated-value',
  'impossible-rate',
  'qualitative-where-countable',
  'duplicate-name',
  'near-duplicate-name',
  'contradicting-indicators',
  'generic-name',
  'name-is-project',
  'satisfaction-of-leaders',
  'text-number-without-indicator',
  'lower-than-goal',
  'goal-aspect-without-indicator',
  'goal-not-covered',
  'goal-not-quantified',
  'cost-above-funds',
  'funds-sum',
  'unchanged-after-adjustment',
  'copied-though-missed',
] as const;
export type QualityRuleName = (typeof QUALITY_RULES)[number];

/** `block` keeps a target from being submitted, `warn` and `note` are shown, `off` switches the rule off. */
export type QualitySeverity = 'block' | 'warn' | 'note' | 'off';

export interface QualityRule {
  readonly rule: QualityRuleName;
  /** `required-dimensions`: first-level indicators that must occur. */
  readonly dimensions?: readonly string[];
  readonly class?: ProjectClass;
  readonly indicators?: number;
  readonly core?: number;
  /** `weights-sum`: the totals that are right. Default: what self-evaluation gives outputs, benefits and satisfaction together. */
  readonly totals?: readonly Decimal[];
  /** `complete-indicator`: must the value be a plain decimal, as scoring reads it (default), or may it be any quantity that can be read? */
  readonly values?: 'decimal' | 'any';
  /** `repeated-value`: from so many rows on. Default 3. */
  readonly rows?: number;
  /** `generic-name`, `satisfaction-of-leaders`: the words that the rule looks for, instead of its own. */
  readonly words?: readonly string[];
  readonly severity: QualitySeverity;
  /** The article or published finding that the rule rests on. */
  readonly source: string;
}

/** Something that a unit reports on within so many working days, by names of `chains` and `ladders`. */
export interface FollowUp {
  readonly within: number;
  readonly chain?: string;
  readonly ladder?: string;
}

/** One district's practice in one year. Data, not code: validated, versioned, frozen by hash when a campaign is launched. */
export interface Policy {
  readonly district: string;
  /** For people: what this document is, for instance 济南市钢城区2023年度. */
  readonly title?: string;
  readonly fiscalYear: number;
  readonly version: number;
  /** Versions of the calendars of the years the plan touches, for instance `["cn-2022@1", "cn-2023@1"]`. */
  readonly calendar: readonly string[];
  /** The hour at which a due day ends. Default 24:00. */
  readonly dayEndsAt: ClockTime;
  readonly grades: readonly GradeBand[];
  readonly ladders: Readonly<Record<string, readonly RungSpec[]>>;
  readonly chains: Readonly<Record<string, readonly StepSpec[]>>;
  readonly plan: readonly PlannedStage[];
  readonly exAnteEvaluation: {
    /** A new project from this amount (yuan) on needs an ex-ante evaluation before its target may be filed. */
    readonly threshold: Decimal;
    /** Dimension → full points; they sum to 100. */
    readonly dimensions: Readonly<Record<string, Decimal>>;
    /** From this score on: support (支持), support after adjustment (调整后支持); below both: do not support. */
    readonly conclusions: { readonly support: Decimal; readonly adjust: Decimal };
    /** 材料清单. Absent: none is asked for. */
    readonly materials?: readonly RequiredMaterial[];
    /** 专家组. Absent: the report's own scores count. */
    readonly panel?: ExAntePanel;
  };
  readonly targetFiling?: TargetFilingPolicy;
  readonly targetQuality: readonly QualityRule[];
  readonly monitoring: {
    readonly warnings: readonly WarningRule[];
    readonly chain: string;
    readonly ladder: string;
    /** What the unit reports after a disposal (处置) that is not to go on as before. Absent: it is recorded alone. */
    readonly followUp?: FollowUp;
    /** 财政重点监控: the bureau reports on the key projects itself. Absent: it does not. */
    readonly keyMonitoring?: FollowUp;
  };
  readonly selfEvaluation: {
    readonly weights: { readonly execution: Decimal; readonly output: Decimal; readonly benefit: Decimal; readonly satisfaction: Decimal };
    readonly executionRate: {
      readonly numerator: 'executed';
      readonly denominator: 'initialBudget' | 'approvedBudget' | 'adjustedBudget' | 'fundsReceived';
    };
    /** Two ways are in use for indicators where less is better: target ÷ actual, or full up to the target and 0 at twice the target. */
    readonly reverse: ReverseRule;
    /** From this share of the target (per cent) on, over-fulfilment needs a reason. */
    readonly explainFrom: Decimal;
    /** Points that such an over-fulfilment costs; none when absent. One province takes 2. */
    readonly overMinus?: Decimal;
    /** The self-score is at most `atMost` while the condition over `executionRate` holds: one platform's practice. */
    readonly caps?: readonly { readonly when: string; readonly atMost: Decimal; readonly source?: string }[];
    /** `rate` in per cent of the self-evaluations; a self-score further than `tolerance` points from the corrected one is flagged untrue. */
    readonly spotCheck: {
      readonly rate: Decimal;
      readonly within: number;
      readonly strata: readonly Stratum[];
      /** Bounds of the size classes in yuan, ascending. Default 1,000,000 and 10,000,000. */
      readonly amountBounds?: readonly Decimal[];
      readonly tolerance: Decimal;
      /**
       * The list is frozen and its hash published; the draw's seed is then a public value of this source (a lottery's numbers, a beacon), which
       * the bureau enters within so many working days. Absent: the seed is a digest of all that was filed.
       */
      readonly publicValue?: { readonly source: string; readonly within: number; readonly ladder?: string };
    };
    /** 问题清单: problems that a spot check names, to be corrected by the unit. Absent: they stand in the record alone. */
    readonly problems?: FollowUp;
  };
  readonly linkage: readonly LinkageRule[];
  readonly linkageBounds?: LinkageBounds;
  /** Approval of the decisions, and the letters that tell them. Absent: decisions hold as filed, without a letter. */
  readonly budgetLinkage?: BudgetLinkagePolicy;
  /** The most filings that one reviewer can be asked to go through in a working day; `jiheng plan check` warns of more. */
  readonly review?: { readonly perDay: number };
  readonly keyEvaluation?: KeyEvaluationPolicy;
  /** 部门年度考核. Absent: departments are not assessed. */
  readonly assessment?: AssessmentPolicy;
  /** 反馈. Absent: notices are issued as the stage opens, without a draft. */
  readonly feedback?: FeedbackPolicy;
  /** 整改. Absent: what is struck off is not looked at again. */
  readonly rectification?: RectificationPolicy;
  /** 公开. Absent: every unit makes all of it public once, by the plan's due day. */
  readonly disclosure?: DisclosurePolicy;
  /** 异议. Absent: what is found of a unit holds as it was found. */
  readonly objections?: ObjectionPolicy;
}

/** `monitoring` and its round 2 become `monitoring` and `monitoring-2`: the key of a planned stage within its campaign. */
export const stageKey = (planned: Pick<PlannedStage, 'stage' | 'round'>): string =>
  planned.round === undefined || planned.round === 1 ? planned.stage : `${planned.stage}-${String(planned.round)}`;
