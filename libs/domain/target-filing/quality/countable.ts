import { scanQuantities } from '../quantity/scan.js';
import { shareWords } from './names.js';
import { fault, shortened } from './rule.js';
import type { Check } from './rule.js';

/** Does a text name something that is counted or measured? 质量, 力量 and 效率 only end like that. */
const COUNTABLE = [
  '数量',
  '人数',
  '人次',
  '次数',
  '户数',
  '件数',
  '里程',
  '面积',
  '长度',
  '金额',
  '个数',
  '天数',
  '时长',
  '比例',
  '占比',
  '满意度',
];
const COUNTABLE_ENDS = ['量', '率', '数', '额'];
const NOT_COUNTABLE = ['质量', '力量', '能量', '考量', '效率', '少数', '名额'];
const countableEnd = (text: string): boolean =>
  COUNTABLE.some((it) => text.endsWith(it)) ||
  (COUNTABLE_ENDS.some((it) => text.endsWith(it)) && !NOT_COUNTABLE.some((it) => text.endsWith(it)));

const CHANGES = ['同比', '环比', '较上年', '比上年', '逐年', '持续', '明显', '显著', '稳步', '有所', '大幅'];
const DIRECTIONS = ['下降', '减少', '降低', '增长', '增加', '提高', '上升', '提升', '压减'];

/** `重复信访量` of `反映重复信访量同比下降`: the quantity whose change a clause promises; null for none. */
const changedQuantity = (clause: string): string | null => {
  for (const direction of DIRECTIONS) {
    const at = clause.indexOf(direction);
    if (at <= 0) continue;
    const before = clause.slice(Math.max(0, at - 20), at);
    const how = CHANGES.find((it) => before.endsWith(it)) ?? '';
    const quantity = before.slice(0, before.length - how.length);
    if (countableEnd(quantity)) return quantity;
  }
  return null;
};

/**
 * 定性可量化. Qualitative where a number is possible: the name is a count or a rate, the words hold a number, or the goal promises that a
 * quantity changes. Jiangbei 2022: 重复信访量同比下降，但指标设置却为定性.
 */
export const countedWhereCountable: Check = ({ indicators, clauses }) => {
  const promised = clauses.flatMap((it) => {
    const quantity = changedQuantity(it.text);
    const carried = quantity !== null && indicators.some((one) => !one.qualitative && shareWords(one.words, it.words));
    return quantity === null || carried ? [] : [{ quantity, clause: it }];
  });
  const [missed] = promised;
  const qualitative = indicators.filter((it) => it.qualitative);
  // The indicator that speaks of it, or else the first: the fault is one.
  const meant = missed && (qualitative.find((it) => shareWords(it.words, missed.clause.words)) ?? qualitative[0]);
  return qualitative.flatMap((it) => {
    const { given, path, normal } = it;
    const name = shortened(given.level3);
    const [number] = scanQuantities((given.targetValue ?? '').slice(0, 500), 1);
    if (number) {
      const [zh, en] = [
        `“${name}”的指标值含有数值“${number.quote}”，却设为定性`,
        `"${name}" has the number "${number.quote}" and is called qualitative`,
      ];
      return [fault(`${path}.operator`, number.quote, zh, en)];
    }
    if (countableEnd(normal) || given.level2?.includes('数量'))
      return [
        fault(`${path}.operator`, given.level3, `“${name}”可以量化，却设为定性`, `"${name}" can be counted and is called qualitative`),
      ];
    if (!missed || it !== meant) return [];
    const said = shortened(missed.clause.text);
    return [
      fault(`${path}.operator`, said, `目标要求“${said}”，指标却设为定性`, `the goal promises "${said}", and the indicator is qualitative`),
    ];
  });
};
