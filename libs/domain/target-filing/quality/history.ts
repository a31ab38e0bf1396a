import { compare, exact } from '#domain/score/exact.js';
import { difference, normalName } from './names.js';
import { normalValue, readIndicator, wasMissed } from './read-target.js';
import type { ReadIndicator, ReadTarget } from './read-target.js';
import { fault, shortened, unjudged } from './rule.js';
import type { Check } from './rule.js';
import type { EarlierTarget, GivenIndicator } from './target-under-check.js';

const printOf = (it: ReadIndicator): string => `${it.normal}|${it.given.operator ?? ''}|${normalValue(it)}`;

/** The goal without its years: 2022年完成 and 2023年完成 say the same. */
const timeless = (goal: string): string => normalName(goal.slice(0, 5_000).replace(/(19|20)\d\d/g, ''));

/** A word put in or taken out changes no goal; a number does. */
const sameGoal = (before: string, now: string): boolean =>
  difference(timeless(before), timeless(now)).every((it) => it.length <= 4 && !/\d/.test(it));

/** Goal and indicators, in whatever order and spelling, say what they said before. */
const unchanged = ({ given, goal, indicators }: ReadTarget, before: EarlierTarget): boolean => {
  const prints = (all: readonly ReadIndicator[]): string => all.map(printOf).sort().join('\n');
  const then = before.indicators.map((it, i) => readIndicator(it, String(i)));
  if (before.annualGoal !== undefined && given.annualGoal !== undefined && !sameGoal(before.annualGoal, goal)) return false;
  return then.length > 0 && prints(then) === prints(indicators);
};

/** 预算调整后目标未变. Huaxi 2021: 部分项目在实施中发生变化，未能及时调整年初设定的绩效目标和指标; 财预〔2015〕88号. */
export const adjustedWithTheBudget: Check = (target) => {
  const { beforeAdjustment: before, budget } = target.given;
  if (!before) return [];
  const now = budget === undefined ? target.funds : exact(budget);
  if (now === null || before.budget === undefined)
    return [unjudged('BUDGET_NOT_GIVEN', '没有调整前后的预算数', 'the budgets before and after are not given')];
  if (compare(now, before.budget) === 0 || !unchanged(target, before)) return [];
  return [fault('indicators', null, '预算已调整，绩效目标和指标没有变化', 'the budget was changed, the target was not')];
};

const missedOf = (indicators: readonly GivenIndicator[]): readonly GivenIndicator[] => indicators.filter((it) => wasMissed(it) === true);

/** 照抄上年未完成目标. Last year's target filed again as it was, though it was missed (财预〔2015〕88号 可行性; Gangcheng 2023: 未达成预计绩效目标). */
export const notCopiedThoughMissed: Check = (target) => {
  const { lastYear } = target.given;
  if (!lastYear) return [];
  if (lastYear.indicators.every((it) => wasMissed(it) === null)) {
    return [unjudged('RESULT_NOT_GIVEN', '没有上年完成情况', 'nothing says whether last year’s target was met')];
  }
  const missed = missedOf(lastYear.indicators);
  if (missed.length === 0 || !unchanged(target, lastYear)) return [];
  const names = shortened(missed.map((it) => it.level3).join('、'));
  return [
    fault('indicators', names, `照抄上年目标，而上年“${names}”没有完成`, `last year’s target is filed again, though "${names}" was missed`),
  ];
};
