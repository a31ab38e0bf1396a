import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { hash } from '@node-rs/argon2';
import { createApi } from '#api/create-api.js';
import { submissionGate } from '#activities/submission/submission-gate.js';
import { addDays, addWorkingDays, instantOf } from '#domain/calendar/calendar.js';
import type { Day } from '#domain/policy/policy.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { exact, show } from '#domain/score/exact.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { createDemonstrationAccounts } from '#persistence/organisation/demonstration-accounts.js';
import { importDistrict } from '#persistence/organisation/import-district.js';
import { connectWorker } from '#temporal/connection.js';
import { startWorker } from '#worker/create-worker.js';
import type { RunningWorker } from '#worker/create-worker.js';
import { CapturedPost } from './captured-post.js';
import type { Outage } from './captured-post.js';
import { ApiClient } from './cast/api-client.js';
import type { Subject } from './cast/contents.js';
import { StagePlay } from './cast/stage-play.js';
import type { Errand } from './cast/stage-play.js';
import { Driver } from './driver.js';
import { RehearsalClock } from './rehearsal-clock.js';
import { RehearsalEngine } from './rehearsal-engine.js';
import { readOutcome } from './outcome.js';
import type { Outcome } from './outcome.js';
import type { Scenario } from './scenarios/scenario.js';
import type { Script } from './script.js';
import { buildStage } from './stage.js';
import type { RehearsalStage, Servers } from './stage.js';
import { subjectsOf } from './subjects.js';

const QUEUE = 'rehearsal';
/** Which project's budget is adjusted, by its place in the list. */
const ADJUSTED = 3;
/** Shared by all accounts of a rehearsal, which exist only in its schema and only while it runs. */
export const REHEARSAL_PASSWORD = 'rehearsal-only';
const CHEAP_HASH = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
const codePath = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../workflow-bundle.js' : '../../dist/workflow-bundle.js', import.meta.url),
);

export interface RehearsalOptions {
  readonly keep?: boolean;
  readonly progress?: (line: string) => void;
  readonly scenario?: Scenario | undefined;
  /** The last day that is rehearsed; default: the year's end. */
  readonly until?: Day | undefined;
  /** Where the API listens; default: a free port. */
  readonly port?: number;
  /** Keeps the house open after the last day, for people who look around in it; it closes when this resolves. */
  readonly visit?: (address: string) => Promise<void>;
}

interface House {
  readonly stage: RehearsalStage;
  readonly clock: RehearsalClock;
  readonly engine: RehearsalEngine;
  readonly worker: RunningWorker;
  readonly address: string;
  readonly clientOf: (email: string) => ApiClient;
  readonly close: () => Promise<void>;
}

/** The evening before the first stage opens. */
const beginOf = ({ policy }: Script): number => {
  const first = policy.plan.flatMap(({ opens }) => opens ?? []).sort()[0]!;
  return Date.parse(`${addDays(first, -1)}T18:00:00+08:00`);
};

async function openHouse(stage: RehearsalStage, servers: Servers, begin: number, at: number): Promise<House> {
  const { source, client, namespace } = stage;
  const clock = new RehearsalClock(begin, Date.now());
  const engine = new RehearsalEngine(client, QUEUE, clock);
  const connection = await connectWorker(servers.temporal);
  const worker = await startWorker({
    connection,
    namespace,
    workflowBundle: { codePath },
    source,
    engine,
    clock,
    options: { taskQueue: QUEUE },
  });
  const gate = submissionGate(source);
  const options = { logInLimits: { perAddress: 1_000_000, perAccount: 1_000_000 }, sessionHours: 24 * 3_660 };
  const api = await createApi({ dataSource: source, engine, clock, gate, options }, false);
  await api.listen(at, '127.0.0.1');
  const { port } = api.getHttpServer().address() as AddressInfo;
  const clients = new Map<string, ApiClient>();
  const clientOf = (email: string): ApiClient => {
    const known = clients.get(email) ?? new ApiClient(`http://127.0.0.1:${String(port)}/api/v1`, email, REHEARSAL_PASSWORD);
    clients.set(email, known);
    return known;
  };
  const close = async (): Promise<void> => {
    await api.close();
    await worker.stop();
    await connection.close();
  };
  return { stage, clock, engine, worker, address: `http://127.0.0.1:${String(port)}`, clientOf, close };
}

/** Imports the district, drafts the campaign from the policy, assigns the evaluations and launches: as the bureau does, through the API. */
async function launch({ stage, clock, clientOf }: House, script: Script): Promise<{ campaign: string; bureau: string }> {
  const district = await stage.source.transaction(async (manager) => {
    const imported = await importDistrict(manager, script.district, clock.now(), { fiscalYear: script.policy.fiscalYear });
    await createDemonstrationAccounts(manager, imported.district, await hash(REHEARSAL_PASSWORD, CHEAP_HASH));
    return imported.district;
  });
  const bureau = `bureau@${script.district.district.code.toLowerCase()}.example`;
  const client = clientOf(bureau);
  const policy = await client.post<{ id: string }>('/policies', { yaml: script.yaml });
  const campaign = await client.post<{ id: string }>('/campaigns', { policy: policy.id });
  const projects: { id: string; code: string }[] = await stage.source.query('select id, code from project where district_id = $1', [
    district,
  ]);
  const agencies: { id: string }[] = await stage.source.query('select id from agency where district_id = $1 order by name', [district]);
  const evaluated = projects.filter(({ code }) => script.evaluated.includes(code));
  for (const [i, { id: project }] of evaluated.entries()) {
    await client.post(`/campaigns/${campaign.id}/evaluations`, { project, agency: agencies[i % agencies.length]!.id });
  }
  await client.post(`/campaigns/${campaign.id}/launch`, {});
  return { campaign: campaign.id, bureau };
}

/** Ten weeks before monitoring the bureau adds a tenth to the budget of one project, and its target is filed again (预算调整). */
const budgetAdjustment = (
  { policy }: Script,
  { clock }: House,
  calendar: Calendar,
  campaign: string,
  subjects: ReadonlyMap<string, Subject>,
  bureau: ApiClient,
): Errand[] => {
  const opens = policy.plan.find(({ stage }) => stage === 'monitoring')?.opens;
  const [project, subject] = [...subjects][ADJUSTED] ?? [];
  if (opens === undefined || project === undefined || !subject?.project) return [];
  const amount = show(exact(subject.project.budget).mul(exact('1.1')), 2);
  const at = clock.toBusiness(instantOf(calendar, addWorkingDays(calendar, opens, -50), '10:00'));
  const run = () => bureau.post(`/projects/${project}/budget-adjustments`, { campaign, amount, reason: '年中追加工程量，调整预算。' });
  return [{ at, key: 'budget-adjustment', run }];
};

const instant = (at: string): number => Date.parse(`${at}:00+08:00`);

const outageOf = ({ from, to }: { readonly from: string; readonly to: string }): Outage => ({ from: instant(from), to: instant(to) });

const interferencesOf = ({ interferences = [] }: Scenario, bureau: ApiClient, campaign: string): Errand[] =>
  interferences.map(({ at, run }) => ({ at: instant(at), key: `interference/${at}`, run: () => run(bureau, campaign) }));

/** Runs the whole year of a script in virtual time on the real engine, and answers what happened. */
export async function rehearse(
  script: Script,
  servers: Servers,
  { keep = false, progress = () => undefined, scenario, until, port = 0, visit }: RehearsalOptions = {},
): Promise<Outcome> {
  const began = performance.now();
  progress(`${script.title}: preparing a schema and a namespace.`);
  const stage = await buildStage(servers);
  const house = await openHouse(stage, servers, beginOf(script), port);
  try {
    const { campaign, bureau } = await launch(house, script);
    const calendar = (await new CampaignRepository().campaign(stage.source.manager, campaign)).calendar;
    const { clock, engine, worker, clientOf } = house;
    const subjects = await subjectsOf(stage.source, campaign, script);
    const errands = scenario
      ? interferencesOf(scenario, clientOf(bureau), campaign)
      : budgetAdjustment(script, house, calendar, campaign, subjects, clientOf(bureau));
    const direction = { behaves: scenario?.behaves, isReturned: scenario?.isReturned };
    const cast = new StagePlay({ source: stage.source, clock, calendar, campaign, subjects, clientOf, bureau, errands, direction });
    let shown = '';
    const day = (now: number): void => {
      const today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
      if (today !== shown) progress((shown = today));
    };
    const post = new CapturedPost(stage.source, clock, scenario?.mailDown && outageOf(scenario.mailDown));
    const end = until === undefined ? undefined : instant(`${until}T24:00`);
    await new Driver({ source: stage.source, engine, clock, worker: worker.worker, cast, post, campaign, progress: day, until: end }).run();
    await visit?.(house.address);
    return await readOutcome(stage.source, campaign, script, (performance.now() - began) / 1_000);
  } finally {
    await house.close();
    await stage.strike(keep);
  }
}
