import { compare, exact } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { cut, decimalsOf, rounded } from './published.js';

/** How a share of n units can come to print as it does. */
export type Attained = 'rounded' | 'cut-off' | 'never';

const floor = (it: Exact): bigint => {
  const whole = it.n / it.d;
  return it.s < 0n && whole * it.d !== it.n ? -whole - 1n : it.s < 0n ? -whole : whole;
};

/**
 * Is there a whole number of n units that prints as this percentage with its decimals, rounded half up or cut off? `pct` in per cent, a
 * decimal; n a positive whole number. Only the two whole numbers next to pct × n / 100 and their neighbours can, so no n is too large.
 * Published case: Jiangbei 2022, 2.2% of 304 units (6 are 1.97%, 7 are 2.30%).
 */
export const attained = (pct: string, n: Exact): { readonly how: Attained; readonly units: string | null } => {
  const places = decimalsOf(pct);
  const near = floor(exact(pct).mul(n).div(100));
  const candidates = [-1n, 0n, 1n, 2n].map((step) => near + step).filter((k) => k >= 0n && compare(String(k), n) <= 0);
  const shares = candidates.map((k) => ({ k, share: exact(String(k)).mul(100).div(n) }));
  const byRounding = shares.find(({ share }) => compare(rounded(share, places), pct) === 0);
  if (byRounding) return { how: 'rounded', units: String(byRounding.k) };
  const byCutting = shares.find(({ share }) => compare(cut(share, places), pct) === 0);
  return byCutting ? { how: 'cut-off', units: String(byCutting.k) } : { how: 'never', units: null };
};
