import { isDigit, isLatin, wordAt, wordBefore } from './characters.js';
import type { Unit } from './units.js';

/** Words in which a Chinese numeral counts nothing, by what stands before or after numeral and counting word. */
const NOT_AFTER = ['第', '统', '同', '任', '某', '逐', '进', '专', '单', '唯', '每', '这', '那', '另', '哪', '数', '几', '〔', '['];
const NOT_BEFORE = [
  '验收',
  '通过',
  '性',
  '级',
  '体',
  '化',
  '式',
  '流',
  '线',
  '龙',
  '网',
  '图',
  '账',
  '本账',
  '事',
  '意识',
  '自信',
  '维护',
  '代表',
  '全面',
  '确保',
  '必须',
  '一',
  '多',
  '行动',
  '中心',
  '面向',
  '结合',
  '不愁',
  '率先',
];
/** 近三年, 连续3年, 2023年: a span or a date of the plan, not a target. */
const SPAN_BEFORE = ['近', '连续', '未来', '今后', '为期', '过去', '前', '后', '下', '满', '第', '20', '19'];

/** 24小时值守 is a service that never closes. */
const ALWAYS = ['24小时', '全天'];

const isYear = (text: string, at: number, end: number, unit: Unit): boolean =>
  unit.dimension === 'months' &&
  text.charAt(end - 1) === '年' &&
  (end - at >= 5 || wordBefore(text, at, SPAN_BEFORE) !== '' || text.charAt(end) === '内');

/** A1, G318, PM2.5, COVID-19, 〔2022〕15: part of a name. */
const isPartOfName = (text: string, at: number): boolean => {
  const before = text.charAt(at - 1);
  if (isLatin(before) || before === '.' || before === '第' || before === '〔' || before === '〕') return true;
  return before === '-' && (isLatin(text.charAt(at - 2)) || isDigit(text.charAt(at - 2)));
};

/**
 * Does the number with its unit state no quantity? Ordinals, names, years and spans, and in Chinese numerals set phrases: 一站式, 一次性,
 * 一户一策, 两个维护, 一个 and 一批 as articles. `end`: after the unit.
 */
export const standsForNothing = (text: string, at: number, end: number, unit: Unit, chinese: boolean): boolean => {
  if (isPartOfName(text, at) || isYear(text, at, end, unit) || wordAt(text, at, ALWAYS) !== '') return true;
  if (!chinese) return false;
  if (wordBefore(text, at, NOT_AFTER) !== '' || wordAt(text, end, NOT_BEFORE) !== '') return true;
  return text.startsWith('一个', at) || text.startsWith('一批', at);
};
