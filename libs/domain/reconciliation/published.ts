import { compare, exact, exactText, isDecimal, show } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';

/** How a published figure relates to the exact one. `cut-off`: digits were dropped where rounding half up gives another figure. */
export type Relation = 'exact' | 'rounded' | 'cut-off' | 'differs';

export const decimalsOf = (figure: string): number => figure.split('.')[1]?.length ?? 0;

/** Rounded half up (away from zero) to so many decimals. */
export const rounded = (value: Exact, places: number): string => show(value, places);

/** Cut off (towards zero) after so many decimals. */
export const cut = (value: Exact, places: number): string => {
  const scale = 10n ** BigInt(places);
  const units = (value.n * scale) / value.d;
  return show(exact(`${value.s < 0n ? '-' : ''}${String(units)}/${String(scale)}`), places);
};

/** Compares a published decimal with the exact value, at the decimals that it prints. */
export const relate = (published: string, value: Exact): Relation => {
  if (compare(published, value) === 0) return 'exact';
  const places = decimalsOf(published);
  if (compare(rounded(value, places), published) === 0) return 'rounded';
  return compare(cut(value, places), published) === 0 ? 'cut-off' : 'differs';
};

/** Does the published decimal fit, exactly or rounded half up? */
export const fits = (published: string, value: Exact): boolean => ['exact', 'rounded'].includes(relate(published, value));

/** An exact value for eyes: at most six decimals, no trailing zeros, `≈` before a value that needs more. */
export const shown = (value: Exact): string => {
  const six = show(value, 6);
  const short = six.includes('.') ? six.replace(/\.?0+$/, '') : six;
  return compare(short, value) === 0 ? short : `≈${short}`;
};

/** A computed value as text: numbers exact (`"271/3"`), truths `true` or `false`. */
export const valueText = (value: Exact | string | boolean): string => (typeof value === 'object' ? exactText(value) : String(value));

/** The number that a value is, if it is one. */
export const asNumber = (value: Exact | string | boolean): Exact | null =>
  typeof value === 'object' ? value : typeof value === 'string' && isDecimal(value.trim()) ? exact(value) : null;
