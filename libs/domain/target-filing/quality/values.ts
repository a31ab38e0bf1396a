import { compare, exact, isDecimal, show } from '#domain/score/exact.js';
import { normalText } from '../quantity/quantity.js';
import type { Comparison } from '../quantity/quantity.js';
import { fieldUnit } from '../quantity/target-value.js';
import { normalValue } from './read-target.js';
import type { ReadIndicator } from './read-target.js';
import { fault, shortened } from './rule.js';
import type { Check, Fault } from './rule.js';

const noValue = (path: string): Fault => fault(`${path}.targetValue`, null, '没有指标值', 'there is no target value');

const incompleteWords = ({ given: { targetValue = '' }, path }: ReadIndicator): Fault[] => {
  if (targetValue.trim() === '') return [noValue(path)];
  if (!isDecimal(targetValue)) return [];
  return [fault(`${path}.targetValue`, targetValue, '定性指标的指标值应为文字描述', 'a qualitative target is described in words')];
};

const incompleteNumber = ({ given, path, value }: ReadIndicator, values: 'decimal' | 'any'): Fault[] => {
  const written = given.targetValue ?? '';
  if (written.trim() === '') return [noValue(path)];
  if (!value.quantity) {
    const [zh, en] = [
      `指标值“${shortened(written)}”没有可衡量的数值`,
      `the target value "${shortened(written)}" holds no measurable number`,
    ];
    return [fault(`${path}.targetValue`, written, zh, en)];
  }
  const faults: Fault[] = [];
  if (values === 'decimal' && !isDecimal(written)) {
    const normal = normalText(value.quantity);
    const [zh, en] = [
      `指标值应只填数值，单位另填；“${written}”即 ${normal}`,
      `the target value is a plain number, its unit apart; "${written}" is ${normal}`,
    ];
    faults.push(fault(`${path}.targetValue`, written, zh, en));
  }
  if (value.unitMissing) faults.push(fault(`${path}.measureUnit`, written, '定量指标缺少计量单位', 'a quantitative target needs a unit'));
  return faults;
};

/** 指标值完整. A number with operator and unit, or 定性 with words (财预〔2015〕88号 完整性; Beibei 2019: 没有设置可衡量的指标值). */
export const complete: Check = ({ indicators }, { values = 'decimal' }) =>
  indicators.flatMap((it) => (it.qualitative ? incompleteWords(it) : incompleteNumber(it, values)));

const CONTRADICTS: Readonly<Record<string, readonly Comparison[]>> = { '≥': ['≤'], '≤': ['≥'], '=': ['≥', '≤'] };

/** 指标值自相矛盾. The value says 不超过 and the operator ≥, or the value has another unit than the unit field (财预〔2015〕88号 相关性). */
export const agreesWithItself: Check = ({ indicators }) =>
  indicators.flatMap(({ given: { operator, targetValue = '', measureUnit = '' }, path, value }) => {
    const faults: Fault[] = [];
    if (operator && value.comparison && CONTRADICTS[operator]?.includes(value.comparison)) {
      const [zh, en] = [
        `指标性质为“${operator}”，指标值却写“${targetValue}”`,
        `the operator is ${operator}, but the value says "${targetValue}"`,
      ];
      faults.push(fault(`${path}.operator`, targetValue, zh, en));
    }
    // 500万元 with the unit 万元 is the same twice.
    const unit = value.ownUnit && !targetValue.includes(measureUnit) ? fieldUnit(measureUnit) : null;
    if (unit && value.ownUnit && (unit.dimension !== value.ownUnit.dimension || compare(unit.factor, value.ownUnit.factor) !== 0)) {
      const [zh, en] = [
        `计量单位为“${measureUnit}”，指标值却写“${targetValue}”`,
        `the unit is ${measureUnit}, but the value says "${targetValue}"`,
      ];
      faults.push(fault(`${path}.measureUnit`, targetValue, zh, en));
    }
    return faults;
  });

/** 指标值雷同. One value in all rows: "88/100" stood in every row of a published form. */
export const differ: Check = ({ indicators }, { rows = 3 }) => {
  const [first] = indicators;
  if (!first || indicators.length < rows) return [];
  const value = normalValue(first);
  if (value === '' || !indicators.every((it) => normalValue(it) === value)) return [];
  const [n, written] = [String(indicators.length), first.given.targetValue ?? ''];
  return [
    fault(
      'indicators',
      written,
      `${n} 个指标的指标值都是“${shortened(written)}”`,
      `all ${n} indicators have the same target value "${shortened(written)}"`,
    ),
  ];
};

const MAY_EXCEED = [
  '增',
  '提高',
  '提升',
  '上升',
  '同比',
  '环比',
  '较上年',
  '收益',
  '回报',
  '投入产出',
  '超额',
  '周转',
  '放大',
  '带动',
  '杠杆',
];
const WHOLE = exact('100');
const A_SHARE = ['率', '满意度', '占比', '比例', '比重', '覆盖面'];

/** 比率超过 100%. A pass rate or a satisfaction above 100% cannot be (财预〔2015〕88号 可行性); growth can. */
export const possibleRate: Check = ({ indicators }) =>
  indicators.flatMap(({ given: { level3, targetValue = '' }, path, value: { quantity }, normal }) => {
    if (quantity?.unit.dimension !== 'ratio' || compare(quantity.value, WHOLE) <= 0) return [];
    if (!A_SHARE.some((it) => normal.endsWith(it)) || MAY_EXCEED.some((it) => normal.includes(it))) return [];
    const [name, shown] = [shortened(level3), show(quantity.value)];
    return [fault(`${path}.targetValue`, targetValue, `“${name}”不可能达到 ${shown}%`, `"${name}" cannot be ${shown}%`)];
  });
