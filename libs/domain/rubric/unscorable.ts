import type { Sentence } from '#domain/explanation/explained.js';

/** Why an indicator has no score. Stable: files and pages key on it. */
export const UNSCORABLE = [
  'MISSING_INPUT',
  'UNKNOWN_INPUT',
  'WRONG_KIND',
  'OUT_OF_RANGE',
  'DIVISION_BY_ZERO',
  'NO_BAND',
  'TOO_FEW_RATINGS',
  'NO_ANSWERS',
  'REASON_MISSING',
  'EVIDENCE_MISSING',
  'RULE_MISSING',
  'WEIGHT_MISSING',
] as const;
export type UnscorableReason = (typeof UNSCORABLE)[number];

/** Thrown by rules and measures, caught by the engine, which answers it as a value. */
export class Unscorable extends Error {
  constructor(
    readonly reason: UnscorableReason,
    readonly sentence: Sentence,
  ) {
    super(sentence.en);
  }
}

export const unscorable = (reason: UnscorableReason, zh: string, en: string): never => {
  throw new Unscorable(reason, { zh, en });
};
