import type { DataSource } from 'typeorm';
import { inParallel } from '#activities/obligation/obligation-starter.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { Day } from '#domain/policy/policy.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { groupBy } from '#domain/group-by.js';
import type { Cast } from '../driver.js';
import type { RehearsalClock } from '../rehearsal-clock.js';
import type { ApiClient } from './api-client.js';
import { asksExtensionAt, behaviourOf, decidesAt, extendedDay, filesAt, reviewsAt } from './behaviour.js';
import type { Behaviour } from './behaviour.js';
import { contentFor } from './contents.js';
import type { Subject } from './contents.js';

interface Waiting {
  readonly document: string;
  readonly obligation: string;
  readonly kind: DocumentKind;
  readonly person: string;
  readonly email: string;
  readonly doing: 'file' | 'review';
  readonly round: number;
  readonly version: number;
  readonly title: string;
  readonly status: string;
  readonly step: string | null;
  readonly dueOn: Day;
  readonly serial: number;
  readonly debtor: number;
  readonly stage: number;
  readonly silence: string;
  readonly project: string | null;
}

interface Asking {
  readonly obligation: string;
  readonly email: string;
}

/** What decides how somebody behaves: what it is about, who owes it, and where it stands. */
export interface Role {
  readonly kind: DocumentKind;
  /** Code of the project; null for the unit as a whole. */
  readonly project: string | null;
  readonly step: string | null;
  readonly round: number;
}

/** A scenario's say in how the cast behaves; where it says nothing, everybody does as in every rehearsal. */
export interface Direction {
  readonly behaves?: ((role: Role) => Behaviour | undefined) | undefined;
  readonly isReturned?: ((role: Role) => boolean | undefined) | undefined;
}

/** One appointment of one person. */
interface Job {
  readonly at: number;
  readonly key: string;
  readonly run: () => Promise<void>;
}

export interface Errand {
  readonly at: number;
  readonly key: string;
  readonly run: () => Promise<unknown>;
}

export interface PlayParts {
  readonly source: DataSource;
  readonly clock: RehearsalClock;
  readonly calendar: Calendar;
  readonly campaign: string;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly clientOf: (email: string) => ApiClient;
  readonly bureau: string;
  /** What somebody does once, of their own accord, at a business instant (ms). */
  readonly errands: readonly Errand[];
  readonly direction?: Direction;
}

const AT_ONCE = 12;
/** A notice is drafted from the accepted evaluation; the bureau sends it on as it is. */
const DRAFTED: DocumentKind = 'feedback-notice';
/** A colleague of the same seat was quicker. */
const BEATEN = ['NOT_IN_REVIEW', 'NOT_YOUR_STEP', 'ALREADY_CLOSED', 'STALE_ROUND'];

/** Of several reviewers of one document the first by address goes first, so that every run is the same. */
const firstOfEach = (waiting: readonly Waiting[]): readonly Waiting[] => {
  const first = new Map<string, Waiting>();
  for (const it of waiting) if (it.doing === 'review' && !first.has(it.document)) first.set(it.document, it);
  return [...first.values()];
};

/**
 * Scripted people: they look at what waits for them, decide by their behaviour when to act, and act through the API. Who files late, is
 * returned, extended or silent follows from the debtor's place and the stage, so that every run is the same.
 */
export class StagePlay implements Cast {
  private readonly jobs = new Map<string, Job>();
  private readonly planned = new Set<string>();
  /** The last filing of each obligation: one after the other. */
  private readonly filings = new Map<string, Promise<void>>();

  constructor(private readonly parts: PlayParts) {
    for (const { at, key, run } of parts.errands) this.jobs.set(key, { at, key, run: async () => void (await run()) });
  }

  async plan(now: number): Promise<void> {
    const waiting = await this.waiting();
    const byDebtor = groupBy(
      waiting.filter(({ doing }) => doing === 'file'),
      ({ obligation }) => obligation,
    );
    for (const tasks of byDebtor.values()) this.planFiling(tasks, now);
    const reviewers = groupBy(firstOfEach(waiting), ({ email }) => email);
    for (const [email, tasks] of reviewers) this.planReview(email, tasks, now);
    for (const asking of await this.asking()) this.planDecision(asking, now);
  }

  nextAct(): number | null {
    return this.jobs.size > 0 ? Math.min(...[...this.jobs.values()].map(({ at }) => at)) : null;
  }

  async act(now: number): Promise<void> {
    const due = [...this.jobs.values()].filter(({ at }) => at <= now);
    for (const { key } of due) this.jobs.delete(key);
    await inParallel(due, ({ run }) => run(), AT_ONCE);
  }

  /** Makes an appointment, once for each key. */
  private appoint(key: string, at: number, run: () => Promise<void>): void {
    if (this.planned.has(key)) return;
    this.planned.add(key);
    this.jobs.set(key, { key, at: this.parts.clock.toBusiness(at), run });
  }

  private planFiling(tasks: readonly Waiting[], now: number): void {
    const { calendar, clock } = this.parts;
    const first = tasks[0]!;
    const mine = tasks.filter(({ email }) => email === first.email);
    const behaviour = this.behaviourOf(first);
    if (behaviour === 'silent' && first.silence !== 'none') return;
    const engineNow = clock.toEngine(now);
    const key = `${first.obligation}/${first.email}/${String(first.serial)}/${mine.map(({ round }) => round).join()}`;
    if (behaviour === 'extended' && first.serial === 1 && first.round === 0) {
      this.appoint(`${first.obligation}/ask`, asksExtensionAt(calendar, first.dueOn, engineNow), () => this.askExtension(first));
      return;
    }
    const again = mine.some(({ status }) => status === 'returned');
    const at = again ? reviewsAt(calendar, engineNow) : filesAt(behaviour, calendar, first.dueOn, engineNow);
    this.appoint(key, at, () => this.file(first));
  }

  /** Where nothing is granted for the asking (a comment window), the extended are on time. */
  private behaviourOf(it: Waiting): Behaviour {
    const { debtor, stage, silence, kind } = it;
    const behaviour = this.parts.direction?.behaves?.(this.roleOf(it)) ?? behaviourOf(debtor, stage);
    const extendable = silence === 'none' && !['spot-check', 'linkage-decision'].includes(kind);
    return behaviour === 'extended' && !extendable ? 'on-time' : behaviour;
  }

  private roleOf({ kind, project, step, round }: Waiting): Role {
    return { kind, project: this.parts.subjects.get(project ?? '')?.project?.code ?? null, step, round };
  }

  private isReturned(it: Waiting): boolean {
    if (it.round > 1 || it.kind === 'evaluation-final') return false;
    return this.parts.direction?.isReturned?.(this.roleOf(it)) ?? this.behaviourOf(it) === 'returned';
  }

  private planReview(email: string, tasks: readonly Waiting[], now: number): void {
    const at = reviewsAt(this.parts.calendar, this.parts.clock.toEngine(now));
    if (tasks.length > 0) this.appoint(`${email}/${String(at)}`, at, () => this.review(email));
  }

  private planDecision({ obligation, email }: Asking, now: number): void {
    const at = decidesAt(this.parts.calendar, this.parts.clock.toEngine(now));
    this.appoint(`${obligation}/decide`, at, async () => {
      if (!(await this.asking()).some((it) => it.obligation === obligation)) return;
      await this.parts
        .clientOf(email)
        .post(`/obligations/${obligation}/extension-decision`, { grant: true, reason: '情况属实，同意延期。' });
    });
  }

  /** Asks while something is still owed; it may have been filed meanwhile. */
  private async askExtension({ obligation, email, dueOn }: Waiting): Promise<void> {
    if ((await this.owed(email, obligation)).length === 0) return;
    const { calendar, clock } = this.parts;
    const wish = { dueOn: extendedDay(calendar, dueOn, clock.toEngine(clock.now())), reason: '第三方数据尚未取得，申请延期五个工作日。' };
    await this.parts.clientOf(email).post(`/obligations/${obligation}/extension-requests`, wish);
  }

  /** Two who were to file the same at the same moment do it one after the other; the second finds what is still owed. */
  private file(it: Waiting): Promise<void> {
    const before = this.filings.get(it.obligation) ?? Promise.resolve();
    const filing = before.catch(() => undefined).then(() => this.fileOwed(it));
    this.filings.set(it.obligation, filing);
    return filing;
  }

  /** Silence or a person may have settled it meanwhile. */
  private async fileOwed({ email, obligation }: Waiting): Promise<void> {
    const tasks = await this.owed(email, obligation);
    if (tasks.length === 0) return;
    const client = this.parts.clientOf(email);
    for (const { document, kind, project, title, version } of tasks) {
      if (kind !== DRAFTED) await client.put(`/documents/${document}/content`, contentFor(kind, this.subjectOf(project, title)), version);
    }
    await this.bulk(client, '/documents/submit', { documents: tasks.map(({ document: id }) => ({ id })) });
  }

  private subjectOf(project: string | null, title: string): Subject {
    return this.parts.subjects.get(project ?? '') ?? { title, project: null, publishedScore: null, problems: [], place: 0 };
  }

  /** Goes through everything that waits for this reviewer now; what is filed for the first time by a sloppy debtor comes back. */
  private async review(email: string): Promise<void> {
    const tasks = firstOfEach(await this.waiting()).filter((it) => it.email === email);
    const refs = (some: readonly Waiting[]) => some.map(({ document: id, round }) => ({ id, round }));
    const sloppy = tasks.filter((it) => this.isReturned(it));
    const sound = tasks.filter((it) => !sloppy.includes(it));
    const client = this.parts.clientOf(email);
    const reasons = [{ field: 'summary', text: '内容不完整，请补充说明和佐证材料。' }];
    if (sloppy.length > 0) await this.bulk(client, '/documents/review', { verdict: 'return', reasons, documents: refs(sloppy) });
    if (sound.length > 0) await this.bulk(client, '/documents/review', { verdict: 'approve', documents: refs(sound) });
  }

  /** A scripted actor that is refused found a fault: in the script, or in the product. */
  private async bulk(client: ApiClient, path: string, body: object): Promise<void> {
    const { results } = await client.post<{ results: readonly { outcome: string; refusal?: { code: string } }[] }>(path, body);
    const refused = results.filter(({ refusal }) => refusal !== undefined && !BEATEN.includes(refusal.code));
    if (refused.length > 0) throw new Error(`${path}: ${JSON.stringify(refused.slice(0, 3))}`);
  }

  private async owed(email: string, obligation: string): Promise<readonly Waiting[]> {
    return (await this.waiting(email)).filter((it) => it.obligation === obligation && it.doing === 'file');
  }

  private async waiting(email?: string): Promise<readonly Waiting[]> {
    return this.parts.source.query(
      `select d.id as document, d.obligation_id as obligation, d.kind, t.person_id as person, p.email, t.doing, d.round,
         d.content_version as version, d.title, d.status, d.step, o.due_on::text as "dueOn", o.deadline_serial as serial,
         o.state ->> 'silence' as silence, d.project_id as project, s.position as stage, coalesce(u.place, 0)::int as debtor
       from task t join document d on d.id = t.document_id join obligation o on o.id = d.obligation_id join stage s on s.id = d.stage_id
       join person p on p.id = t.person_id
       left join (select id, row_number() over (order by code) - 1 as place from budget_unit) u on u.id = o.unit_id
       where d.campaign_id = $1 and ($2::text is null or p.email = $2) order by p.email, d.title, d.id`,
      [this.parts.campaign, email ?? null],
    );
  }

  private async asking(): Promise<readonly Asking[]> {
    return this.parts.source.query(
      `select id as obligation, $2::text as email from obligation where campaign_id = $1 and status = 'open' and jsonb_typeof(state -> 'extension') = 'object'`,
      [this.parts.campaign, this.parts.bureau],
    );
  }
}
