import type { Day } from '#domain/policy/policy.js';
import type { Indicator, IndicatorOperator, Level1 } from './content.js';

/** 二级指标 as the forms of 财预〔2015〕88号 and 财预〔2020〕10号 name them; a district may use others. */
export const USUAL_LEVEL2: Readonly<Record<Level1, readonly string[]>> = {
  产出: ['数量指标', '质量指标', '时效指标', '成本指标'],
  成本: ['经济成本指标', '社会成本指标', '生态环境成本指标'],
  效益: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
  满意度: ['服务对象满意度指标'],
};

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

const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;

/** A usual value is a number, unless the indicator is qualitative (定性) or there is none. */
export const valueFits = ({ operator, usualValue }: Pick<EntryFields, 'operator' | 'usualValue'>): boolean =>
  operator === '定性' || usualValue === '' || DECIMAL.test(usualValue);

const FIELDS = ['operator', 'usualValue', 'measureUnit', 'source'] as const;

export type TakenAs = 'added' | 'changed' | 'unchanged';

/** What becomes of an entry that is taken in where `present` has its names already: one that is out of use comes into use again. */
export const takenAs = (entry: EntryFields, present: (EntryFields & { readonly active: boolean }) | undefined): TakenAs => {
  if (!present) return 'added';
  return present.active && FIELDS.every((it) => entry[it] === present[it]) ? 'unchanged' : 'changed';
};

/** An indicator is the same by its sector and its names. */
export const nameOf = ({ sector, level1, level2, level3 }: Pick<EntryFields, 'sector' | 'level1' | 'level2' | 'level3'>): string =>
  JSON.stringify([sector, level1, level2, level3]);
