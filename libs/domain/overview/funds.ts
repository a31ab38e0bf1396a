import type { Sentence } from '#domain/explanation/explained.js';
import { executionRate, yuanToWan } from '#domain/score/money.js';
import type { Rate, Yuan } from '#domain/score/money.js';
import { exactText, showPercent } from '#domain/score/exact.js';

/** Sums over projects of which both figures are known; `without` counts the others. */
export interface Sums {
  readonly projects: number;
  readonly without: number;
  readonly budget: Yuan;
  readonly executed: Yuan;
}

/** `rate` is exact, `shown` for eyes; null with the reason where there is none. */
export interface Funds extends Sums {
  readonly denominator: string;
  readonly rate: string | null;
  readonly shown: string | null;
  readonly reason: Rate['reason'] | null;
  readonly sentence: Sentence;
}

const BUDGETS: Readonly<Record<string, string>> = {
  initialBudget: '年初预算数',
  approvedBudget: '批复数',
  adjustedBudget: '调整预算数',
  fundsReceived: '到位数',
};

/** 执行率 over many projects, by the budget figure that the policy names; a project without one of the figures is left out and counted. */
export const fundsOf = (sums: Sums, denominator: string): Funds => {
  const { rate, reason } = executionRate(sums.executed, sums.budget);
  const [shown, label] = [rate === null ? null : showPercent(rate), BUDGETS[denominator] ?? denominator];
  const formula = `${yuanToWan(sums.executed)} ÷ ${yuanToWan(sums.budget)} = ${shown ?? '—'}`;
  const sentence = {
    zh: `执行率 = 执行数 ÷ ${label}，计 ${String(sums.projects)} 个项目（万元）：${formula}；另有 ${String(sums.without)} 个项目缺数据，未计入。`,
    en: `Executed over ${denominator} of ${String(sums.projects)} projects, in 10,000 yuan: ${formula}; ${String(sums.without)} projects lack a figure and are left out.`,
  };
  return { ...sums, denominator, rate: rate === null ? null : exactText(rate), shown, reason: reason ?? null, sentence };
};
