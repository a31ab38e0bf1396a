import { compare, show, sum } from '#domain/score/exact.js';
import type { Check } from './rule.js';
import { fault, unjudged } from './rule.js';

/** 指标数量. Jiangbei 2022: ordinary projects 3 indicators with 1 core, key projects 5 with 3 core, units as a whole 5; the policy says how many. */
export const enoughIndicators: Check = ({ given: { indicators } }, rule) => {
  const [least, leastCore] = [rule.indicators ?? 0, rule.core ?? 0];
  const count = indicators.length;
  const core = indicators.filter((it) => it.core).length;
  const coreUnknown = leastCore > 0 && count > 0 && indicators.every((it) => it.core === undefined);
  const [n, c, wanted, wantedCore] = [count, core, least, leastCore].map(String) as [string, string, string, string];
  return [
    ...(count < least
      ? [fault('indicators', null, `绩效指标 ${n} 个，不少于 ${wanted} 个`, `${n} indicators; at least ${wanted} are needed`)]
      : []),
    ...(coreUnknown ? [unjudged('CORE_NOT_GIVEN', '没有注明哪些是核心指标', 'nothing says which indicators are core')] : []),
    ...(!coreUnknown && core < leastCore
      ? [fault('indicators', null, `核心指标 ${c} 个，不少于 ${wantedCore} 个`, `${c} core indicators; at least ${wantedCore} are needed`)]
      : []),
  ];
};

/** 一级指标维度. Jiangbei 2022: 产出、效益、成本、满意度等多个维度; the policy names those that must occur. */
export const coversDimensions: Check = ({ given: { indicators } }, { dimensions = [] }) => {
  if (indicators.length > 0 && indicators.every((it) => it.level1 === undefined)) {
    return [unjudged('LEVELS_NOT_GIVEN', '没有注明一级指标', 'the first-level indicators are not given')];
  }
  return dimensions
    .filter((it) => !indicators.some(({ level1, level2 = '' }) => level1 === it || (it === '成本' && level2.includes(it))))
    .map((it) => fault('indicators', null, `缺少“${it}”指标`, `no indicator for ${it}`));
};

/** 权重. The weights sum to what self-evaluation leaves to indicators (90 where execution has 10), or to one of the totals of the policy. */
export const weightsSum: Check = ({ given: { indicators } }, { totals = [] }) => {
  const given = indicators.flatMap(({ weight }) => weight ?? []);
  if (totals.length === 0) return [unjudged('TOTAL_NOT_GIVEN', '没有规定权重合计', 'nothing says what the weights sum to')];
  if (given.length === 0) return [unjudged('WEIGHTS_NOT_GIVEN', '没有填写权重', 'no weights are given')];
  const total = sum(given);
  if (totals.some((it) => compare(it, total) === 0)) return [];
  const [is, zh, en] = [show(total), totals.join('或'), totals.join(' or ')];
  return [fault('indicators', null, `指标权重合计 ${is}，应为 ${zh}`, `the weights sum to ${is}, not to ${en}`)];
};
