import { isDigit, isHan, isLatin, plainText } from '../quantity/characters.js';

/** Longer names are compared by their beginning. */
const LONGEST_NAME = 120;

/** The name without spaces, punctuation, brackets and 的, in plain letters: what makes two spellings of one name the same. */
export const normalName = (name: string): string => {
  const text = plainText(name.slice(0, LONGEST_NAME * 2));
  let normal = '';
  for (let i = 0; i < text.length && normal.length < LONGEST_NAME; i += 1) {
    const it = text.charAt(i);
    if (it !== '的' && (isHan(it) || isDigit(it) || isLatin(it) || it === '%')) normal += it;
  }
  return normal;
};

/** Pairs of characters that stand in every form and say nothing about the matter. */
const SAY_NOTHING = new Set(
  '数量 完成 指标 项目 工作 开展 情况 全年 年度 次数 人数 人次 个数 提升 提高 加强 进行 进一 一步 推进 效果 目标 确保 保障 要求 管理 服务 能力 水平 实施 落实 相关 有效 不断 持续 满意 意度'.split(
    ' ',
  ),
);

/** The pairs of neighbouring Chinese characters (and words of Latin letters) of a text that say something. */
export const wordsOf = (text: string): ReadonlySet<string> => {
  const plain = plainText(text);
  const words = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i += 1) {
    const pair = plain.slice(i, i + 2);
    if (!isHan(pair.charAt(0)) && !isLatin(pair.charAt(0))) continue;
    if ((isHan(pair.charAt(1)) || isLatin(pair.charAt(1))) && !SAY_NOTHING.has(pair)) words.add(pair);
  }
  return words;
};

export const shareWords = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const it of few) if (many.has(it)) return true;
  return false;
};

/** What two names differ in, after their common beginning and end. */
export const difference = (a: string, b: string): readonly [string, string] => {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
};

/** Characters that tell two things apart however alike their names are: numbers, sides, sizes, kinds, negations. */
const TELL_APART = new Set(
  '0123456789〇零一二两三四五六七八九十甲乙丙丁东西南北上下左右前后内外大中小高低新改扩旧老少男女城乡农市区县镇村不非未无总首末优良',
);
const tellsApart = (text: string): boolean => [...text].some((it) => TELL_APART.has(it));
const sumOfCodes = (text: string): number => {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += text.charCodeAt(i);
  return sum;
};
/** The sum tells most apart before anything is sorted. */
const sameCharacters = (a: string, b: string): boolean =>
  sumOfCodes(a) === sumOfCodes(b) && [...a].sort().join('') === [...b].sort().join('');

const [SHORTEST, LONGEST] = [4, 40];

/**
 * Are two different normal names probably one? Words put the other way round, one or two characters more that tell nothing apart, or, where
 * `sameValue` says that the values agree as well, one character written differently (消费券, 消费劵).
 */
export const nearlySame = (a: string, b: string, sameValue: () => boolean): boolean => {
  if (a === b || Math.min(a.length, b.length) < SHORTEST || Math.max(a.length, b.length) > LONGEST) return false;
  if (Math.abs(a.length - b.length) > 2) return false;
  const [left, right] = difference(a, b);
  if (left === '' || right === '') return !tellsApart(left + right);
  if (left.length !== right.length || (left.length > 1 && !sameCharacters(left, right))) return false;
  return !tellsApart(left) && !tellsApart(right) && (left.length > 1 || sameValue());
};
