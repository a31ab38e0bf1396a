import type { Sentence } from '#domain/explanation/explained.js';
import type { FaultCode } from '../rules/rule-type.js';

export type FindingCode =
  | FaultCode
  | 'WEIGHTS_SUM'
  | 'WEIGHT_MISSING'
  | 'RULE_MISSING'
  | 'FULL_UNREACHABLE'
  | 'FULL_EXCEEDED'
  | 'GRADE_TWICE'
  | 'GRADE_BEYOND'
  | 'INPUT_UNKNOWN'
  | 'INPUT_UNUSED'
  | 'INPUT_KIND'
  | 'INPUT_NO_SOURCE'
  | 'OPPOSED_INCENTIVES'
  | 'NEUTRAL_COUNTED'
  | 'CAP_CONDITION'
  | 'CAP_USELESS'
  | 'ID_TWICE'
  | 'NAME_TWICE'
  | 'DIMENSION_MIXED'
  | 'WORDING'
  | 'RUBRICS_DIFFER';

/** error: the rubric cannot be used so. warn: it can, with results that nobody wants. note: worth a look. */
export type Severity = 'error' | 'warn' | 'note';

/** What is wrong with a rubric, and where: `indicators.0.children.2.rule`. */
export interface Finding extends Sentence {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly path: string;
}

export const finding = (code: FindingCode, severity: Severity, path: string, zh: string, en: string): Finding => ({
  code,
  severity,
  path,
  zh,
  en,
});
