import type { Sentence } from '#domain/explanation/explained.js';
import { compare, exact, show } from '#domain/score/exact.js';
import type { Yuan } from '#domain/score/money.js';

/** 收回调剂: budgets in force of the project that gives and the one that receives, and what the giving one keeps; yuan. */
export interface Reallocation {
  readonly from: Yuan;
  readonly keeps: Yuan;
  readonly to: Yuan;
}

type Reallocated = { readonly moved: Yuan; readonly to: Yuan } | { readonly problem: Sentence };

/** What is taken and the receiving project's new budget: both together stay what they were, to the fen. Nothing is moved where nothing is taken. */
export const reallocate = ({ from, keeps, to }: Reallocation): Reallocated => {
  if (compare(keeps, from) >= 0) {
    const zh = `调剂后的预算数应少于现预算 ${from} 元`;
    return { problem: { zh, en: `what the project keeps must be less than its budget of ${from} yuan` } };
  }
  const moved = exact(from).sub(exact(keeps));
  return { moved: show(moved), to: show(exact(to).add(moved)) };
};
