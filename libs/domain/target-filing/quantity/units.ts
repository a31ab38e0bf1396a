import { exact } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { isLatin } from './characters.js';

/** A measure: what it measures, its name in normal form, and how many of the normal unit one of it is. */
export interface Unit {
  /** `length`, `money` …; of things that are counted the counting word: `count:家`; of a rate `money/人`. */
  readonly dimension: string;
  /** The normal unit: 米, 平方米, 元, 千克, 天, %, or the counting word itself. */
  readonly normal: string;
  readonly factor: Exact;
}

/** One of the unit in normal units. 里 is 500 m, 亩 2000/3 m² (国务院关于在我国统一实行法定计量单位的命令, 1984). */
const MEASURES: Readonly<Record<string, { readonly normal: string; readonly units: Readonly<Record<string, string>> }>> = {
  ratio: { normal: '%', units: { '%': '1', '‰': '0.1', 成: '10' } },
  point: { normal: '个百分点', units: { 个百分点: '1', 百分点: '1' } },
  times: { normal: '倍', units: { 倍: '1' } },
  length: {
    normal: '米',
    units: {
      公里: '1000',
      千米: '1000',
      km: '1000',
      里: '500',
      华里: '500',
      米: '1',
      延米: '1',
      延长米: '1',
      m: '1',
      厘米: '0.01',
      cm: '0.01',
      毫米: '0.001',
      mm: '0.001',
    },
  },
  area: {
    normal: '平方米',
    units: {
      平方米: '1',
      平米: '1',
      '㎡': '1',
      m2: '1',
      'm²': '1',
      平方公里: '1000000',
      平方千米: '1000000',
      km2: '1000000',
      'km²': '1000000',
      亩: '2000/3',
      公顷: '10000',
    },
  },
  volume: { normal: '立方米', units: { 立方米: '1', '㎥': '1', m3: '1', 'm³': '1', 立方: '1', 方: '1', 升: '0.001' } },
  mass: { normal: '千克', units: { 吨: '1000', 公斤: '1', 千克: '1', kg: '1', 斤: '0.5', 克: '0.001' } },
  money: { normal: '元', units: { 元: '1', 块钱: '1', 角: '0.1' } },
  time: { normal: '天', units: { 天: '1', 日历天: '1', 周: '7', 小时: '1/24', 分钟: '1/1440', 学时: '1/24' } },
  workingTime: { normal: '个工作日', units: { 个工作日: '1', 工作日: '1' } },
  months: { normal: '个月', units: { 个月: '1', 年: '12', 个季度: '3' } },
  people: { normal: '人', units: { 人: '1', 名: '1', 位: '1' } },
  visits: { normal: '人次', units: { 人次: '1', 人天: '1', 人日: '1' } },
  energy: { normal: '千瓦时', units: { 千瓦时: '1', kwh: '1', 度: '1' } },
  power: { normal: '千瓦', units: { 千瓦: '1', kw: '1', 瓦: '0.001', 兆瓦: '1000', mw: '1000' } },
  points: { normal: '分', units: { 分: '1' } },
  temperature: { normal: '℃', units: { '℃': '1', 摄氏度: '1' } },
};

/** Counting words. Each counts its own thing, but who counts 简报 by 次 and by 期 may mean the same. */
const COUNTED =
  '次 个 家 户 件 起 宗 项 条 座 台 套 辆 所 处 篇 场 本 份 册 张 间 栋 株 棵 批次 门 部 例 只 头 艘 盏 支 班 节 课时 幅 块 根 口 眼 对 把 盒 箱 袋 瓶 架 批 则 首 集 户次 家次 场次 车次 班次 件次 个次 回 轮 趟 盆 杆 面 樘 组 队 村 镇 街道 社区 校 点位 人份 剂次 剂 吨次 台次 套次 字 封 期'.split(
    ' ',
  );

const listed = (): ReadonlyMap<string, Unit> => {
  const units = new Map<string, Unit>();
  for (const it of COUNTED) units.set(it, { dimension: `count:${it}`, normal: it, factor: exact('1') });
  for (const [dimension, { normal, units: names }] of Object.entries(MEASURES)) {
    for (const [name, factor] of Object.entries(names)) units.set(name, { dimension, normal, factor: exact(factor) });
  }
  return units;
};
const UNITS = listed();
/** The longest name by its first character: most places in a text begin no unit. */
const LONGEST = new Map<string, number>();
for (const it of UNITS.keys()) LONGEST.set(it.charAt(0), Math.max(it.length, LONGEST.get(it.charAt(0)) ?? 0));

export interface UnitRead extends Unit {
  readonly end: number;
  /** As it was written. */
  readonly written: string;
}

const simpleUnitAt = (text: string, at: number): UnitRead | null => {
  for (let length = Math.min(LONGEST.get(text.charAt(at)) ?? 0, text.length - at); length > 0; length -= 1) {
    const written = text.slice(at, at + length);
    const unit = UNITS.get(written);
    // The m of 5mb is no metre.
    if (unit && !(isLatin(written.charAt(0)) && isLatin(text.charAt(at + length)))) return { ...unit, end: at + length, written };
  }
  return null;
};

/** The unit that begins at the place, the longest there is; `元/人` and `次每年` are units of their own. */
export const unitAt = (text: string, at: number): UnitRead | null => {
  const unit = simpleUnitAt(text, at);
  const sign = unit ? text.charAt(unit.end) : '';
  const per = unit && (sign === '/' || sign === '每') ? simpleUnitAt(text, unit.end + 1) : null;
  if (!unit || !per) return unit;
  return {
    dimension: `${unit.dimension}/${per.normal}`,
    normal: `${unit.normal}/${per.normal}`,
    factor: unit.factor.div(per.factor),
    end: per.end,
    written: text.slice(at, per.end),
  };
};

export const isCounted = ({ dimension }: Pick<Unit, 'dimension'>): boolean => dimension.startsWith('count:');
