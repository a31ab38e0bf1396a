import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MOST_TOUCHED, readTouched, recordingClock } from '#persistence/reading/changes.js';

/**
 * How long, ms, a transaction may take from its entry in the trail to its commit without being passed over: each look goes back so far, and
 * leaves out what it has seen.
 */
const OVERLAP_MS = 10_000;
/** Further back than this nobody is told one by one. */
const MOST_MS = 10 * 60_000;

/** What a look has found: streams of the trail, or null for more than can be told; `mark` is where the next one begins. */
export interface Look {
  readonly streams: readonly string[] | null;
  readonly mark: number;
}

/**
 * What was recorded since the last look, read from the audit trail, where every transition and every change stands. It is asked while somebody
 * listens and costs recording nothing; NOTIFY would make all commits wait for each other (docs/decisions).
 */
@Injectable()
export class ChangeWatch {
  private mark = 0;
  private seen = new Map<string, { readonly sequence: number; readonly at: number }>();

  constructor(private readonly source: DataSource) {}

  /** From now on; what was recorded before is no news. */
  async begin(): Promise<number> {
    this.mark = await recordingClock(this.source);
    this.seen = new Map((await readTouched(this.source, this.mark - OVERLAP_MS)).map(({ stream, ...it }) => [stream, it]));
    return this.mark;
  }

  async look(): Promise<Look> {
    const now = await recordingClock(this.source);
    const touched = await readTouched(this.source, this.mark - OVERLAP_MS);
    const fresh = touched.filter(({ stream, sequence }) => sequence > (this.seen.get(stream)?.sequence ?? -1));
    for (const { stream, ...it } of fresh) this.seen.set(stream, it);
    for (const [stream, { at }] of this.seen) if (at < now - 2 * OVERLAP_MS) this.seen.delete(stream);
    this.mark = now;
    return { streams: touched.length > MOST_TOUCHED ? null : fresh.map(({ stream }) => stream), mark: now };
  }

  /** What somebody has missed who was told up to `mark`, a number that they give; a foreign one is as good as none. */
  async missed(mark: number): Promise<Look> {
    const now = await recordingClock(this.source);
    if (!Number.isSafeInteger(mark) || mark > now || mark < now - MOST_MS) return { streams: null, mark: now };
    const touched = await readTouched(this.source, mark - OVERLAP_MS);
    return { streams: touched.length > MOST_TOUCHED ? null : touched.map(({ stream }) => stream), mark: now };
  }
}
