import { Clock } from '#platform/clock.js';

/** While a rehearsal works, real seconds pass on every execution's clock; so long after the present they still mean the present. */
const SLACK_MS = 10 * 60_000;

/**
 * The clock of a rehearsal. The year that is rehearsed may lie in the past, but an engine's time only moves forward: so business time is the
 * engine's time less a constant shift, and stands still while the driver lets things happen at one instant.
 */
export class RehearsalClock extends Clock {
  override readonly isRehearsal = true;
  private present: number;
  private readonly shift: number;

  /** `begin`: the business instant at which the rehearsal begins, ms; it is now on the engine. */
  constructor(begin: number, engineNow: number) {
    super();
    this.present = begin;
    this.shift = engineNow - begin;
  }

  override now(): number {
    return this.present;
  }

  override toBusiness(engine: number): number {
    const instant = engine - this.shift;
    return instant >= this.present && instant < this.present + SLACK_MS ? this.present : instant;
  }

  override toEngine(business: number): number {
    return business + this.shift;
  }

  /** Lets the present move on; never back. */
  advance(to: number): void {
    this.present = Math.max(this.present, to);
  }
}
