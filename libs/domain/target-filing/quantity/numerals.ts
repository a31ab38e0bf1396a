import { exact } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { isDigit } from './characters.js';

/** A number in a text. Its value is made only when somebody wants it: a long text holds many numbers that nobody counts. */
export interface NumberRead {
  readonly value: () => Exact;
  /** Where the text goes on. */
  readonly end: number;
  /** Written in Chinese numerals throughout. */
  readonly chinese: boolean;
  /** The digits as written, where they are Arabic and nothing multiplies them. */
  readonly digits: string | null;
}

const DIGITS: Readonly<Record<string, bigint>> = {
  ...{ 〇: 0n, 零: 0n, 一: 1n, 二: 2n, 两: 2n, 三: 3n, 四: 4n, 五: 5n, 六: 6n, 七: 7n, 八: 8n, 九: 9n },
  ...{ 壹: 1n, 贰: 2n, 叁: 3n, 肆: 4n, 伍: 5n, 陆: 6n, 柒: 7n, 捌: 8n, 玖: 9n },
};
const PLACES: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n, 拾: 10n, 佰: 100n, 仟: 1_000n };
const MYRIADS: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

/** No figure of a form is longer; what is longer is no number. */
const LONGEST = 40;

const isChineseNumeral = (character: string): boolean => character in DIGITS || character in PLACES || character in MYRIADS;

/** The value of Chinese numerals without a decimal point, `三千二百`, `一亿二千万`, `二〇二三`, also the short `三千二`; null when they make no number. */
const wholeOf = (numerals: string): bigint | null => {
  if (numerals.length > 1 && [...numerals].every((it) => it in DIGITS))
    return BigInt([...numerals].map((it) => String(DIGITS[it])).join(''));
  let [total, section, digit, place] = [0n, 0n, null as bigint | null, 0n];
  for (const character of numerals) {
    if (character in DIGITS) {
      if (digit !== null && digit !== 0n) return null;
      digit = DIGITS[character]!;
      if (digit === 0n) place = 0n;
    } else if (character in PLACES) {
      section += (digit ?? 1n) * PLACES[character]!;
      [place, digit] = [PLACES[character]!, null];
    } else {
      const myriad = MYRIADS[character]!;
      const counted = section + (digit ?? 0n);
      if (counted === 0n && total === 0n) return null;
      // 一万亿: the second multiplies all that stands before it.
      total = counted === 0n || (total > 0n && total < myriad) ? (total + counted) * myriad : total + counted * myriad;
      [section, digit, place] = [0n, null, myriad];
    }
  }
  // 三千二 is 3200, 十二 is 12, 两万零五 is 20005.
  return total + section + (digit ?? 0n) * (place > 10n ? place / 10n : 1n);
};

const endOf = (text: string, at: number, belongs: (character: string) => boolean): number => {
  let end = at;
  while (end < text.length && end - at <= LONGEST && belongs(text.charAt(end))) end += 1;
  return end;
};

const chineseAt = (text: string, at: number): NumberRead | null => {
  const first = text.charAt(at);
  if (!(first in DIGITS) && first !== '十') return null;
  const end = endOf(text, at, isChineseNumeral);
  if (end - at > LONGEST) return null;
  const whole = wholeOf(text.slice(at, end));
  if (whole === null) return null;
  const fractionEnd = text.charAt(end) === '点' ? endOf(text, end + 1, (it) => it in DIGITS) : end;
  const decimals = [...text.slice(end + 1, fractionEnd)].map((it) => String(DIGITS[it])).join('');
  const last = decimals === '' ? end : fractionEnd;
  const value = (): Exact => exact(decimals === '' ? String(whole) : `${String(whole)}.${decimals}`);
  return { value, end: last, chinese: true, digits: null };
};

/** 1,234,567.89 or 1234567.89: where it ends, and what it says without separators. */
const arabicDigits = (text: string, at: number): { readonly end: number; readonly digits: string } => {
  let end = endOf(text, at, isDigit);
  let digits = text.slice(at, end);
  while (end - at <= LONGEST && text.charAt(end) === ',' && digits.length > 0 && endOf(text, end + 1, isDigit) === end + 4) {
    digits += text.slice(end + 1, end + 4);
    end += 4;
  }
  const fraction = text.charAt(end) === '.' ? endOf(text, end + 1, isDigit) : end;
  return fraction > end + 1 ? { end: fraction, digits: `${digits}.${text.slice(end + 1, fraction)}` } : { end, digits };
};

const multiplierAt = (text: string, at: number): { readonly end: number; readonly times: bigint } => {
  const end = endOf(text, at, (it) => it in PLACES || it in MYRIADS);
  if (end - at > 3) return { end: at, times: 1n };
  return { end, times: [...text.slice(at, end)].reduce((times, it) => times * (PLACES[it] ?? MYRIADS[it]!), 1n) };
};

const arabicAt = (text: string, at: number): NumberRead | null => {
  if (!isDigit(text.charAt(at))) return null;
  const { end, digits } = arabicDigits(text, at);
  if (digits.length > LONGEST) return null;
  const { end: last, times } = multiplierAt(text, end);
  // 1亿2000万: a smaller one follows at once.
  const rest = times >= 10_000n && isDigit(text.charAt(last)) ? arabicDigits(text, last) : null;
  const further = rest ? multiplierAt(text, rest.end) : null;
  const added = rest && further && further.times > 1n && further.times < times && rest.digits.length <= LONGEST;
  const value = (): Exact => {
    const first = exact(digits).mul(exact(String(times)));
    return added ? first.add(exact(rest.digits).mul(exact(String(further.times)))) : first;
  };
  return { value, end: added ? further.end : last, chinese: false, digits: times === 1n ? digits : null };
};

/** The number that begins at the place: Arabic digits (also `4.5亿`, `1,200`) or Chinese numerals. In time proportional to its length. */
export const numberAt = (text: string, at: number): NumberRead | null => arabicAt(text, at) ?? chineseAt(text, at);
