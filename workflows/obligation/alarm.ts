import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * One timer that rings at an instant or earlier, never later. A timer that rings too early costs one look at the clock; taking it back and
 * setting another with each transition would cost two events in the history each time.
 */
export class Alarm {
  private at: number | null = null;
  private scope: CancellationScope | undefined;

  /** Not set, or it has rung. */
  get isSilent(): boolean {
    return this.at === null;
  }

  /** Rings at `at` (ms) at the latest. */
  ringBy(at: number): void {
    if (this.at !== null && this.at <= at) return;
    this.scope?.cancel();
    this.at = at;
    this.scope = new CancellationScope();
    void this.scope.run(() => this.ring(at)).catch(ignoreCancellation);
  }

  private async ring(at: number): Promise<void> {
    await sleep(Math.max(1, at - Date.now()));
    this.at = null;
  }
}

const ignoreCancellation = (error: unknown): void => {
  if (!isCancellation(error)) throw error;
};
