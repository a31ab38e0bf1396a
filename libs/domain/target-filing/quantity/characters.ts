/** ！ to ～ are ! to ~ in full width. The comma stays: in a number it would be taken for a separator of thousands. */
const FULL_WIDTH = { from: 0xff01, to: 0xff5e, shift: 0xfee0 } as const;

const SPELT_DIFFERENTLY: Readonly<Record<string, string>> = {
  '　': ' ',
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '～': '~',
  '﹪': '%',
  '，': '，',
};

const plainCharacter = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code < 0x2000) return character;
  const known = SPELT_DIFFERENTLY[character];
  if (known !== undefined) return known;
  return code >= FULL_WIDTH.from && code <= FULL_WIDTH.to ? String.fromCharCode(code - FULL_WIDTH.shift) : character;
};

const NEEDS_CHANGE = /[\uff01-\uff5e\u3000≧⩾≦⩽﹪A-Z]/;

/** The text with full-width digits, letters and signs written plainly, one character for one, so that places in it are places in the original. */
export const plainText = (text: string): string => {
  if (!NEEDS_CHANGE.test(text)) return text;
  let plain = '';
  for (let i = 0; i < text.length; i += 1) plain += plainCharacter(text.charAt(i));
  return plain.toLowerCase().length === plain.length ? plain.toLowerCase() : plain;
};

export const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character.length === 1;
export const isLatin = (character: string): boolean => character >= 'a' && character <= 'z' && character.length === 1;
export const isHan = (character: string): boolean => character >= '㐀' && character <= '鿿';

/** Which of the words, the longest first, stands at the place; `''` when none does. */
export const wordAt = (text: string, at: number, words: readonly string[]): string => words.find((it) => text.startsWith(it, at)) ?? '';

/** Which of the words, the longest first, ends right before the place. */
export const wordBefore = (text: string, at: number, words: readonly string[]): string =>
  words.find((it) => at >= it.length && text.startsWith(it, at - it.length)) ?? '';
