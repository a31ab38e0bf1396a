import Fraction from 'fraction.js';
import { DomainError } from '#domain/errors/domain-error.js';

/** An exact rational number (numerator and denominator are bigints). Scores and rates stay exact until they are shown. */
export type Exact = Fraction;

/** What the score rules take: a decimal (`"89.5"`), a quotient (`"271/3"`), or a number already exact. Never a binary float. */
export type ExactInput = Exact | string;

const DECIMAL = /^[+-]?\d{1,40}(\.\d{1,40})?$/;
/** Quotients are our own writing (`exactText`): a sum of many ratios has a long denominator. */
const QUOTIENT = /^[+-]?\d{1,4000}\/\d{1,4000}$/;

/** Is the text a decimal such as `-12.50`? No exponent, no thousands separator, at most 40 digits on each side of the point. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/**
 * The exact value of a decimal or quotient.
 * @throws DomainError `NOT_A_NUMBER` for anything else, a zero denominator included.
 */
export const exact = (value: ExactInput): Exact => {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (!DECIMAL.test(text) && !QUOTIENT.test(text)) throw new DomainError('NOT_A_NUMBER', { value: value.slice(0, 60) });
  const [above, below] = text.split('/') as [string, string?];
  if (below === undefined) return new Fraction(above);
  if (/^0+$/.test(below)) throw new DomainError('NOT_A_NUMBER', { value });
  return new Fraction(above).div(new Fraction(below));
};

export const ZERO: Exact = new Fraction(0);

/** The exact sum; 0 of nothing. */
export const sum = (values: readonly ExactInput[]): Exact => values.reduce<Exact>((total, it) => total.add(exact(it)), ZERO);

/** Σ value × weight, exactly; the caller decides what the weights sum to. */
export const weigh = (parts: readonly { readonly value: ExactInput; readonly weight: ExactInput }[]): Exact =>
  sum(parts.map(({ value, weight }) => exact(value).mul(exact(weight))));

/** Negative when `a` is less, 0 when equal, positive when greater. On exact values. */
export const compare = (a: ExactInput, b: ExactInput): number => exact(a).compare(exact(b));

export const least = (a: ExactInput, b: ExactInput): Exact => (compare(a, b) <= 0 ? exact(a) : exact(b));
export const greatest = (a: ExactInput, b: ExactInput): Exact => (compare(a, b) >= 0 ? exact(a) : exact(b));

/** The value as the storable text that `exact` reads back: `"90"`, `"271/3"`. */
export const exactText = (value: ExactInput): string => exact(value).toFraction();

/** For eyes: rounded half up (away from zero) to `places` decimals, all of them written. 89.995 shows as `"90.00"`, and is still 良. */
export const show = (value: ExactInput, places = 2): string => {
  const it = exact(value);
  const scale = 10n ** BigInt(places);
  // Half up on the magnitude: floor(|n|·scale/d + 1/2).
  const units = (2n * it.n * scale + it.d) / (2n * it.d);
  const digits = units.toString().padStart(places + 1, '0');
  const shown = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return it.s < 0n && units !== 0n ? `-${shown}` : shown;
};

/** A share for eyes: `"0.8091"` shows as `"80.91%"`. */
export const showPercent = (value: ExactInput, places = 2): string => `${show(exact(value).mul(new Fraction(100)), places)}%`;
