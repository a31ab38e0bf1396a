import { beginOf, openHouse, REHEARSAL_PASSWORD } from './house.js';
import type { House } from './house.js';
import { hash } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { addWorkingDays, instantOf } from '#domain/calendar/calendar.js';
import type { Day } from '#domain/policy/policy.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { exact, show } from '#domain/score/exact.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { createDemonstrationAccounts } from '#persistence/organisation/demonstration-accounts.js';
import { loadPublishedIndicators } from '#api/indicator-library/published-indicators.js';
import { importDistrict } from '#persistence/organisation/import-district.js';
import { CapturedPost } from './captured-post.js';
import type { Outage } from './captured-post.js';
import { ApiClient } from './cast/api-client.js';
import type { Subject } from './cast/contents.js';
import { StagePlay } from './cast/stage-play.js';
import type { Errand } from './cast/stage-play.js';
import { Driver } from './driver.js';
import { readOutcome } from './outcome.js';
import type { Outcome } from './outcome.js';
import type { Scenario } from './scenarios/scenario.js';
import type { Script } from './script.js';
import { buildStage } from './stage.js';
import type { Servers } from './stage.js';
import { subjectsOf } from './subjects.js';

/** Which project's budget is adjusted, by its place in the list. */
const ADJUSTED = 3;
const CHEAP_HASH = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };

export interface YearOptions {
  readonly progress?: (line: string) => void;
  readonly scenario?: Scenario | undefined;
  /** Where the API listens; default: a free port. */
  readonly port?: number | undefined;
  /** Name of the schema; default: a random one. */
  readonly name?: string;
  /** Whether the bureau adjusts a budget during the year, as in every rehearsal of a published one. Default true. */
  readonly adjustsBudget?: boolean;
  /** Does what is to be there before the year is drafted, in the rehearsal's own tables. */
  readonly prepare?: (source: DataSource) => Promise<void>;
}

/** A year under way in virtual time, in a schema and a namespace of its own. Its API and pages are open to people besides the scripted ones. */
export interface RehearsedYear {
  readonly address: string;
  readonly source: DataSource;
  readonly campaign: string;
  /** The bureau of the rehearsed district, at the rehearsal's own API. */
  readonly bureau: ApiClient;
  /** Lets everything happen up to the end of this day; without a day, to the year's end. */
  until(day?: Day): Promise<void>;
  /** What the tables say. */
  outcome(): Promise<Outcome>;
  close(keep?: boolean): Promise<void>;
}

/** Imports the district, drafts the campaign from the policy, assigns the evaluations and launches: as the bureau does, through the API. */
async function launch({ stage, clock, clientOf }: House, script: Script): Promise<{ campaign: string; bureau: string }> {
  const district = await stage.source.transaction(async (manager) => {
    const imported = await importDistrict(manager, script.district, clock.now(), { fiscalYear: script.policy.fiscalYear });
    await createDemonstrationAccounts(manager, imported.district, await hash(REHEARSAL_PASSWORD, CHEAP_HASH));
    await loadPublishedIndicators(manager, imported.district, new Date(clock.now()));
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

interface Running {
  readonly house: House;
  readonly script: Script;
  readonly campaign: string;
  readonly bureau: string;
}

const driverOf = async (
  { house, script, campaign, bureau }: Running,
  { progress = () => undefined, scenario, adjustsBudget = true }: YearOptions,
): Promise<Driver> => {
  const { stage, clock, engine, worker, clientOf } = house;
  const calendar = (await new CampaignRepository().campaign(stage.source.manager, campaign)).calendar;
  const subjects = await subjectsOf(stage.source, campaign, script);
  const errands = scenario
    ? interferencesOf(scenario, clientOf(bureau), campaign)
    : adjustsBudget
      ? budgetAdjustment(script, house, calendar, campaign, subjects, clientOf(bureau))
      : [];
  const direction = { behaves: scenario?.behaves, isReturned: scenario?.isReturned };
  const cast = new StagePlay({ source: stage.source, clock, calendar, campaign, subjects, clientOf, bureau, errands, direction });
  let shown = '';
  const day = (now: number): void => {
    const today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
    if (today !== shown) progress((shown = today));
  };
  const post = new CapturedPost(stage.source, clock, scenario?.mailDown && outageOf(scenario.mailDown));
  return new Driver({ source: stage.source, engine, clock, worker: worker.worker, cast, post, campaign, progress: day });
};

/** Launches the year of a script in virtual time on the real engine; the caller lets it run, and closes it. */
export async function openYear(script: Script, servers: Servers, options: YearOptions = {}): Promise<RehearsedYear> {
  const began = performance.now();
  options.progress?.(`${script.title}: preparing a schema and a namespace.`);
  const stage = await buildStage(servers, options.name);
  const house = await openHouse(stage, servers, beginOf(script), options.port);
  const close = async (keep = false): Promise<void> => {
    await house.close();
    await stage.strike(keep);
  };
  try {
    await options.prepare?.(stage.source);
    const { campaign, bureau } = await launch(house, script);
    const driver = await driverOf({ house, script, campaign, bureau }, options);
    return {
      address: house.address,
      ...{ source: stage.source, campaign, bureau: house.clientOf(bureau) },
      until: (day) => driver.run(day === undefined ? undefined : instant(`${day}T24:00`)),
      outcome: () => readOutcome(stage.source, campaign, script, (performance.now() - began) / 1_000),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
