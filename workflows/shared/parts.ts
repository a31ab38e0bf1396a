import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import type { PartClosed } from '#contracts/obligation/obligation.contract.js';

export const partClosed = defineSignal<[PartClosed]>('partClosed');

/** Listens for the parts that this workflow opened, in whatever order and however often they say that they are closed. */
export class Parts {
  private readonly closed = new Map<string, PartClosed['outcome']>();
  /** Somebody was told to be the last one. */
  sawLast = false;

  constructor() {
    setHandler(partClosed, ({ part, outcome, last }) => {
      this.closed.set(part, outcome);
      this.sawLast ||= last === true;
    });
  }

  get count(): number {
    return this.closed.size;
  }

  /** Waits until all of them are closed. */
  async all(parts: readonly string[]): Promise<readonly PartClosed['outcome'][]> {
    await condition(() => parts.every((part) => this.closed.has(part)));
    return parts.map((part) => this.closed.get(part)!);
  }
}
