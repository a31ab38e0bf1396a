import { UNROUNDED } from '#domain/explanation/explained.js';
import type { Explained, ExplainedInput } from '#domain/explanation/explained.js';
import { FINDINGS } from './finding-texts.js';
import type { FindingCode, Kind, Severity } from './finding-texts.js';

/** Something that the report's own tables and words contradict, found without a statement that says so. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The rows, statements or passages it stands in. */
  readonly at: readonly string[];
  readonly explained: Explained<string>;
}

export type Details = Readonly<Record<string, string>>;

/**
 * A finding of a kind. `details` are the figures and words its sentence names; they are its inputs, each with the place it is taken from.
 * `found` is what should stand there or what was computed.
 */
export const finding = (code: FindingCode, at: readonly string[], details: Details, found: string, formula?: string): Finding => {
  const { severity, source, zh, en, labels }: Kind = FINDINGS[code];
  const inputs = Object.entries(details).map(([name, value]): ExplainedInput => {
    const [labelZh, labelEn] = labels[name] ?? [name, name];
    return { name, value, origin: { document: at.join(' · ') }, zh: labelZh, en: labelEn };
  });
  const sentence = { zh: zh(details), en: en(details) };
  const steps = formula === undefined ? [] : [{ ...sentence, formula, result: found }];
  const rule = { id: `reconciliation.${code}`, version: '1', source };
  return { code, severity, at, explained: { rule, value: found, inputs, steps, rounding: UNROUNDED, sentence } };
};
