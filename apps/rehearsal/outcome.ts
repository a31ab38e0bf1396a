import type { DataSource } from 'typeorm';
import type { Script } from './script.js';

/** One thing that happened, at its virtual instant. */
export interface HappeningLine {
  readonly at: string;
  readonly what: string;
  readonly about: string;
  readonly actor: string | null;
  readonly detail: unknown;
}

export interface ProjectLine {
  readonly code: string;
  readonly name: string;
  readonly budget: string | null;
  readonly score: string | null;
  readonly grade: string | null;
  readonly publishedScore: string | null;
  readonly publishedGrade: string | null;
  /** Null where nothing was published. */
  readonly agrees: boolean | null;
}

export interface MailLine {
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** When the mail server took it; null: it has not. */
  readonly sentAt: string | null;
}

export interface Outcome {
  readonly title: string;
  readonly seconds: number;
  readonly closed: boolean;
  readonly timeline: readonly HappeningLine[];
  readonly counts: Readonly<Record<string, number>>;
  readonly projects: readonly ProjectLine[];
  readonly grades: Readonly<Record<string, number>>;
  readonly openItems: readonly string[];
  readonly mails: readonly MailLine[];
}

const timeline = (source: DataSource, campaign: string): Promise<HappeningLine[]> =>
  source.query(
    `select to_char(a.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at, a.type as what,
       coalesce(o.title || coalesce('（' || u.name || '）', ''), s.name, a.detail ->> 'key', '') as about, p.name as actor, a.detail
     from audit_entry a
     left join obligation o on a.stream = 'obligation/' || o.id left join budget_unit u on u.id = o.unit_id
     left join stage s on s.campaign_id = $1 and a.detail ->> 'key' = s.key left join person p on p.id = a.actor_id
     where o.campaign_id = $1 or a.stream = 'campaign/' || $1::text
     order by a.at, a.stream, a.sequence`,
    [campaign],
  );

const projects = async (source: DataSource, campaign: string, script: Script): Promise<ProjectLine[]> => {
  const rows: Omit<ProjectLine, 'publishedScore' | 'publishedGrade' | 'agrees'>[] = await source.query(
    `select p.code, p.name, coalesce(p.approved_budget, p.initial_budget)::text as budget, e.score::text as score, e.grade
     from campaign c join project p on p.district_id = c.district_id and p.fiscal_year = c.fiscal_year
     left join evaluation e on e.campaign_id = c.id and e.project_id = p.id where c.id = $1 order by p.code`,
    [campaign],
  );
  const published = new Map(script.district.projects.map((it) => [it.code, it.published]));
  return rows.map((row) => {
    const { score: publishedScore = null, grade: publishedGrade = null } = published.get(row.code) ?? {};
    const agrees = publishedGrade === null ? null : row.grade === publishedGrade && Number(row.score) === Number(publishedScore);
    return { ...row, publishedScore, publishedGrade, agrees };
  });
};

/** What is not finished: a task, a stage, a problem that was found, or a message that was not sent. */
export interface OpenItem {
  readonly kind: 'task' | 'stage' | 'finding' | 'message';
  readonly about: string;
}

const OPEN: Readonly<Record<OpenItem['kind'], string>> = { task: '未关闭', stage: '未关闭阶段', finding: '未销号', message: '未发送' };

/** Findings stay open where the plan has no rectification: that is no fault of the year. */
export const readOpenItems = (source: DataSource, campaign: string, { policy }: Script): Promise<OpenItem[]> =>
  source.query(
    `select 'task' as kind, title as about from obligation where campaign_id = $1 and status = 'open'
     union all select 'stage', key from stage where campaign_id = $1 and status <> 'closed'
     union all select 'finding', problem from finding where campaign_id = $1 and struck_off_at is null and $2
     union all select 'message', kind from outbox where status <> 'sent'`,
    [campaign, policy.plan.some(({ stage }) => stage === 'rectification')],
  );

const countBy = (items: readonly (string | null)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) if (item !== null) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
};

/** What the tables say after the year. */
export async function readOutcome(source: DataSource, campaign: string, script: Script, seconds: number): Promise<Outcome> {
  const [happened, lines, open] = [
    await timeline(source, campaign),
    await projects(source, campaign, script),
    await readOpenItems(source, campaign, script),
  ];
  const mails: MailLine[] = await source.query(
    `select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at, address as "to", subject, body, substring(response from '^250 (.+)$') as "sentAt" from mail order by at, address`,
  );
  const [row]: { status: string }[] = await source.query('select status from campaign where id = $1', [campaign]);
  return {
    title: script.title,
    seconds: Math.round(seconds * 10) / 10,
    closed: row?.status === 'closed',
    timeline: happened,
    counts: countBy(happened.map(({ what }) => what)),
    projects: lines,
    grades: countBy(lines.map(({ grade }) => grade)),
    openItems: open.map(({ kind, about }) => `${OPEN[kind]}：${about}`),
    mails,
  };
}
