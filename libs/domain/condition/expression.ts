import type { Exact } from '#domain/score/exact.js';

/** What a named quantity holds. A text quantity may list the only words that it can be. */
export type QuantityType =
  { readonly type: 'number' } | { readonly type: 'truth' } | { readonly type: 'text'; readonly oneOf?: readonly string[] };

/** The quantities that a policy's conditions may name in one place, with the label that an explanation shows. */
export type Quantities = Readonly<Record<string, QuantityType & { readonly zh: string; readonly en: string }>>;

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type Arithmetic = '+' | '-' | '*' | '/';

/** A parsed condition. `source` of a node is not kept: an explanation prints the condition as the policy writes it. */
export type Expression =
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate' | 'not'; readonly of: Expression }
  | { readonly kind: 'arithmetic'; readonly operator: Arithmetic; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] };

export const FUNCTIONS = ['abs', 'min', 'max'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export type ConditionProblemCode =
  'CONDITION_SYNTAX' | 'CONDITION_TOO_LONG' | 'CONDITION_TOO_DEEP' | 'CONDITION_NOT_ALLOWED' | 'CONDITION_UNKNOWN_NAME' | 'CONDITION_TYPE';

/** Why a condition cannot be used, in both languages. */
export interface ConditionProblem {
  readonly code: ConditionProblemCode;
  readonly zh: string;
  readonly en: string;
}

export const problem = (code: ConditionProblemCode, zh: string, en: string): ConditionProblem => ({ code, zh, en });
