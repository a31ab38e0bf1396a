import { Injectable } from '@nestjs/common';

/**
 * The business clock: what day it is for the people. In operation it is the wall clock. A rehearsal brings its own; then an instant of the
 * engine, on which workflows wait, and the business instant that people read differ, and this is the one place that translates.
 */
@Injectable()
export class Clock {
  /** Is this the clock of a rehearsal? Its pages say so. */
  readonly isRehearsal: boolean = false;

  /** The present business instant, ms. */
  now(): number {
    return Date.now();
  }

  /** What people read for an instant that came out of a workflow, ms. */
  toBusiness(engine: number): number {
    return engine;
  }

  /** The instant to give to a workflow for a business instant, ms. */
  toEngine(business: number): number {
    return business;
  }
}
