import type { Progress, StageProgress, StageTiming } from '#contracts/campaign/campaign.contract.js';

/** Where each stage of the plan stands. */
export class Year {
  paused = false;
  /** Obligations in which targets are filed again after a budget adjustment, and those of them that are settled. */
  private readonly refilings = new Set<string>();
  private readonly settled = new Set<string>();
  private readonly stages: (StageTiming & { progress: StageProgress })[];

  constructor(stages: readonly StageTiming[]) {
    this.stages = stages.map((it) => ({ ...it, progress: it.skipped ? 'closed' : 'planned' }));
  }

  get isOver(): boolean {
    const isSettled = (refiling: string): boolean => this.settled.has(refiling);
    return this.stages.every(({ progress }) => progress === 'closed') && [...this.refilings].every(isSettled);
  }

  /** The year waits for it, whatever becomes of the stages. */
  await(refiling: string): void {
    this.refilings.add(refiling);
  }

  /** It may be settled before the year knows that it was opened. */
  settle(refiling: string): void {
    this.settled.add(refiling);
  }

  progress(): Progress {
    return { paused: this.paused, stages: this.stages };
  }

  find(key: string): (StageTiming & { readonly progress: StageProgress }) | undefined {
    return this.stages.find((it) => it.key === key);
  }

  set(key: string, progress: StageProgress): void {
    this.stages.find((it) => it.key === key)!.progress = progress;
  }

  /** A stage may have closed before the year has heard that it is open. */
  opened(key: string): void {
    if (this.find(key)!.progress === 'opening') this.set(key, 'open');
  }

  close(key: string): void {
    if (this.find(key)) this.set(key, 'closed');
  }

  /** The opening was moved; the stages that follow keep following. */
  move(key: string, opensAt: number | null): void {
    const index = this.stages.findIndex((it) => it.key === key);
    this.stages[index] = { ...this.stages[index]!, opensAt };
  }

  /** The first stage that may be opened at `now`: its instant has come and what it follows is closed. */
  ready(now: number): StageTiming | undefined {
    if (this.paused) return undefined;
    return this.waiting().find((it) => (it.opensAt ?? 0) <= now);
  }

  /** When the next stage opens by the clock alone. */
  nextOpening(now: number): number | null {
    if (this.paused) return null;
    const ahead = this.waiting().flatMap(({ opensAt }) => (opensAt !== null && opensAt > now ? [opensAt] : []));
    return ahead.length > 0 ? Math.min(...ahead) : null;
  }

  private waiting(): StageTiming[] {
    const isClosed = (key: string): boolean => this.find(key)?.progress === 'closed';
    return this.stages.filter((it) => it.progress === 'planned' && it.after.every(isClosed));
  }
}
