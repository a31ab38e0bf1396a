import { addWorkingDays } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { canonicalHash } from '#contracts/canonical-hash.js';
import { verifyAudit } from '#persistence/audit/verify-audit.js';
import type { HappeningLine, Outcome } from '../../apps/rehearsal/outcome.js';
import { loadScript } from '../../apps/rehearsal/script.js';
import { keepHistories } from '../support/lives.js';
import { rehearseKept } from '../support/rehearsed.js';
import type { Rehearsed } from '../support/rehearsed.js';

let year: Rehearsed;
let outcome: Outcome;

beforeAll(async () => {
  year = await rehearseKept(await loadScript('gangcheng', 2023));
  ({ outcome } = year);
  await keepHistories(year);
}, 420_000);

afterAll(() => year.strike());

const all = (what: string, having: Record<string, unknown> = {}): HappeningLine[] =>
  outcome.timeline.filter(
    (it) => it.what === what && Object.entries(having).every(([key, value]) => (it.detail as Record<string, unknown>)[key] === value),
  );
const detail = (it: HappeningLine) => it.detail as Readonly<Record<string, string | number>>;
const one = async <T>(query: string, values: unknown[] = []): Promise<T> => {
  const [row]: T[] = await year.source.query(query, values);
  return row!;
};

it('comes to its end, and nothing is left open', () => {
  expect(outcome.closed).toBe(true);
  expect(outcome.openItems).toEqual([]);
});

it('ends in the table that the district has published', () => {
  const published = outcome.projects.filter(({ publishedGrade }) => publishedGrade !== null);
  expect(published).toHaveLength(11);
  expect(published.filter(({ agrees }) => agrees !== true)).toEqual([]);
  expect(outcome.grades).toEqual({ 优: 9, 良: 2 });
});

it('opens every stage on its day or after the one before it, and closes it', () => {
  const at = (what: string): Record<string, string> => Object.fromEntries(all(what).map((it) => [detail(it)['key'], it.at]));
  const [opened, closed] = [at('stage-opened'), at('stage-closed')];
  expect(opened).toMatchObject({
    'ex-ante-evaluation': '2022-09-01 00:00',
    'target-filing': '2022-10-10 00:00',
    'self-evaluation': '2023-02-01 00:00',
    'key-evaluation': '2023-06-01 00:00',
    monitoring: '2023-08-01 00:00',
    disclosure: '2023-10-16 00:00',
    'budget-linkage': '2023-10-16 00:00',
  });
  expect(opened['feedback']).toBe(closed['key-evaluation']);
  expect(opened['rectification']).toBe(closed['feedback']);
  expect(Object.keys(closed).sort()).toEqual(Object.keys(opened).sort());
  for (const [key, end] of Object.entries(closed)) expect([key, end >= opened[key]!]).toEqual([key, true]);
  expect(outcome.timeline.at(0)!.what).toBe('campaign-launched');
  expect(outcome.timeline.at(-1)!.at).toBe(all('campaign-closed')[0]!.at);
});

it('speaks every rung at the instant that the ladder plans, and escalates what stays overdue', async () => {
  const { calendar } = await one<{ calendar: Calendar }>('select calendar from campaign');
  const dues: { title: string; due: string; serial: number }[] = await year.source.query(
    `select o.title || coalesce('（' || u.name || '）', '') as title, o.due_on::text as due, o.deadline_serial as serial
     from obligation o left join budget_unit u on u.id = o.unit_id where o.id not in (select obligation_id from document where round > 1)`,
  );
  const untouched = new Map(dues.filter(({ serial }) => serial === 1).map(({ title, due }) => [title, due]));
  const rungs = all('rung').filter(({ about }) => untouched.has(about));
  expect(rungs.length).toBeGreaterThan(100);
  for (const it of rungs) {
    const { rung, clock } = detail(it);
    expect(it.at).toBe(`${addWorkingDays(calendar, untouched.get(it.about)!, Number(rung))} ${String(clock)}`);
  }
  const { escalated } = await one<{ escalated: number }>(
    `select count(distinct obligation_id)::int as escalated from outbox where kind in ('escalation', 'circulation')`,
  );
  expect(escalated).toBeGreaterThan(0);
  expect(all('rung', { rung: 3 }).length).toBeGreaterThan(0);
});

it('sees a filing returned and filed again', () => {
  const back = all('review', { verdict: 'return' })[0]!;
  const again = all('submit').find((it) => it.about === back.about && it.at > back.at)!;
  expect((again.detail as { documents: { round: number }[] }).documents.map(({ round }) => round)).toContain(2);
});

it('sees an extension asked for and granted, and from then on a ladder of its own', () => {
  const granted = all('decideExtension', { grant: true });
  expect(granted.length).toBeGreaterThan(0);
  const asked = all('requestExtension').find(({ about }) => about === granted[0]!.about)!;
  expect(asked.at < granted[0]!.at).toBe(true);
  const later = all('rung').filter(({ about, at }) => about === granted[0]!.about && at > granted[0]!.at);
  expect(new Set(later.map((it) => detail(it)['deadline']))).toEqual(new Set([2]));
});

it('takes silence in a comment window as consent', () => {
  const silent = all('silence');
  expect(silent.map((it) => detail(it)['meaning'])).toContain('consent');
  expect(silent.map(({ about }) => about.slice(0, 4))).toContain('征求意见');
});

it('draws the spot check, has red warnings answered and strikes every finding off', async () => {
  expect(all('spot-check-drawn')).toHaveLength(1);
  expect(await one(`select count(*)::int as drawn from document where kind = 'spot-check' and status = 'approved'`)).toEqual({ drawn: 2 });
  const warnings: { colour: string; status: string }[] = await year.source.query('select distinct colour, status from warning');
  expect(warnings).toContainEqual({ colour: 'red', status: 'answered' });
  expect(warnings.filter(({ status }) => status === 'open')).toEqual([]);
  const struck = 'select count(*)::int as findings, count(struck_off_at)::int as struck from finding';
  expect(await one(struck)).toEqual({ findings: 22, struck: 22 });
  expect(await one('select count(*)::int as open from feedback_notice where rectified_at is null')).toEqual({ open: 0 });
});

it('publishes what was reached, under a hash of what is read', async () => {
  const published: { content: never; hash: string }[] = await year.source.query('select content, hash from publication');
  expect(published).toHaveLength(10);
  for (const { content, hash } of published) expect(canonicalHash(content)).toBe(hash);
});

it('carries what was decided on every project into the next year', async () => {
  const { projects, decided, carried } = await one<Record<string, number>>(
    `select count(*)::int as projects, count(decided_at)::int as decided, count(carried_at)::int as carried from linkage_proposal`,
  );
  expect([projects! > 0, decided, carried]).toEqual([true, projects, projects]);
  const next: { prior: { treatment: string } | null }[] = await year.source.query(
    `select prior_linkage as prior from project where fiscal_year = 2024`,
  );
  expect(next).toHaveLength(projects!);
  expect(next.filter(({ prior }) => prior === null)).toEqual([]);
});

it('tells everybody everything once, and keeps the letters', async () => {
  const doubled = await year.source.query('select key from outbox group by key having count(*) > 1');
  expect(doubled).toEqual([]);
  expect(outcome.mails.length).toBeGreaterThan(100);
  expect(await one(`select count(*)::int as lost from outbox where status <> 'sent' or mail_id is null`)).toEqual({ lost: 0 });
});

it('leaves audit chains that verify, without a gap', async () => {
  const { streams, entries, breaches } = await verifyAudit(year.source);
  expect(breaches).toEqual([]);
  expect([streams > 100, entries >= outcome.timeline.length]).toEqual([true, true]);
});
