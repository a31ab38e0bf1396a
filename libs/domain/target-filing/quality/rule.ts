import type { Sentence } from '#domain/explanation/explained.js';
import type { QualityRule } from '#domain/policy/policy.js';
import type { ReadTarget } from './read-target.js';

/** What a rule found: the field, the words of the text it rests on, and the fault in both languages. */
export interface Fault extends Sentence {
  readonly path: string;
  readonly quote: string | null;
}

/** What a rule could not judge, and why: `reason` is a stable code. */
export interface Unjudged extends Sentence {
  readonly reason: string;
}

/** A quality rule of a target: pure, in time proportional to the target. */
export type Check = (target: ReadTarget, rule: QualityRule) => readonly (Fault | Unjudged)[];

const LONGEST_QUOTE = 60;
/** The text, cut where it would fill the page. */
export const shortened = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);

export const fault = (path: string, quote: string | null, zh: string, en: string): Fault => ({
  path,
  quote: quote === null ? null : shortened(quote),
  zh,
  en,
});
export const unjudged = (reason: string, zh: string, en: string): Unjudged => ({ reason, zh, en });
export const isFault = (it: Fault | Unjudged): it is Fault => 'path' in it;
