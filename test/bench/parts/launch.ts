import { UnitFilings } from '#activities/stage/unit-filings.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { Ground } from '../ground.js';
import { timed, until } from '../measure.js';
import type { Report } from '../report.js';
import { draftYear, filingsOf } from '../year.js';
import type { Filing, Size, Year } from '../year.js';

/** Waits until every obligation of the year's stage has been started; answers nothing before the tasks are there. */
export async function running({ source }: Ground, { stage }: Year): Promise<void> {
  await until(async () => {
    const [row]: { ready: boolean }[] = await source.query(
      `select status = 'open' and not exists (select from obligation where stage_id = $1 and started_at is null) as ready from stage where id = $1`,
      [stage],
    );
    return row!.ready;
  });
}

/** A launched year with all its obligations running. */
export async function launchYear(ground: Ground, size: Size): Promise<readonly Filing[]> {
  const year = await draftYear(ground, size);
  await year.launch();
  await running(ground, year);
  return filingsOf(ground, year);
}

async function visible({ source }: Ground, { stage }: Year): Promise<void> {
  await until(async () => {
    const rows: { status: string }[] = await source.query('select status from stage where id = $1', [stage]);
    return rows[0]!.status === 'open';
  }, 5);
}

async function once(ground: Ground, size: Size): Promise<{ alone: number; tasks: number; all: number; counts: string }> {
  const year = await draftYear(ground, size);
  const alone = await opening(ground, year);
  const start = performance.now();
  const [tasks] = await Promise.all([timed(() => visible(ground, year)), year.launch()]);
  await running(ground, year);
  const all = performance.now() - start;
  const [rows]: { counts: string }[] = await ground.source.query(
    `select (select count(*) from document where stage_id = $1) || ' documents, ' || (select count(*) from task join obligation o on o.id = obligation_id
        where o.stage_id = $1) || ' tasks, ' || (select count(*) from outbox join obligation o on o.id = obligation_id where o.stage_id = $1) ||
        ' messages' as counts`,
    [year.stage],
  );
  return { alone, tasks, all, counts: rows!.counts };
}

class RolledBack extends Error {}

/** What of it the tables take: obligations, documents, tasks, audit and outbox of the stage in one transaction, which is then undone. */
async function opening({ source, clock }: Ground, { stage: id }: Year): Promise<number> {
  const filings = new UnitFilings(new ProjectRepository(), new ObligationOpener(new OutboxRepository(), clock));
  let ms = 0;
  const work = source.transaction(async (manager) => {
    const stage = await new CampaignRepository().stage(manager, id, true);
    ms = await timed(() =>
      filings.open(
        { manager, stage, now: Date.now() },
        { kind: 'target', label: '绩效目标申报', whole: { kind: 'target', wants: () => true } },
      ),
    );
    throw new RolledBack();
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return ms;
}

/** (b) From the click that launches the year until every unit sees its tasks, and until every obligation runs. */
export async function launch(ground: Ground, report: Report, size: Size): Promise<void> {
  const fire = await ground.hire('product');
  // The first one pays for code that is loaded and plans that are made.
  await once(ground, { units: 20, projects: 100 });
  const before = ground.cpu();
  const runs = [await once(ground, size), await once(ground, size), await once(ground, size)];
  const after = ground.cpu();
  await fire();
  const what = `${String(size.units)} units, ${String(size.projects)} projects`;
  const middle = (pick: (run: (typeof runs)[number]) => number): number => runs.map(pick).sort((a, b) => a - b)[1]!;
  const tasks = middle((run) => run.tasks);
  const all = middle((run) => run.all);
  console.log(`        (${runs[0]!.counts})`);
  report.cost('launch', 'import, opening and start of a unit', size.units * runs.length, before, after);
  report.add({ part: 'launch', what: `${what}: the transaction that opens them`, value: middle((run) => run.alone), unit: 'ms' });
  report.add({ part: 'launch', what: `${what}: every unit sees its tasks`, value: tasks, unit: 'ms', target: 500 });
  report.add({ part: 'launch', what: `${what}: every obligation runs`, value: all, unit: 'ms' });
  const starts = report.value('raw', 'workflow starts');
  if (starts === undefined) return;
  report.add({
    part: 'launch',
    what: `${what}: ratio of all that to as many raw starts`,
    value: (all * starts) / size.units / 1000,
    unit: '×',
    target: 1.5,
  });
  report.add({
    part: 'launch',
    what: `${what}: ratio of the starts alone`,
    value: ((all - tasks) * starts) / size.units / 1000,
    unit: '×',
    target: 1.5,
  });
}
