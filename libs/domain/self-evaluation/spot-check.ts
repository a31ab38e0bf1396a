import type { Policy, Stratum } from '#domain/policy/policy.js';
import { compare, exact, exactText, show } from '#domain/score/exact.js';
import type { Yuan } from '#domain/score/money.js';
import { seededRandom } from './seeded-random.js';

export interface SpotCheckCandidate {
  readonly id: string;
  readonly department: string;
  /** Adjusted budget, yuan. */
  readonly amount: Yuan;
}

export interface Drawn {
  readonly id: string;
  readonly stratum: string;
}

export interface SpotCheckSample {
  readonly value: readonly Drawn[];
  /** Enough to repeat the draw: seed, rate, and of each stratum how many there were and how many were drawn. */
  readonly explanation: {
    readonly seed: string;
    readonly rate: string;
    readonly strata: readonly { readonly stratum: string; readonly of: number; readonly drawn: number }[];
  };
}

const MILLION = '1000000';
const TEN_MILLION = '10000000';

const sizeOf = (amount: Yuan): string =>
  compare(amount, TEN_MILLION) >= 0 ? '≥1000万' : compare(amount, MILLION) >= 0 ? '100–1000万' : '<100万';

const stratumOf = (it: SpotCheckCandidate, strata: readonly Stratum[]): string =>
  strata.map((by) => (by === 'department' ? it.department : sizeOf(it.amount))).join(' / ') || '全部';

/** ⌈n × rate⌉, at least one of everybody: exact, so that 10% of 30 is 3 and not 4. */
const quota = (n: number, rate: string): number => Number(exact(rate).mul(n).div(100).ceil().valueOf());

/**
 * 抽查复核: draws `rate` per cent of the self-evaluations, the whole sample by that share, spread over the strata by largest remainder, the
 * members of each stratum by lot. Anybody who has the candidates and the seed (SHA-256, hex) draws the same sample; the order in which the
 * candidates come does not matter.
 */
export const drawSpotChecks = (
  candidates: readonly SpotCheckCandidate[],
  rule: Pick<Policy['selfEvaluation']['spotCheck'], 'rate' | 'strata'>,
  seed: string,
): SpotCheckSample => {
  const random = seededRandom(seed);
  const groups = new Map<string, SpotCheckCandidate[]>();
  for (const it of [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const stratum = stratumOf(it, rule.strata);
    groups.set(stratum, [...(groups.get(stratum) ?? []), it]);
  }
  const strata = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const wanted = quota(candidates.length, rule.rate);
  const shares = strata.map(([, members]) => exact(rule.rate).mul(members.length).div(100));
  const counts = shares.map((it) => Number(it.floor().valueOf()));
  // What is left after whole numbers goes to the largest remainders; equal ones are decided by lot.
  const rest = random.shuffled(strata.map((_, i) => i)).sort((a, b) => compare(shares[b]!.sub(counts[b]!), shares[a]!.sub(counts[a]!)));
  const left = wanted - counts.reduce((a, b) => a + b, 0);
  for (const i of rest.slice(0, Math.max(0, left))) counts[i]! += 1;
  const drawn = strata.map(([stratum, members], i) =>
    random
      .shuffled(members)
      .slice(0, counts[i])
      .map(({ id }): Drawn => ({ id, stratum })),
  );
  return {
    value: drawn.flat(),
    explanation: {
      seed,
      rate: rule.rate,
      strata: strata.map(([stratum, members], i) => ({ stratum, of: members.length, drawn: drawn[i]!.length })),
    },
  };
};

/** 自评失实: the self-score lies further than the policy's tolerance from the corrected one. Exactly the tolerance is still true. */
export const judgeSelfScore = (
  selfScore: string,
  correctedScore: string,
  { tolerance }: Pick<Policy['selfEvaluation']['spotCheck'], 'tolerance'>,
): {
  readonly value: { readonly untrue: boolean; readonly gap: string };
  readonly explanation: { readonly zh: string; readonly en: string };
} => {
  const gap = exact(selfScore).sub(exact(correctedScore));
  const untrue = compare(gap.abs(), tolerance) > 0;
  const [self, corrected, by] = [show(selfScore), show(correctedScore), show(gap)];
  return {
    value: { untrue, gap: exactText(gap) },
    explanation: {
      zh: `自评 ${self}，复核 ${corrected}，相差 ${by}，允许 ${tolerance} 分`,
      en: `self-score ${self}, corrected ${corrected}, gap ${by}, ${tolerance} points are tolerated`,
    },
  };
};
