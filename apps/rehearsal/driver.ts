import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { inParallel } from '#activities/obligation/obligation-starter.js';
import { campaignWorkflowId } from '#contracts/campaign/campaign.contract.js';
import { obligationWorkflowId } from '#contracts/obligation/obligation.contract.js';
import type { RehearsalClock } from './rehearsal-clock.js';
import type { RehearsalEngine } from './rehearsal-engine.js';

/** Those who act in a rehearsal. They see and do only what the API lets them. */
export interface Cast {
  /** Looks for new tasks and decides when to act on them. */
  plan(now: number): Promise<void>;
  /** The next instant at which anybody acts, ms; null when nobody wants to. */
  nextAct(): number | null;
  /** Everybody whose instant has come acts. */
  act(now: number): Promise<void>;
}

/** Sends what is due, as the product's sender does; answers when it wants to be asked again, ms. */
export interface Post {
  drain(now: number): Promise<void>;
  nextDrain(now: number): Promise<number | null>;
}

export interface DriverParts {
  readonly source: DataSource;
  readonly engine: RehearsalEngine;
  readonly clock: RehearsalClock;
  readonly worker: Worker;
  readonly cast: Cast;
  readonly post: Post;
  readonly campaign: string;
  readonly progress: (now: number, moves: number) => void;
}

/** A year that never ends is a fault of the plan or of us; a rehearsal says so instead of running on. */
const MOST_STEPS = 20_000;
const MOVES_AT_ONCE = 24;
const PATIENCE_MS = 30_000;

/** Lets the year run: finds the earliest instant at which anything is due or anybody acts, moves there what it concerns, and goes on. */
export class Driver {
  private moves = 0;

  constructor(private readonly parts: DriverParts) {}

  /** Runs until the campaign is closed, or nothing can happen any more, or `until` (business instant, ms) is reached. */
  async run(until = Infinity): Promise<void> {
    const { clock, cast, post, engine, progress } = this.parts;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      await this.quiet();
      await cast.plan(clock.now());
      const next = await this.nextInstant();
      if (next === null) return this.mustBeOver();
      if (next > until) {
        clock.advance(until);
        return;
      }
      clock.advance(next);
      await this.wake(next);
      await this.quiet();
      await cast.act(next);
      await this.quiet();
      await post.drain(next);
      progress(next, this.moves);
    }
    engine.touched.clear();
    throw new Error(`The year did not end within ${String(MOST_STEPS)} steps.`);
  }

  /** Nothing can happen any more. A plan may leave things open; a year that was launched and has no next instant before its first stage opened is our fault. */
  private async mustBeOver(): Promise<void> {
    const stages: { key: string; status: string }[] = await this.parts.source.query(
      `select s.key, s.status || ' in ' || c.status as status from stage s join campaign c on c.id = s.campaign_id
       where c.id = $1 and s.status = 'planned' and s.opens_on is not null`,
      [this.parts.campaign],
    );
    if (stages.length === 0) return;
    const still = stages.map(({ key, status }) => `${key} (${status})`).join(', ');
    throw new Error(`Nothing is due at ${new Date(this.parts.clock.now()).toISOString()}, and still to be opened: ${still}.`);
  }

  /** Nothing is under way: not in the worker, not in any execution that was reached. */
  private async quiet(): Promise<void> {
    const { engine, worker } = this.parts;
    for (let calm = 0; calm < 2; calm += 1) {
      await engine.quiet();
      const { numInFlightActivities, numInFlightWorkflowActivations } = worker.getStatus();
      if (numInFlightActivities + numInFlightWorkflowActivations > 0 || engine.touched.size > 0) calm = -1;
      await sleep(2);
    }
  }

  private async nextInstant(): Promise<number | null> {
    const { source, cast, post, clock, campaign } = this.parts;
    const [row]: { due: Date | null; opens: Date | null }[] = await source.query(
      `select (select min(next_at) from obligation where status = 'open') as due,
         (select min(opens_on::timestamp at time zone 'Asia/Shanghai') from stage s join campaign c on c.id = s.campaign_id
          where s.campaign_id = $1 and s.status = 'planned' and s.opens_on is not null and c.status = 'running'
            and opens_on::timestamp at time zone 'Asia/Shanghai' > $2) as opens`,
      [campaign, new Date(clock.now()).toISOString()],
    );
    const candidates = [row!.due?.getTime(), row!.opens?.getTime(), cast.nextAct(), await post.nextDrain(clock.now())];
    const instants = candidates.filter((it): it is number => typeof it === 'number');
    return instants.length > 0 ? Math.max(clock.now(), Math.min(...instants)) : null;
  }

  /** Moves to the present whatever is due there by itself. */
  private async wake(now: number): Promise<void> {
    const { source, engine, campaign } = this.parts;
    const at = new Date(now).toISOString();
    const due: { id: string }[] = await source.query(`select id from obligation where status = 'open' and next_at <= $1`, [at]);
    const opening: unknown[] = await source.query(
      `select from stage where campaign_id = $1 and status = 'planned' and opens_on::timestamp at time zone 'Asia/Shanghai' <= $2`,
      [campaign, at],
    );
    const ids = due.map(({ id }) => obligationWorkflowId(id));
    if (opening.length > 0) ids.push(campaignWorkflowId(campaign));
    this.moves += ids.length;
    await inParallel(ids, (id) => engine.moveToPresent(id), MOVES_AT_ONCE);
    await this.until(async () => !(await this.isDue(at)));
  }

  /** Whether something still has to speak at this instant, by the tables. */
  private async isDue(at: string): Promise<boolean> {
    const [row]: { due: boolean }[] = await this.parts.source.query(
      `select exists (select from obligation where status = 'open' and next_at <= $1)
         or exists (select from stage s where s.campaign_id = $2 and s.status = 'planned'
              and s.opens_on::timestamp at time zone 'Asia/Shanghai' <= $1
              and not exists (select from stage f where f.campaign_id = $2 and f.name = s.plan ->> 'after' and f.status <> 'closed')) as due`,
      [at, this.parts.campaign],
    );
    return row!.due;
  }

  private async until(reached: () => Promise<boolean>): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; !(await reached()); await sleep(10)) {
      if (Date.now() > until) throw new Error(`Something due at ${new Date(this.parts.clock.now()).toISOString()} did not happen.`);
    }
  }
}
