import type { Origin } from '#domain/explanation/explained.js';
import type { Decimal } from '#domain/policy/policy.js';
import type { EvaluationClass } from './quantities.js';

/** A named condition over `SELECTION_QUANTITIES`, and what it rests on. */
export interface Clause {
  readonly id: string;
  readonly when: string;
  readonly source?: string;
}

interface Scored {
  readonly id: string;
  readonly points: Decimal;
  /** What the criterion counts where its figures are missing. Without it such a project has no score and is reported as undecided. */
  readonly whenMissing?: Decimal;
  readonly source?: string;
}

/** Points for a condition that holds, or points that rise from 0 at `from` to full at `to` (`from` may be the greater: less is better). */
export type Criterion =
  (Scored & { readonly when: string }) | (Scored & { readonly of: string; readonly from: Decimal; readonly to: Decimal });

export type QuotaBy = 'department' | 'sector' | 'class';

/** How many of one group: of `value`, or of each group where it is left out (then only `most`). */
export interface Quota {
  readonly id: string;
  readonly by: QuotaBy;
  readonly value?: string;
  readonly least?: number;
  readonly most?: number;
}

export interface TieBreak {
  /** A number of `SELECTION_QUANTITIES`; who has no figure comes last. */
  readonly by: string;
  readonly first: 'most' | 'least';
}

/** A district's rule of key-evaluation selection (重点评价选题). Data, never code. */
export interface SelectionRule {
  readonly version: string;
  /** How many are to be chosen. What `must` be evaluated is chosen even beyond it. */
  readonly take: number;
  readonly exclude: readonly Clause[];
  readonly must: readonly Clause[];
  readonly criteria: readonly Criterion[];
  readonly quotas: readonly Quota[];
  /** In order; after the last the id decides. */
  readonly ties: readonly TieBreak[];
  /** 财预〔2020〕10号: department evaluation covers the key projects within five years. `of`: which they are. */
  readonly coverage: { readonly years: number; readonly of: string };
  readonly source?: string;
}

/** One project, policy, department or bond that may be evaluated. Figures that are absent or null were not reported. */
export interface SelectionCandidate {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly sector?: string;
  readonly class: EvaluationClass;
  readonly figures: Readonly<Record<string, string | boolean | null>>;
  /** The fiscal year that was evaluated last; `never`, or null: not known. */
  readonly lastEvaluated: number | 'never' | null;
  /** Where the figures come from. */
  readonly origin?: Origin;
}
