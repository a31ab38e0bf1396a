import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { MOST_TOLD, readChanges } from '#persistence/reading/changes.js';
import { Clock } from '#platform/clock.js';
import { inParallel } from '../http/in-parallel.js';
import type { Visited } from '../http/serves.js';
import { todayOf } from '../http/today.js';
import { Sessions } from '../session/sessions.js';
import { ChangeWatch } from './change-watch.js';
import type { Look } from './change-watch.js';
import { EventStream } from './event-stream.js';

const LOOK_MS = 1_000;
const BEAT_MS = 20_000;
/** Connections of one person: some windows on some devices. */
const PER_PERSON = 12;
const IN_ALL = 3_000;
const AT_ONCE = 4;

/** Tells everybody who listens what they may see and what has changed. One look at the trail serves all; it rests while nobody listens. */
@Injectable()
export class LiveEvents implements OnModuleDestroy {
  private readonly logger = new Logger(LiveEvents.name);
  private readonly streams = new Set<EventStream>();
  private timer: NodeJS.Timeout | undefined;
  /** From the first who listens until a round finds nobody. */
  private watching = false;
  private beginning: Promise<void> | undefined;
  /** A round has failed: nobody knows what of it was told. */
  private unsure = false;
  private beatAt = 0;
  private ended = false;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly watch: ChangeWatch,
  ) {}

  /** Open connections in this process. */
  get listeners(): number {
    return this.streams.size;
  }

  /** @throws Problem NOT_ACCEPTABLE, TOO_MANY_REQUESTS */
  async open(request: Visited, response: Response): Promise<void> {
    if (!(request.get('accept') ?? '').includes('text/event-stream')) throw new Problem('NOT_ACCEPTABLE', { type: 'text/event-stream' });
    const visit = request.visit!;
    const mine = [...this.streams].filter(({ person }) => person === visit.viewer.person);
    if (mine.length >= PER_PERSON || this.streams.size >= IN_ALL) throw new Problem('TOO_MANY_REQUESTS', { seconds: 60 });
    // Whoever is connected is told of everything from then on: the watch begins before the answer does.
    await this.ready();
    const stream = new EventStream(request, response, visit);
    this.streams.add(stream);
    stream.onClosed(() => this.streams.delete(stream));
    try {
      const last = request.get('last-event-id');
      if (last !== undefined) await this.tell([stream], await this.watch.missed(Number(last)));
    } catch (error) {
      // The answer has begun already: whoever is cut off connects again.
      this.logger.warn(`A listener could not be served: ${String(error)}`);
      stream.end();
    }
  }

  onModuleDestroy(): void {
    this.ended = true;
    clearTimeout(this.timer);
    for (const stream of this.streams) stream.end();
  }

  private async ready(): Promise<void> {
    if (this.watching) return;
    this.beginning ??= this.begin().finally(() => (this.beginning = undefined));
    await this.beginning;
  }

  private async begin(): Promise<void> {
    await this.watch.begin();
    this.watching = true;
    this.beatAt = Date.now();
    this.next();
  }

  private next(): void {
    this.timer = setTimeout(() => void this.round(), LOOK_MS);
    this.timer.unref();
  }

  private async round(): Promise<void> {
    this.watching = !this.ended && this.streams.size > 0;
    if (!this.watching) return;
    try {
      const look = await this.watch.look();
      await this.tell([...this.streams], this.unsure ? { ...look, streams: null } : look);
      this.unsure = false;
      if (Date.now() - this.beatAt > BEAT_MS) await this.beat();
    } catch (error) {
      this.unsure = true;
      if (!this.ended) this.logger.warn(`What changed could not be read: ${String(error)}`);
    }
    if (!this.ended) this.next();
  }

  /** The streams of one person are told alike: what they may see is looked up once. */
  private async tell(streams: readonly EventStream[], { streams: touched, mark }: Look): Promise<void> {
    if (touched === null) for (const stream of streams) stream.resync(mark);
    if (touched === null || touched.length === 0) return;
    const viewers = new Map<string, Viewer>(streams.map(({ person, visit }) => [person, visit.viewer]));
    const at = { today: todayOf(this.clock), now: new Date(this.clock.now()) };
    await inParallel([...viewers.values()], AT_ONCE, async (viewer) => {
      const changes = await readChanges(this.source, viewer, at, touched);
      for (const stream of streams.filter(({ person }) => person === viewer.person)) {
        if (changes.length > MOST_TOLD) stream.resync(mark);
        else stream.changed(changes, mark);
      }
    });
  }

  /** Keeps connections open; one whose session has ended is closed, one whose roles have changed goes on with the new ones. */
  private async beat(): Promise<void> {
    this.beatAt = Date.now();
    await inParallel([...this.streams], AT_ONCE, async (stream) => {
      const visit = await this.sessions.visit(stream.request);
      if (visit) stream.visit = visit;
      if (visit) stream.beat();
      else stream.sessionEnded();
    });
  }
}
