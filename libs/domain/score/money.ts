import { DomainError } from '#domain/errors/domain-error.js';
import type { Decimal } from '#domain/policy/policy.js';
import { compare, exact, isDecimal, show, sum, ZERO } from './exact.js';
import type { Exact } from './exact.js';

/** An amount in yuan, two decimals, as text: `"139975300.00"`. */
export type Yuan = Decimal;

const inFen = (value: Exact, given: string): Yuan => {
  if (value.mul(100).d !== 1n) throw new DomainError('NOT_AN_AMOUNT', { value: given.slice(0, 60) });
  return show(value, 2);
};

/**
 * An amount in yuan as it is stored, nothing rounded.
 * @throws DomainError `NOT_AN_AMOUNT` when the text is no decimal or has parts of a fen.
 */
export const yuan = (text: Decimal): Yuan => {
  if (!isDecimal(text)) throw new DomainError('NOT_AN_AMOUNT', { value: text.slice(0, 60) });
  return inFen(exact(text), text);
};

/** 万元 as published → yuan, exactly: `"13997.53"` → `"139975300.00"`. Throws `NOT_AN_AMOUNT` like `yuan`. */
export const wanToYuan = (wan: Decimal): Yuan => {
  if (!isDecimal(wan)) throw new DomainError('NOT_AN_AMOUNT', { value: wan.slice(0, 60) });
  return inFen(exact(wan).mul(10_000), wan);
};

/** The exact sum of amounts in yuan. */
export const sumYuan = (amounts: readonly Yuan[]): Yuan => show(sum(amounts), 2);

/** For eyes, in 万元 with as many decimals as needed: `"32011800.00"` → `"3201.18"`. */
export const yuanToWan = (amount: Yuan): Decimal => {
  const shown = show(exact(amount).div(10_000), 6);
  return shown.replace(/\.?0+$/, '');
};

export type Rate =
  | { readonly rate: Exact; readonly reason?: undefined }
  | { readonly rate: null; readonly reason: 'DENOMINATOR_ZERO' | 'DENOMINATOR_MISSING' | 'NUMERATOR_MISSING' };

/**
 * 执行率: executed ÷ the budget figure that the policy names, exact; more than 1 when more was spent than budgeted, and never silently cut.
 * No rate at all, with the reason, when a figure is missing or the budget is zero.
 */
export const executionRate = (executed: Yuan | null | undefined, budget: Yuan | null | undefined): Rate => {
  if (executed === null || executed === undefined) return { rate: null, reason: 'NUMERATOR_MISSING' };
  if (budget === null || budget === undefined) return { rate: null, reason: 'DENOMINATOR_MISSING' };
  if (compare(budget, ZERO) === 0) return { rate: null, reason: 'DENOMINATOR_ZERO' };
  return { rate: exact(executed).div(exact(budget)) };
};
