import { UNROUNDED } from '#domain/explanation/explained.js';
import type { Explained, ExplainedInput, Origin } from '#domain/explanation/explained.js';
import { compare, exact, greatest, show, ZERO } from '#domain/score/exact.js';
import type { Yuan } from '#domain/score/money.js';

/** One project's funds, yuan. `budget` in force; `executed` so far; `forecast` for the whole year (全年预计执行数), as its unit reports it. */
export interface Funds {
  readonly budget: Yuan;
  readonly executed: Yuan | null;
  readonly forecast: Yuan | null;
  readonly origins?: { readonly [K in 'budget' | 'executed' | 'forecast']?: Origin };
}

const RULE = { id: 'idle-funds', version: '1', source: '绩效运行监控（财预〔2019〕136号）：预算－全年预计执行数' };

const NAMES = {
  budget: ['预算数', 'budget'],
  executed: ['已执行数', 'executed'],
  forecast: ['全年预计执行数', 'forecast of the year'],
} as const;

const inputsOf = (funds: Funds): ExplainedInput[] =>
  (['budget', 'executed', 'forecast'] as const).map((name) => ({
    name,
    zh: NAMES[name][0],
    en: NAMES[name][1],
    value: funds[name],
    origin: funds.origins?.[name] ?? null,
  }));

/**
 * 闲置资金: what a unit does not expect to spend this year; what is executed already is spent whatever was forecast. Not below 0. Null with
 * reason `NO_FORECAST` where nobody has said what will be spent: unspent is not idle before the year is over.
 */
export const idleFunds = (funds: Funds): Explained<Yuan> => {
  const { budget, executed, forecast } = funds;
  const common = { rule: RULE, inputs: inputsOf(funds), rounding: UNROUNDED };
  if (forecast === null) {
    const sentence = { zh: '未填报全年预计执行数', en: 'no forecast of the year was reported' };
    return { ...common, value: null, reason: 'NO_FORECAST', steps: [], sentence };
  }
  const spent = greatest(exact(forecast), executed ?? '0');
  const left = exact(budget).sub(spent);
  const value = show(compare(left, ZERO) < 0 ? ZERO : left, 2);
  const formula = `${budget} - max(${forecast}, ${executed ?? '0'})`;
  return {
    ...common,
    value,
    steps: [
      { formula, result: value, zh: '预算数减全年预计执行数与已执行数中较大者', en: 'budget less the greater of forecast and executed' },
    ],
    sentence: { zh: `闲置资金 ${value} 元`, en: `${value} yuan idle` },
  };
};
