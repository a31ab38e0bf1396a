import { DataSource } from 'typeorm';
import type { Day } from '#domain/policy/policy.js';
import { RehearsalRepository } from '#persistence/rehearsal/rehearsal.repository.js';
import type { RehearsalEnd } from '#persistence/rehearsal/rehearsal.repository.js';
import { campaignScript, copyCalendars } from './campaign-script.js';
import { readCampaignOutcome } from './campaign-outcome.js';
import type { CampaignOutcome } from './campaign-outcome.js';
import { stageNameOf } from './order.js';
import type { RehearsalOrder } from './order.js';
import { openYear } from './rehearsed-year.js';
import { strikeLeft } from './stage.js';

const BEAT_MS = 1_000;
const LONGEST_REASON = 2_000;

/** Thrown into the year to end it before its time. */
class Ended extends Error {
  constructor(readonly state: 'cancelled' | 'interrupted') {
    super(state);
  }
}

/** The row of a running rehearsal: says every second that it lives and how far it is, and learns whether it is to end. */
class Pulse {
  reached: Day | null = null;
  private ended: Ended | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly source: DataSource,
    private readonly rows: RehearsalRepository,
    private readonly id: string,
    parent: AbortSignal,
  ) {
    parent.addEventListener('abort', () => (this.ended ??= new Ended('interrupted')));
    if (parent.aborted) this.ended = new Ended('interrupted');
    this.timer = setInterval(() => void this.beat().catch(() => undefined), BEAT_MS);
  }

  /** Called with each virtual day. @throws Ended */
  readonly day = (line: string): void => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(line)) this.reached = line;
    if (this.ended) throw this.ended;
  };

  async beat(): Promise<void> {
    const answer = await this.rows.beat(this.source.manager, this.id, this.reached);
    if (answer === null) this.ended ??= new Ended('interrupted');
    else if (answer.cancel) this.ended ??= new Ended('cancelled');
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

async function takeAwayLeft(source: DataSource, rows: RehearsalRepository, { servers }: RehearsalOrder): Promise<void> {
  for (const id of await rows.leftBehind(source.manager)) {
    await strikeLeft(servers, stageNameOf(id));
    await rows.takenAway(source.manager, id);
  }
}

async function play(source: DataSource, { rehearsal, servers }: RehearsalOrder, pulse: Pulse): Promise<CampaignOutcome> {
  const script = await campaignScript(source, rehearsal);
  const year = await openYear(script, servers, {
    name: stageNameOf(rehearsal),
    adjustsBudget: false,
    progress: pulse.day,
    prepare: copyCalendars,
  });
  try {
    pulse.day('');
    await year.until();
    return await readCampaignOutcome(year, script);
  } finally {
    await year.close();
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_REASON);

/** Rehearses the campaign of a row that says `running`, and writes there how far it is and what came of it. */
export async function runRehearsal(order: RehearsalOrder, parent: AbortSignal): Promise<void> {
  const { rehearsal, servers } = order;
  const source = await new DataSource({ type: 'postgres', url: servers.databaseUrl, extra: { max: 2 } }).initialize();
  const rows = new RehearsalRepository();
  const pulse = new Pulse(source, rows, rehearsal, parent);
  const end = async (state: RehearsalEnd, rest: { failure?: string; outcome?: unknown } = {}): Promise<void> => {
    await pulse.beat();
    await rows.end(source.manager, rehearsal, state, rest);
  };
  try {
    await takeAwayLeft(source, rows, order);
    const { outcome, happenings } = await play(source, order, pulse);
    await rows.happened(source.manager, rehearsal, happenings);
    await end('done', { outcome });
  } catch (error) {
    if (error instanceof Ended) await end(error.state);
    else await end('failed', { failure: reasonOf(error) });
  } finally {
    pulse.stop();
    await source.destroy();
  }
}
