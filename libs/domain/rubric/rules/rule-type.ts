import type { Sentence } from '#domain/explanation/explained.js';
import type { Exact } from '#domain/score/exact.js';
import type { NamedInput } from '../measure.js';
import type { Reading } from '../reading.js';
import type { Rubric, RuleKind, RuleOf } from '../rubric.js';

export type FaultCode =
  | 'BAND_GAP'
  | 'BAND_OVERLAP'
  | 'BAND_EMPTY'
  | 'CASE_GAP'
  | 'CASE_TWICE'
  | 'CASE_UNKNOWN'
  | 'LEVEL_DIRECTION'
  | 'ZERO_TOO_EARLY'
  | 'RANGE_EMPTY';

/** What is wrong with a rule by itself. */
export interface RuleFault extends Sentence {
  readonly code: FaultCode;
}

/** One way to score an indicator. Pure; the engine keeps the points between 0 and full. */
export interface RuleType<T extends RuleKind> {
  readonly label: Sentence;
  readonly inputs: (rule: RuleOf<T>) => readonly NamedInput[];
  /** The points, exactly. @throws Unscorable */
  readonly score: (rule: RuleOf<T>, full: Exact, reading: Reading) => Exact;
  /** The most points that the rule can give, before the engine cuts at full. */
  readonly most: (rule: RuleOf<T>, full: Exact, inputs: Rubric['inputs']) => Exact;
  /** What the measure must have been to give these points, where that can be said. */
  readonly implied?: (rule: RuleOf<T>, full: Exact, points: Exact) => Exact | null;
  readonly lint?: (rule: RuleOf<T>, full: Exact, inputs: Rubric['inputs']) => readonly RuleFault[];
}
