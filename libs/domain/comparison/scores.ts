import type { Explained, Origin } from '#domain/explanation/explained.js';
import type { Decimal, Grade, GradeBand } from '#domain/policy/policy.js';
import type { Gap } from './gap.js';
import type { Statistics } from './statistics.js';

/** What was scored by its unit, by an agency, or by both. Absent scores are null. */
export interface ScoredItem {
  readonly name: string;
  readonly unit?: string;
  readonly agency?: string;
  readonly category?: string;
  readonly selfScore: Decimal | null;
  readonly agencyScore: Decimal | null;
  readonly origin?: Origin;
}

/** A district's practice of comparing. */
export interface ComparisonRule {
  readonly version: string;
  /** No statement about fewer. */
  readonly atLeast: number;
  /** From this difference of means (points) on, a side is called lenient or strict. */
  readonly notable: Decimal;
  /** A gap beyond this many points is flagged by itself. */
  readonly tolerance: Decimal;
  /** Reach of the fences outside the quartiles, in widths of the middle half. */
  readonly fence: Decimal;
  /** For the distribution of grades; absent: none is counted. */
  readonly grades?: readonly GradeBand[];
}

/** Does a mean lie notably above, or below, what it is compared with? */
export type Leaning = 'high' | 'low' | 'even';

export type OutlierFlag = 'beyond-tolerance' | 'outside-fences';

export interface ComparedItem extends Gap {
  readonly name: string;
  readonly flags: readonly OutlierFlag[];
}

/** Figures of a group; they are facts, whatever its size. What is concluded from them needs a sample. */
export interface ComparedGroup {
  readonly group: string;
  readonly self: Statistics | null;
  readonly agency: Statistics | null;
  readonly gap: Statistics | null;
  /** Self-scores above, equal to and below the agency's. */
  readonly signs: { readonly above: number; readonly equal: number; readonly below: number };
  /** Of the agency scores; null where no bands are given. */
  readonly grades: Readonly<Record<Grade, number>> | null;
  readonly leniency: Explained<Leaning>;
}

export interface ComparedAgency extends ComparedGroup {
  /** Against all other agencies together. */
  readonly againstOthers: Explained<Leaning>;
}

/** Outside of these a gap is an outlier. */
export type Fences = { readonly low: string; readonly high: string };

export interface Comparison {
  readonly items: readonly ComparedItem[];
  readonly overall: ComparedGroup;
  readonly units: readonly ComparedGroup[];
  readonly agencies: readonly ComparedAgency[];
  readonly categories: readonly ComparedGroup[];
  readonly fences: Explained<Fences>;
}
