import type { Exact } from '#domain/score/exact.js';
import type { NamedInput } from './measure.js';
import type { Reading } from './reading.js';
import type { Rubric, Rule, RuleKind } from './rubric.js';
import { bands } from './rules/bands.js';
import { cases } from './rules/cases.js';
import { allOrNothing, checklist } from './rules/checklist.js';
import { deductions } from './rules/deductions.js';
import { linear } from './rules/linear.js';
import { manual } from './rules/manual.js';
import { average, satisfaction } from './rules/opinions.js';
import { qualitative } from './rules/qualitative.js';
import { ratio } from './rules/ratio.js';
import type { RuleFault, RuleType } from './rules/rule-type.js';
import { threshold } from './rules/threshold.js';

/** Every way in which an indicator can be scored. A new one is a file in `rules/`, a line here and its shape in the schema. */
export const RULE_TYPES: { readonly [T in RuleKind]: RuleType<T> } = {
  linear,
  threshold,
  deductions,
  'all-or-nothing': allOrNothing,
  checklist,
  bands,
  cases,
  ratio,
  qualitative,
  average,
  satisfaction,
  manual,
};

// A rule and its type always belong together: both come from the same key of the table.
const typeOf = (rule: Rule): RuleType<RuleKind> => RULE_TYPES[rule.type] as unknown as RuleType<RuleKind>;

export const labelOf = (rule: Rule): RuleType<RuleKind>['label'] => typeOf(rule).label;
export const inputsOfRule = (rule: Rule): readonly NamedInput[] => typeOf(rule).inputs(rule);
export const pointsOf = (rule: Rule, full: Exact, reading: Reading): Exact => typeOf(rule).score(rule, full, reading);
export const mostOf = (rule: Rule, full: Exact, inputs: Rubric['inputs']): Exact => typeOf(rule).most(rule, full, inputs);
export const impliedBy = (rule: Rule, full: Exact, points: Exact): Exact | null => typeOf(rule).implied?.(rule, full, points) ?? null;
export const faultsOf = (rule: Rule, full: Exact, inputs: Rubric['inputs']): readonly RuleFault[] =>
  typeOf(rule).lint?.(rule, full, inputs) ?? [];
