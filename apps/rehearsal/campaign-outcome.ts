import type { DataSource } from 'typeorm';
import type { RehearsalOutcome } from '#contracts/api/rehearsals.routes.js';
import { COUNTED } from '#persistence/reading/counted.js';
import type { HappeningRow } from '#persistence/rehearsal/rehearsal.repository.js';
import { foldedLines } from './as-text.js';
import { readOpenItems } from './outcome.js';
import type { HappeningLine, MailLine } from './outcome.js';
import type { RehearsedYear } from './rehearsed-year.js';
import type { Script } from './script.js';

export interface CampaignOutcome {
  readonly outcome: RehearsalOutcome;
  readonly happenings: readonly HappeningRow[];
}

/** Of a long list so many are kept. */
const KEPT = 500;

interface Timeline {
  readonly stages: readonly {
    readonly key: string;
    readonly name: RehearsalOutcome['stages'][number]['name'];
    readonly opens: string;
    readonly closes: string;
    readonly openedAt: string | null;
    readonly closedAt: string | null;
  }[];
  readonly clashes: RehearsalOutcome['clashes'];
}
type Counts = Pick<RehearsalOutcome['stages'][number], 'key' | 'owed' | 'filed' | 'approved' | 'returned' | 'late'>;

const DAY_MS = 86_400_000;
const dayIn = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

/** The plan beside what became of it, as the rehearsed bureau reads both. */
const stagesOf = ({ stages }: Timeline, counts: readonly Counts[]): RehearsalOutcome['stages'] =>
  stages.map(({ key, name, opens, closes, openedAt, closedAt }) => {
    const { owed = 0, filed = 0, approved = 0, returned = 0, late = 0 } = counts.find((it) => it.key === key) ?? {};
    const [opened, closed] = [openedAt === null ? null : dayIn(openedAt), closedAt === null ? null : dayIn(closedAt)];
    const daysLate = closed === null ? null : (Date.parse(closed) - Date.parse(closes)) / DAY_MS;
    return { key, name, plannedOpens: opens, plannedCloses: closes, opened, closed, daysLate, owed, filed, approved, returned, late };
  });

type Late = RehearsalOutcome['lateTasks']['items'][number];

const lateTasks = (source: DataSource, campaign: string): Promise<Late[]> =>
  source.query(
    `select o.title, u.name as "unitName", s.key as "stageKey", s.name as stage, o.due_on::text as "dueOn", count(*)::int as documents
     from document d join obligation o on o.id = d.obligation_id join stage s on s.id = d.stage_id left join budget_unit u on u.id = o.unit_id
     where d.campaign_id = $1 and ${COUNTED.lateAt(`(select max(at) from audit_entry)`)}
     group by o.id, o.title, u.name, s.position, s.key, s.name, o.due_on order by s.position, o.due_on, u.name, o.title`,
    [campaign],
  );

const mailsOf = (mails: readonly MailLine[]): RehearsalOutcome['mails'] => {
  const byDay = new Map<string, number>();
  for (const { at } of mails) byDay.set(at.slice(0, 10), (byDay.get(at.slice(0, 10)) ?? 0) + 1);
  const [busiestOn = null, busiest = 0] = [...byDay].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { letters: mails.length, people: new Set(mails.map(({ to }) => to)).size, busiestOn, busiest };
};

/** Of what happened the part that its sentence is made of. */
const SAID = ['verdict', 'grant', 'dueOn', 'rung', 'reason', 'key', 'name', 'role', 'amount', 'points', 'meaning'] as const;

const saidOf = (detail: unknown): object => {
  const it = (detail ?? {}) as Readonly<Record<string, unknown>>;
  const documents = Array.isArray(it['documents']) ? { documents: it['documents'].map(() => ({})) } : {};
  return { ...Object.fromEntries(SAID.filter((key) => it[key] !== undefined).map((key) => [key, it[key]])), ...documents };
};

const happeningOf = ({ at, what, about, actor, detail, times }: HappeningLine & { readonly times: number }): HappeningRow => ({
  at: `${at.replace(' ', 'T')}:00+08:00`,
  ...{ type: what, about, actor, detail: saidOf(detail), times },
});

/** What is kept of a rehearsed campaign: its figures, and what happened in it. */
export async function readCampaignOutcome(year: RehearsedYear, script: Script): Promise<CampaignOutcome> {
  const { source, campaign, bureau } = year;
  const { seconds, closed, timeline, counts, grades, mails } = await year.outcome();
  const plan = await bureau.get<Timeline>(`/campaigns/${campaign}/timeline`);
  const { stages } = await bureau.get<{ stages: readonly Counts[] }>(`/campaigns/${campaign}/overview`);
  const late = await lateTasks(source, campaign);
  const open = await readOpenItems(source, campaign, script);
  const outcome: RehearsalOutcome = {
    ...{ seconds, closed, counts, grades },
    stages: stagesOf(plan, stages),
    clashes: plan.clashes,
    lateTasks: { count: late.length, items: late.slice(0, KEPT) },
    openItems: { count: open.length, items: open.slice(0, KEPT) },
    mails: mailsOf(mails),
  };
  return { outcome, happenings: foldedLines(timeline).map(happeningOf) };
}
