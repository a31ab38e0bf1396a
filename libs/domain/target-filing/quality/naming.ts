import { groupBy } from '#domain/group-by.js';
import { compare } from '#domain/score/exact.js';
import { sameMeasure } from '../quantity/quantity.js';
import { nearlySame, normalName } from './names.js';
import { normalValue } from './read-target.js';
import type { ReadIndicator } from './read-target.js';
import { fault, shortened } from './rule.js';
import type { Check } from './rule.js';

const nameOf = (it: ReadIndicator): string => shortened(it.given.level3);
const numberOf = (it: ReadIndicator): string => String(Number(it.path.slice('indicators.'.length)) + 1);

const contradict = (a: ReadIndicator, b: ReadIndicator): boolean => {
  const [one, other] = [a.value.quantity, b.value.quantity];
  if (!one || !other || !sameMeasure(one.unit, other.unit)) return false;
  const order = compare(one.value, other.value);
  const [left, right] = [a.given.operator ?? one.comparison, b.given.operator ?? other.comparison];
  // At least 10 and at most 20 is a range.
  if (left === '≥' && right === '≤') return order > 0;
  if (left === '≤' && right === '≥') return order < 0;
  return order !== 0;
};

/** ≥5 and ≤10 under one name: the two ends of a range. */
const isRange = ([a, b, ...more]: readonly ReadIndicator[]): boolean =>
  more.length === 0 && [a!.given.operator, b!.given.operator].sort().join('') === '≤≥' && !contradict(a!, b!);

const groupsByName = (indicators: readonly ReadIndicator[]): readonly (readonly ReadIndicator[])[] =>
  [
    ...groupBy(
      indicators.filter((it) => it.normal !== ''),
      (it) => it.normal,
    ).values(),
  ].filter((it) => it.length > 1);

/** 指标名称重复. Jiangbei 2022: 3个绩效指标均为“满意度”. Names are compared in normal form. */
export const uniqueNames: Check = ({ indicators }) =>
  groupsByName(indicators)
    .filter((it) => !isRange(it))
    .map((group) => {
      const [name, rows] = [nameOf(group[0]!), group.map(numberOf)];
      const [zh, en] = [`第 ${rows.join('、')} 个指标名称相同：“${name}”`, `indicators ${rows.join(', ')} have one name: "${name}"`];
      return fault(`${group[1]!.path}.level3`, group[1]!.given.level3, zh, en);
    });

/** 指标名称近似. Names that differ by a word or two that tell nothing apart, or by the order of their words (Jiangbei 2022: 名称重复). */
export const noNearDuplicates: Check = ({ indicators }) =>
  indicators.flatMap((it, i) => {
    const twin = indicators.slice(0, i).find((one) => nearlySame(one.normal, it.normal, () => normalValue(one) === normalValue(it)));
    if (!twin) return [];
    const [a, b] = [nameOf(twin), nameOf(it)];
    return [fault(`${it.path}.level3`, it.given.level3, `指标名称“${b}”与“${a}”近似`, `the names "${b}" and "${a}" are nearly the same`)];
  });

/** 同名指标矛盾. Two indicators of one name with different values of one measure (Jiangbei 2022: 26万 against 40000). */
export const noContradictions: Check = ({ indicators }) =>
  groupsByName(indicators).flatMap((group) => {
    const [first, ...rest] = group;
    const other = rest.find((it) => contradict(first!, it));
    if (!other) return [];
    const [a, b] = [first!.value.quantity!.quote, other.value.quantity!.quote];
    const [zh, en] = [`“${nameOf(other)}”一处为“${a}”，一处为“${b}”`, `"${nameOf(other)}" is ${a} in one row and ${b} in another`];
    return [fault(`${other.path}.targetValue`, b, zh, en)];
  });

const CATEGORIES: ReadonlySet<string> = new Set(
  '满意度 效果 效益 产出 成本 数量 质量 时效 指标 绩效 数量指标 质量指标 时效指标 成本指标 效益指标 满意度指标 产出指标 社会效益 经济效益 生态效益 社会效益指标 经济效益指标 生态效益指标 可持续影响 可持续影响指标 完成情况 项目完成情况 工作完成情况 项目效果 工作成效 其他'.split(
    ' ',
  ),
);

/** 指标名称笼统. The name is only the word of a category. Jiangbei 2022: 均为“满意度”, 均为“效果”. */
export const specificName: Check = ({ indicators }, { words }) => {
  const generic = words ? new Set(words.map(normalName)) : CATEGORIES;
  return indicators
    .filter((it) => generic.has(it.normal))
    .map((it) => {
      const [zh, en] = [
        `指标名称“${nameOf(it)}”只是类别，没有说明考核什么`,
        `"${nameOf(it)}" is a category and does not say what is measured`,
      ];
      return fault(`${it.path}.level3`, it.given.level3, zh, en);
    });
};

const WRAPPINGS = ['项目', '专项', '经费', '资金', '补贴', '补助'];
const core = (name: string): string => {
  const ending = WRAPPINGS.find((it) => name.endsWith(it) && name.length - it.length >= 4);
  return ending ? core(name.slice(0, -ending.length)) : name;
};

/** 指标名称即项目名称. Jiangbei 2022: “防疫补贴经费”项目，3个绩效指标均为“防疫补贴经费”. */
export const notTheProject: Check = ({ indicators, given: { project = '' } }) => {
  const name = normalName(project);
  if (name === '') return [];
  return indicators
    .filter((it) => it.normal === name || (it.normal.length >= 4 && core(it.normal) === core(name)))
    .map((it) => {
      const [zh, en] = [`指标名称“${nameOf(it)}”就是项目名称`, `the indicator "${nameOf(it)}" has the name of the project`];
      return fault(`${it.path}.level3`, it.given.level3, zh, en);
    });
};

const LEADERS = ['领导', '上级'];

/** 满意度对象. Satisfaction is asked of those who are served. Jiangbei 2022: “主要领导对拍摄效果满意度”，相关度不高. */
export const askedOfThoseServed: Check = ({ indicators }, { words = LEADERS }) =>
  indicators.flatMap((it) => {
    const word = it.normal.includes('满意') ? words.find((one) => it.normal.includes(one)) : undefined;
    if (word === undefined) return [];
    const [zh, en] = [`“${nameOf(it)}”问的是“${word}”，不是服务对象`, `"${nameOf(it)}" asks ${word}, not those who are served`];
    return [fault(`${it.path}.level3`, it.given.level3, zh, en)];
  });
