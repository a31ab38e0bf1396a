import type { ExplainedInput, Origin, Step } from '#domain/explanation/explained.js';
import type { GradeBand } from '#domain/policy/policy.js';
import type { Exact } from '#domain/score/exact.js';
import type { Row, Tables } from './check.js';
import { Missing } from './check.js';
import { asNumber, valueText } from './published.js';

/** What a check yields: a number, a text (a name, a grade, a day), or a truth. */
export type Value = Exact | string | boolean;

/** A figure that another statement publishes, normalised. */
export interface Stated {
  readonly id: string;
  readonly value: string | null;
  readonly quote?: string | undefined;
}

/** What the checks of one report may refer to. */
export interface Context {
  readonly tables: Tables;
  readonly statements: ReadonlyMap<string, Stated>;
  readonly bands: readonly GradeBand[];
  /** What the tables and quotes are taken from. */
  readonly document?: string | undefined;
}

/** Something that the computation noticed beside its value. */
export interface Remark {
  readonly code: 'SHARE_ONLY_CUT_OFF' | 'NEUTRAL_COUNTED';
  readonly detail: Readonly<Record<string, string>>;
}

/** Collects what one check reads and computes, in order. */
export class Trace {
  readonly inputs: ExplainedInput[] = [];
  readonly steps: Step[] = [];
  readonly remarks: Remark[] = [];
  /** Rows whose figure is blank and was left out. */
  readonly blanks: string[] = [];

  constructor(readonly context: Context) {}

  read(name: string, value: Value | null, words: { zh: string; en: string }, place?: string): void {
    const origin: Origin = { document: [this.context.document, place ?? name].filter(Boolean).join(' · ') };
    const text = value === null ? null : typeof value === 'boolean' ? value : valueText(value);
    if (!this.inputs.some((it) => it.name === name)) this.inputs.push({ name, value: text, origin, ...words });
  }

  did<V extends Value>(result: V, formula: string, words: { zh: string; en: string }): V {
    this.steps.push({ formula, result: valueText(result), ...words });
    return result;
  }

  table(name: string): readonly Row[] | Missing {
    return Object.hasOwn(this.context.tables, name) ? this.context.tables[name]! : new Missing('UNKNOWN_TABLE', name);
  }
}

/** A text figure as a number. */
export const numeric = (value: Value | Missing, of: string): Exact | Missing => {
  if (value instanceof Missing) return value;
  return asNumber(value) ?? new Missing('NOT_A_NUMBER', of);
};

export const idOf = (row: Row, index: number): string => (typeof row['id'] === 'string' ? row['id'] : `#${String(index + 1)}`);

/** `6318 + 430 + …`: so many figures stand in a formula, the rest is counted. */
export const listed = (parts: readonly string[], joint: string): string =>
  parts.length <= 12 ? parts.join(joint) : `${parts.slice(0, 12).join(joint)}${joint}… (${String(parts.length)})`;
