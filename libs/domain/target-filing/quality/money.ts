import { compare, exact, show, sum, ZERO } from '#domain/score/exact.js';
import { yuanToWan } from '#domain/score/money.js';
import type { Exact } from '#domain/score/exact.js';
import type { ReadIndicator } from './read-target.js';
import { fault, shortened, unjudged } from './rule.js';
import type { Check } from './rule.js';

const wan = (amount: Exact): string => `${yuanToWan(show(amount))}万元`;

const NOT_A_COST = ['人均', '单价', '单位成本', '标准', '节约', '收入', '收益', '产值', '增加', '带动', '效益'];

/** An amount of money that the project is to cost, as a whole or in part; not a cost per piece or what it earns. */
const isCost = ({ given: { level1, level2 = '' }, normal, value: { quantity } }: ReadIndicator): boolean =>
  quantity?.unit.dimension === 'money' &&
  (level1 === '成本' || level2.includes('成本') || normal.includes('成本')) &&
  !NOT_A_COST.some((it) => normal.includes(it));

/** 成本超过资金. A cost indicator, or all of them together, above the funds of the target (财预〔2015〕88号 适当性). */
export const costWithinFunds: Check = ({ indicators, funds }) => {
  const costs = indicators.filter(isCost);
  if (costs.length === 0) return [];
  if (funds === null) return [unjudged('FUNDS_NOT_GIVEN', '没有填写资金', 'no funds are given')];
  const above = costs.filter((it) => compare(it.value.quantity!.value, funds) > 0);
  if (above.length > 0) {
    return above.map(({ given, path, value }) => {
      const [name, cost, all] = [shortened(given.level3), wan(value.quantity!.value), wan(funds)];
      return fault(
        `${path}.targetValue`,
        given.targetValue ?? null,
        `“${name}”${cost}，超过资金总额 ${all}`,
        `"${name}" is ${cost}, above the funds of ${all}`,
      );
    });
  }
  const total = sum(costs.map((it) => it.value.quantity!.value));
  if (costs.length < 2 || compare(total, funds) <= 0 || costs.some((it) => ['总', '合计'].some((word) => it.normal.includes(word))))
    return [];
  const [cost, all] = [wan(total), wan(funds)];
  return [
    fault('indicators', null, `成本指标合计 ${cost}，超过资金总额 ${all}`, `the cost indicators sum to ${cost}, above the funds of ${all}`),
  ];
};

/** 资金来源. 财政拨款 + 上年结转 + 单位资金 + 其他 = 资金总额, and that is the project's budget (form of 财预〔2015〕88号). */
export const fundsAgree: Check = ({ given: { funds, budget } }) => {
  if (!funds) return [unjudged('FUNDS_NOT_GIVEN', '没有填写资金', 'no funds are given')];
  const sources = [funds.fiscal, funds.carriedOver, funds.own, funds.other].filter((it) => it !== undefined);
  const parts = sources.length > 0 ? sum(sources) : null;
  const whole = funds.total === undefined ? parts : exact(funds.total);
  const faults = [];
  if (parts && whole && compare(parts, whole) !== 0) {
    const [is, should] = [wan(parts), wan(whole)];
    faults.push(
      fault('funds', null, `资金来源合计 ${is}，与资金总额 ${should} 不符`, `the sources sum to ${is}, not to the ${should} of the whole`),
    );
  }
  if (whole && budget !== undefined && compare(budget, ZERO) > 0 && compare(whole, budget) !== 0) {
    const [is, should] = [wan(whole), wan(exact(budget))];
    faults.push(fault('funds', null, `资金总额 ${is}，与预算 ${should} 不符`, `the funds are ${is}, the budget is ${should}`));
  }
  return faults;
};
