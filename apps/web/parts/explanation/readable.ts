import { compare, exact, show } from '#domain/score/exact.js';
import type { Language } from '../../words/language.js';

const QUOTIENT = /^\d{1,40}\/[1-9]\d{0,39}$/;
const PLACES = 4;

/** A quotient as an office writes it: the decimal where there is one of four places, else a rounded one with its sign. */
const asDecimal = (quotient: string): string => {
  const value = exact(quotient);
  const places = Array.from({ length: PLACES + 1 }, (_, it) => it).find((it) => compare(show(value, it), value) === 0);
  return places === undefined ? `≈${show(value, PLACES)}` : show(value, places);
};

/** Longer words with a stroke, such as file numbers and days, stay as they are. */
const eachQuotient = (text: string, written: (quotient: string) => string): string =>
  text.replace(/[\w./-]+/g, (it) => (QUOTIENT.test(it) ? written(it) : it));

/** Quotients as decimals; of a rounded one the exact value stands behind: ≈0.8611（31/36）. */
const withDecimals = (text: string, language: Language): string => {
  const [before, after] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  return eachQuotient(text, (it) => {
    const decimal = asDecimal(it);
    return decimal.startsWith('≈') ? `${decimal}${before}${it}${after}` : decimal;
  });
};

const VERDICTS: Readonly<Record<Language, Readonly<Record<'true' | 'false', string>>>> = {
  zh: { true: '成立', false: '不成立' },
  en: { true: 'holds', false: 'does not hold' },
};

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/abs\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, '|$1|'],
  [/ \* /g, ' × '],
  [/ \/ /g, ' ÷ '],
  [/ <= /g, ' ≤ '],
  [/ >= /g, ' ≥ '],
  [/ == /g, ' = '],
  [/ - /g, ' − '],
];

/** A formula in the signs of an office: ÷ and × instead of those of a program. */
export const inSigns = (formula: string): string => SIGNS.reduce((text, [from, to]) => text.replace(from, to), formula);

/** A formula with its figures put in, in signs and decimals. */
export const readableFormula = (formula: string): string => eachQuotient(inSigns(formula), asDecimal);

/** What a step came to, for reading: `3/10 < 7/20 = true; true` as `0.3 < 0.35，成立`. */
export const readableResult = (result: string, language: Language): string => {
  const said = VERDICTS[language];
  const first = result.replace(/; (true|false)$/, '');
  const worded = first
    .replace(/ = (true|false)$/, (_, it: 'true' | 'false') => `${language === 'zh' ? '，' : ', '}${said[it]}`)
    .replace(/^(true|false)$/, (it) => said[it as 'true' | 'false']);
  return withDecimals(inSigns(worded), language);
};

/** A figure that was used, as it is read. */
export const readableValue = (value: string | boolean | null, language: Language): string => {
  if (value === null) return '—';
  if (typeof value === 'boolean') return VERDICTS[language][value ? 'true' : 'false'];
  return withDecimals(value, language);
};
