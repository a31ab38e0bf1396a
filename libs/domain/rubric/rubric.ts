import type { Decimal, Grade, ReverseRule } from '#domain/policy/policy.js';
import type { Interval } from '#domain/score/interval.js';

/** What a figure is: a number, yes or no, one of some words, ratings by several people, answers of a questionnaire by option. */
export const INPUT_KINDS = ['number', 'truth', 'text', 'ratings', 'answers'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

/** A figure that rules may name. `source` says where it is to be taken from; a rubric whose input has none is found by the linter. */
export interface RubricInput {
  readonly zh: string;
  readonly en?: string;
  readonly kind: InputKind;
  readonly unit?: string;
  /** The values that can occur, both included; anything else is out of range. */
  readonly min?: Decimal;
  readonly max?: Decimal;
  /** A count: whole numbers only. */
  readonly whole?: boolean;
  /** For `text`: every state that can occur. */
  readonly oneOf?: readonly string[];
  readonly source?: string;
}

/** A rate or figure that a rule looks at. Numerator and denominator are named; `less` is subtracted: (planned − actual) ÷ planned. */
export type Measure =
  | { readonly numerator: string; readonly less?: string; readonly denominator: string }
  | { readonly input: string }
  | { readonly mean: readonly Measure[] }
  | RatingsMeasure
  | SurveyMeasure;

/** Mean of ratings on a scale up to `outOf`; `trim` highest and as many lowest are left out; fewer than `atLeast` are too few. */
export interface RatingsMeasure {
  readonly ratings: string;
  readonly outOf: Decimal;
  readonly trim?: number;
  readonly atLeast?: number;
}

/** Share of satisfied respondents: each option counts with its share (`"1"`, `"0.8"`, `"0"`). */
export interface SurveyMeasure {
  readonly answers: string;
  readonly options: readonly { readonly option: string; readonly share: Decimal }[];
}

/** Points between zero and full: rate × full; a straight line from zero to full; full + (negative) rate × full. */
export const BETWEEN = ['rate', 'straight', 'deduct'] as const;
export type Between = (typeof BETWEEN)[number];

/** A fault that costs points: `each` a case up to `atMost`; from `zeroFrom` cases on nothing is left. A truth counts as one case. */
export interface Fault {
  readonly cases: string;
  readonly each?: Decimal;
  readonly atMost?: Decimal;
  readonly zeroFrom?: number;
}

/** A band gives fixed points, or a share of the full points by the measure itself. */
export type ScoreBand = Interval & { readonly points?: Decimal; readonly share?: 'rate' | 'deduct' };

export interface OverFulfilment {
  /** From this share of the target on, `"1.3"`. */
  readonly from: Decimal;
  /** A reason is mandatory. */
  readonly reason?: boolean;
  /** Points taken off. */
  readonly minus?: Decimal;
}

/** How an indicator is scored, as data. */
export type Rule =
  | {
      readonly type: 'linear';
      readonly measure: Measure;
      readonly zeroUpTo: Decimal;
      readonly fullFrom: Decimal;
      readonly between: Between;
    }
  | {
      readonly type: 'threshold';
      readonly measure: Measure;
      readonly threshold: Decimal;
      readonly lessIsBetter?: boolean;
      readonly per: Decimal;
      readonly minus: Decimal;
      /** A started step counts as a whole one; otherwise in proportion. */
      readonly started?: boolean;
      readonly atMost?: Decimal;
    }
  | { readonly type: 'deductions'; readonly faults: readonly Fault[] }
  | { readonly type: 'all-or-nothing'; readonly all: readonly string[] }
  | { readonly type: 'checklist'; readonly items: readonly { readonly when: string; readonly points: Decimal }[] }
  | { readonly type: 'bands'; readonly measure: Measure; readonly bands: readonly ScoreBand[] }
  | { readonly type: 'cases'; readonly state: string; readonly cases: readonly { readonly case: string; readonly points: Decimal }[] }
  | {
      readonly type: 'ratio';
      readonly actual: string;
      /** A number, or the name of an input. */
      readonly target: string;
      readonly operator: '≥' | '=' | '≤';
      readonly reverse: ReverseRule;
      readonly over?: OverFulfilment;
    }
  | {
      readonly type: 'qualitative';
      /** Input: the share reached, 0 to 1. */
      readonly share: string;
      /** Input: the level that was found; it must agree with the share. */
      readonly level?: string;
      readonly levels: readonly (Interval & { readonly level: string })[];
    }
  | ({ readonly type: 'average' } & RatingsMeasure)
  | ({ readonly type: 'satisfaction'; readonly zeroUpTo?: Decimal; readonly fullFrom?: Decimal } & SurveyMeasure)
  | { readonly type: 'manual'; readonly points: string };
export type RuleKind = Rule['type'];
export type RuleOf<T extends RuleKind> = Extract<Rule, { type: T }>;

/** A branch (with `children`) or a leaf (with `rule`) of the tree, any depth. */
export interface RubricNode {
  /** Default: the name. Unique in the rubric. */
  readonly id?: string;
  readonly name: string;
  readonly en?: string;
  /** Full points, or per cent of the parent where the rubric's `weights` are relative. Absent: the published table gives none. */
  readonly weight?: Decimal;
  /** The rule as it is printed. */
  readonly text?: string;
  readonly rule?: Rule;
  /** What a missing figure or a zero denominator means: no score at all (default), or none of the points, said so in the explanation. */
  readonly missing?: 'zero';
  readonly children?: readonly RubricNode[];
}

export type GradeRange = Interval & { readonly grade: Grade; readonly to?: Decimal };

/** The total is at most `atMost` while the condition over the rubric's inputs holds. */
export interface Cap {
  readonly when: string;
  readonly atMost: Decimal;
  readonly source?: string;
}

/** 评分标准: a tree of indicators with weights and rules. Data, versioned, checked by `lintRubric`. */
export interface Rubric {
  readonly id: string;
  readonly version: string;
  readonly title?: string;
  /** The published table that this rubric transcribes; two rubrics of one table must agree. */
  readonly table?: string;
  readonly source: string;
  readonly full: Decimal;
  readonly weights: 'points' | 'percent';
  readonly grades?: readonly GradeRange[];
  readonly caps?: readonly Cap[];
  readonly inputs: Readonly<Record<string, RubricInput>>;
  readonly indicators: readonly RubricNode[];
}

export const idOf = (node: RubricNode): string => node.id ?? node.name;

/** A reported figure with where it comes from. */
export interface Fact {
  readonly value: FactValue | null;
  readonly document?: string;
  readonly by?: string;
  readonly at?: string;
  /** Why: for a manual score, an over-fulfilment. */
  readonly reason?: string;
  readonly evidence?: readonly string[];
  /** It is the evaluator's judgement; no document states it. */
  readonly judged?: boolean;
}
export type FactValue = string | boolean | readonly string[] | Readonly<Record<string, string>>;
export type Facts = Readonly<Record<string, Fact>>;
