import type { Yuan } from '#domain/score/money.js';
import { sha256 } from './sha256.js';

/** One line of the list from which a sample is drawn. */
export interface Candidate {
  /** Unique in the list. */
  readonly id: string;
  readonly department: string;
  /** Adjusted budget, yuan, as the list has it. */
  readonly amount: Yuan;
}

/** By code units: the same order on every machine, in whatever order the list came. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The list as it is frozen: a line `["id","department","amount"]` each in the order of ids, every line ended by a line feed. */
export const frozenText = (candidates: readonly Candidate[]): string =>
  [...candidates]
    .sort(byId)
    .map(({ id, department, amount }) => `${JSON.stringify([id, department, amount])}\n`)
    .join('');

/** What is published when the list is frozen: SHA-256 of `frozenText`, as `sha256sum` prints it. */
export const listHash = (candidates: readonly Candidate[]): string => sha256(frozenText(candidates));
