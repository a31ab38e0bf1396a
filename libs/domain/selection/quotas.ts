import type { Quota, SelectionCandidate } from './selection-rule.js';

/** How a quota of one group came out. */
export interface QuotaResult {
  readonly id: string;
  readonly group: string;
  readonly chosen: number;
  readonly least: number | null;
  readonly most: number | null;
  /** False: too few candidates for `least`, or those that must be evaluated went beyond `most`. */
  readonly met: boolean;
}

export const groupIn = ({ by }: Quota, it: SelectionCandidate): string => (by === 'sector' ? (it.sector ?? '') : it[by]);

const concerns = (quota: Quota, it: SelectionCandidate): boolean => quota.value === undefined || groupIn(quota, it) === quota.value;

/** The choice so far, with what each quota still allows. */
export class Places {
  private readonly counts = new Map<string, number>();
  taken = 0;

  constructor(
    private readonly quotas: readonly Quota[],
    private readonly most: number,
  ) {}

  get full(): boolean {
    return this.taken >= this.most;
  }

  count(quota: Quota, group: string): number {
    return this.counts.get(`${quota.id}/${group}`) ?? 0;
  }

  take(it: SelectionCandidate): void {
    this.taken += 1;
    for (const quota of this.quotas.filter((one) => concerns(one, it))) {
      const group = groupIn(quota, it);
      this.counts.set(`${quota.id}/${group}`, this.count(quota, group) + 1);
    }
  }

  /** The first quota that has no place left for this candidate. */
  blocking(it: SelectionCandidate): Quota | undefined {
    return this.quotas.find(
      (quota) => quota.most !== undefined && concerns(quota, it) && this.count(quota, groupIn(quota, it)) >= quota.most,
    );
  }

  lacks(quota: Quota, it: SelectionCandidate): boolean {
    return quota.least !== undefined && concerns(quota, it) && this.count(quota, groupIn(quota, it)) < quota.least;
  }

  results(candidates: readonly SelectionCandidate[]): readonly QuotaResult[] {
    return this.quotas.flatMap((quota) => {
      const groups = quota.value === undefined ? [...new Set(candidates.map((it) => groupIn(quota, it)))].sort() : [quota.value];
      return groups.map((group): QuotaResult => {
        const chosen = this.count(quota, group);
        const { id, least = null, most = null } = quota;
        return { id, group, chosen, least, most, met: chosen >= (least ?? 0) && (most === null || chosen <= most) };
      });
    });
  }
}
