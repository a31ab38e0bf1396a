import type { Day, GradeBand } from '#domain/policy/policy.js';
import type { Tables } from './check.js';
import type { Statement } from './statement.js';

/** Which columns of a table mean what, as dotted paths. Only what is named is checked. Amounts of one table are in one unit. */
export interface RowColumns {
  readonly table: string;
  /** What a row is called, as printed (blank cells stay blank). */
  readonly name: string;
  /** The running number; several rows may share one. */
  readonly number?: string | undefined;
  readonly budget?: string | undefined;
  readonly allocated?: string | undefined;
  readonly spent?: string | undefined;
  readonly remaining?: string | undefined;
  /** Execution rate in per cent, as published. */
  readonly rate?: string | undefined;
  /** What the execution rate is a share of. Default: the budget. */
  readonly denominator?: 'budget' | 'allocated' | undefined;
  /** The amount that the summary table prints. */
  readonly funds?: string | undefined;
  readonly score?: string | undefined;
  readonly grade?: string | undefined;
  /** Who spends or is evaluated. */
  readonly units?: readonly string[] | undefined;
  /** A list of records whose `key` adds up to `total`. */
  readonly parts?: readonly { readonly list: string; readonly key: string; readonly total: string }[] | undefined;
  /** Pairs of cells that name the same thing. */
  readonly same?: readonly (readonly [string, string])[] | undefined;
  /** Cells of one kind that should be written alike: with the same prefix of the district, with the same last character. */
  readonly uneven?: readonly string[] | undefined;
  /** Lists of cost items whose names say of which months they are (`2019年1-12月`). */
  readonly periods?: readonly string[] | undefined;
  /** Where the row's problems are written: a table, its column of the row's id, its text. An overrun that is written there is no finding. */
  readonly mentions?: { readonly table: string; readonly row: string; readonly text: string } | undefined;
}

/** Days of a report's making. Absent: not said. Null: should be there and is not. */
export interface ReportDates {
  readonly signedOn?: Day | null | undefined;
  /** The day of signature as printed, in Chinese numerals. */
  readonly signedAs?: string | undefined;
  readonly commentsEndOn?: Day | undefined;
  readonly feedbackOn?: Day | undefined;
  readonly rectificationDueOn?: Day | undefined;
  readonly grantedOn?: Day | undefined;
}

/** A class of figures as the text states it; a bound that is absent is open. */
export interface StatedBand {
  readonly label: string;
  readonly from?: string | null | undefined;
  readonly fromInclusive?: boolean | undefined;
  readonly to?: string | null | undefined;
  readonly toInclusive?: boolean | undefined;
}

/** A table of scored points. */
export interface PointColumns {
  readonly table: string;
  readonly name: string;
  readonly weight: string;
  readonly score: string;
  readonly remark?: string | undefined;
  /** A record of the figures that the point's rule needs. */
  readonly inputs?: string | undefined;
  /** A list of cases with the `key` of their points; the score is one of them. */
  readonly cases?: { readonly list: string; readonly key: string } | undefined;
}

/** A report before it is signed: what it says, what its tables hold, and which of their columns mean what. */
export interface Report {
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  /** The district's full name, 济南市钢城区. */
  readonly district?: string | undefined;
  /** Who evaluates, as its name ends: 财政局. */
  readonly evaluator?: string | undefined;
  readonly fiscalYear?: string | undefined;
  readonly document?: string | undefined;
  readonly tables: Tables;
  readonly statements: readonly Statement[];
  readonly grades: readonly GradeBand[];
  readonly rows: readonly RowColumns[];
  readonly dates: ReportDates;
  /** Shares that the text gives of one whole of n units, in per cent. */
  readonly shares: readonly { readonly n: string; readonly percents: readonly string[] }[];
  readonly bands: readonly { readonly name: string; readonly bands: readonly StatedBand[] }[];
  readonly points: readonly PointColumns[];
  /** A list in the text that names the rows of a table. */
  readonly listed: readonly { readonly table: string; readonly name: string; readonly items: readonly string[] }[];
  /** Numbers of chapters or items in their order, as printed: `一、`, `（2）`. */
  readonly numberings: readonly (readonly string[])[];
  /** Passages of the text, for checks of wording. */
  readonly texts: readonly string[];
}
