import type { Ground } from '../ground.js';
import { until } from '../measure.js';
import type { Report } from '../report.js';
import { draftYear, today } from '../year.js';
import { running } from './launch.js';

const DOCUMENTS = 2_000;

/** The next full minute that is at least so many seconds away, as a clock time in Asia/Shanghai, and its instant. */
const soon = (seconds: number): { readonly clock: string; readonly at: number } => {
  const at = Math.ceil((Date.now() + seconds * 1000) / 60_000) * 60_000;
  return { clock: new Date(at + 8 * 3_600_000).toISOString().slice(11, 16), at };
};

async function sent({ source }: Ground, stage: string): Promise<number> {
  const [row]: { count: number }[] = await source.query(
    `select count(*)::int from outbox join obligation o on o.id = obligation_id where o.stage_id = $1 and outbox.kind = 'reminder'`,
    [stage],
  );
  return row!.count;
}

/** (e) All obligations reach the same rung at once. The timers are real: a rung at the next full minute. */
export async function storm(ground: Ground, report: Report, units: number): Promise<void> {
  const obligations = Math.min(units, Math.round(DOCUMENTS / 14));
  const fire = await ground.hire('product');
  for (const count of new Set([obligations, units])) {
    const documents = count === obligations ? DOCUMENTS : Math.round((count * 4188) / 304);
    const { clock, at } = soon(count / 50 + 10);
    const ladder = [{ day: 0, at: clock, remind: ['debtor'] as const }];
    const year = await draftYear(ground, { units: count, projects: documents - count, ladder, due: { on: today(), endsAt: '24:00' } });
    await year.launch();
    await running(ground, year);
    if (Date.now() > at) throw new Error('The rung was passed before all obligations ran.');
    await until(async () => Date.now() >= at, 5);
    const before = ground.cpu();
    await until(async () => (await sent(ground, year.stage)) >= count, 20);
    report.cost('storm', 'rung', count, before, ground.cpu());
    const what = `reminders of ${documents.toLocaleString('en')} documents in ${String(count)} obligations are in the outbox`;
    report.add({ part: 'storm', what, value: (Date.now() - at) / 1000, unit: 's', target: 2 });
  }
  await fire();
}
