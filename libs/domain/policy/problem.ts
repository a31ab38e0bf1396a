import type { ConditionProblemCode } from '#domain/condition/expression.js';

export type PolicyProblemCode =
  | ConditionProblemCode
  | 'YAML'
  | 'SHAPE'
  | 'GRADE_BANDS'
  | 'WEIGHTS_SUM'
  | 'UNKNOWN_LADDER'
  | 'UNKNOWN_CHAIN'
  | 'RUNG_ORDER'
  | 'RUNG_EMPTY'
  | 'STEP_TWICE'
  | 'STAGE_TWICE'
  | 'STAGE_DATES'
  | 'STAGE_AFTER'
  | 'STAGE_INCOMPLETE'
  | 'CALENDAR'
  | 'RULE_TWICE'
  | 'RULE_INCOMPLETE';

/** What is wrong with a policy document, and where. `path` is the field, for instance `plan.2.due`. */
export interface PolicyProblem {
  readonly code: PolicyProblemCode;
  readonly path: string;
  /** From 1, in the YAML text, when there is one. */
  readonly line?: number;
  readonly column?: number;
  readonly zh: string;
  readonly en: string;
}
