import type { Day } from '#domain/policy/policy.js';
import type { Indicator, IndicatorOperator, Level1 } from './content.js';

/** 指标库: what an indicator of a sector is usually called, how it is measured, and where that comes from. */
export interface EntryFields {
  readonly sector: string;
  readonly level1: Level1;
  readonly level2: string;
  readonly level3: string;
  readonly operator: IndicatorOperator;
  /** Empty: there is no usual value. */
  readonly usualValue: string;
  readonly measureUnit: string;
  readonly source: string;
}

export interface LibraryEntry extends EntryFields {
  readonly id: string;
  readonly version: number;
  readonly active: boolean;
}

/** What the filer decides about a copied indicator. */
export interface CopyWish {
  readonly weight: string;
  readonly core: boolean;
  /** Default: the usual value. */
  readonly targetValue?: string;
}

/** The entry as an indicator of a filing, with where it comes from. */
export const copyEntry = (entry: LibraryEntry, { weight, core, targetValue }: CopyWish, today: Day): Indicator => {
  const { id, version, level1, level2, level3, operator, usualValue, measureUnit } = entry;
  const origin = { entry: id, version, copiedOn: today };
  return { level1, level2, level3, operator, targetValue: targetValue ?? usualValue, measureUnit, weight, core, origin };
};

const COPIED = ['level1', 'level2', 'level3', 'operator', 'measureUnit'] as const;

/** In which fields an indicator is not what its entry says now. Its value is the filer's own, and is not compared. */
export const departsFrom = (indicator: Pick<Indicator, (typeof COPIED)[number]>, entry: EntryFields): readonly string[] =>
  COPIED.filter((field) => indicator[field] !== entry[field]);
