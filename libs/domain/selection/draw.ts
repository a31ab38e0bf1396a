import type { Policy } from '#domain/policy/policy.js';
import { groupBy } from '#domain/group-by.js';
import { compare, exact, exactText } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { yuanToWan } from '#domain/score/money.js';
import { byId } from './frozen-list.js';
import type { Candidate } from './frozen-list.js';
import { seededRandom } from './seeded-random.js';

/** `rate` in per cent; `strata` says by what the sample is spread; `amountBounds` in yuan, ascending. */
export type DrawRule = Pick<Policy['selfEvaluation']['spotCheck'], 'rate' | 'strata' | 'amountBounds'>;

/** `draw`: the how-manieth of its stratum. */
export interface Drawn {
  readonly id: string;
  readonly stratum: string;
  readonly draw: number;
}

export interface StratumDrawn {
  readonly stratum: string;
  readonly of: number;
  /** `of` × rate, exact: what it would get if projects could be cut. */
  readonly share: string;
  readonly drawn: number;
}

export interface Sample {
  readonly drawn: readonly Drawn[];
  readonly strata: readonly StratumDrawn[];
}

const DEFAULT_BOUNDS = ['1000000', '10000000'];

const sizeOf = (amount: string, bounds: readonly string[]): string => {
  const wan = bounds.map(yuanToWan);
  const above = bounds.filter((bound) => compare(amount, bound) >= 0).length;
  if (above === 0) return `<${wan[0]!}万`;
  return above === bounds.length ? `≥${wan.at(-1)!}万` : `${wan[above - 1]!}–${wan[above]!}万`;
};

const stratumOf = (it: Candidate, { strata, amountBounds = DEFAULT_BOUNDS }: DrawRule): string =>
  strata.map((by) => (by === 'department' ? it.department : sizeOf(it.amount, amountBounds))).join(' / ') || '全部';

const whole = (value: Exact): number => Number(value.valueOf());

/**
 * 抽查复核, version 1 of the draw: ⌈n × rate⌉ of all, spread over the strata by largest remainder (equal ones by lot), the members of each
 * stratum by lot. Anybody who has the candidates and the seed (64 hexadecimal digits) draws the same sample; the order in which the
 * candidates come does not matter.
 * @throws DomainError `NOT_A_SEED`
 */
export const drawSample = (candidates: readonly Candidate[], rule: DrawRule, seed: string): Sample => {
  const random = seededRandom(seed);
  const strata = [...groupBy([...candidates].sort(byId), (it) => stratumOf(it, rule))].sort(([a], [b]) => (a < b ? -1 : 1));
  const wanted = whole(exact(rule.rate).mul(candidates.length).div(100).ceil());
  const shares = strata.map(([, members]) => exact(rule.rate).mul(members.length).div(100));
  const counts = shares.map((it) => whole(it.floor()));
  const remainder = (i: number): Exact => shares[i]!.sub(counts[i]!);
  const order = random.shuffled(strata.map((_, i) => i)).sort((a, b) => compare(remainder(b), remainder(a)));
  const left = wanted - counts.reduce((a, b) => a + b, 0);
  const extra = new Set(order.slice(0, left));
  const drawn = strata.map(([stratum, members], i) =>
    random
      .shuffled(members)
      .slice(0, counts[i]! + (extra.has(i) ? 1 : 0))
      .map(({ id }, place): Drawn => ({ id, stratum, draw: place + 1 })),
  );
  return {
    drawn: drawn.flat(),
    strata: strata.map(([stratum, members], i) => ({
      stratum,
      of: members.length,
      share: exactText(shares[i]!),
      drawn: drawn[i]!.length,
    })),
  };
};
