import type { Command } from 'commander';
import type { Policy } from '#domain/policy/policy.js';
import type { PolicyProblem } from '#domain/policy/problem.js';

interface PlannedRung {
  readonly day: number;
  readonly on: string;
  readonly at: string;
  readonly tells: readonly string[];
}

interface PlannedLine {
  readonly stage: string;
  readonly opens: string | null;
  readonly after: string | null;
  readonly due: string | null;
  /** False: the due day is a day off. */
  readonly dueIsWorkingDay: boolean | null;
  /** Working days from the opening to the due day. */
  readonly workingDays: number | null;
  readonly rungs: readonly PlannedRung[];
}

const refused = (file: string, problems: readonly PolicyProblem[]): Error =>
  new Error(
    problems
      .map(({ path, line, column, en, zh }) => `${file}:${String(line ?? 1)}:${String(column ?? 1)} ${path}: ${en}（${zh}）`)
      .join('\n'),
  );

async function linesOf(policy: Policy): Promise<{ calendar: string; provisionalFrom: string | null; stages: readonly PlannedLine[] }> {
  const { isWorkingDay, workingDaysBetween } = await import('#domain/calendar/calendar.js');
  const { makeDeadline } = await import('#domain/obligation/deadline.js');
  const { stageKey } = await import('#domain/policy/policy.js');
  const { calendarFor } = await import('#platform/calendar-source/calendar-source.js');
  const days = policy.plan
    .flatMap(({ opens, due }) => [opens, due])
    .filter((it) => it !== undefined)
    .sort();
  const calendar = calendarFor(
    policy.calendar,
    days[0] ?? `${String(policy.fiscalYear)}-01-01`,
    days.at(-1) ?? `${String(policy.fiscalYear)}-12-31`,
  );
  const stages = policy.plan.map((planned): PlannedLine => {
    const { opens = null, after = null, due = null, ladder } = planned;
    const spec = { calendar, dayEndsAt: policy.dayEndsAt, ladder: policy.ladders[ladder ?? ''] ?? [] };
    const rungs = due === null ? [] : makeDeadline(spec, 1, due, -Infinity).rungs;
    return {
      stage: stageKey(planned),
      opens,
      after,
      due,
      dueIsWorkingDay: due === null ? null : isWorkingDay(calendar, due),
      workingDays: opens === null || due === null ? null : workingDaysBetween(calendar, opens, due),
      rungs: rungs.map(({ day, on, clock, remind, escalate }) => ({ day, on, at: clock, tells: [...remind, ...escalate] })),
    };
  });
  return { calendar: calendar.version, provisionalFrom: calendar.provisionalFrom ?? null, stages };
}

const printed = (it: PlannedLine): string => {
  const when = it.after === null ? `${it.opens ?? '?'} → ${it.due ?? 'open end'}` : `after ${it.after}`;
  const span = it.workingDays === null ? '' : `, ${String(it.workingDays)} working days`;
  const off = it.dueIsWorkingDay === false ? ', due on a day off' : '';
  const rungs = it.rungs.map(
    ({ day, on, at, tells }) => `    ${(day > 0 ? `+${String(day)}` : String(day)).padStart(4)}  ${on} ${at}  ${tells.join(', ')}`,
  );
  return [`  ${it.stage.padEnd(20)}${when}${span}${off}`, ...rungs].join('\n');
};

async function plan(file: string, { json }: { json?: boolean }): Promise<void> {
  const { readFile } = await import('node:fs/promises');
  const { isRefused, parsePolicy } = await import('#contracts/policy/parse-policy.js');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read: ${error.code ?? error.message}.`);
  });
  const parsed = parsePolicy(text);
  if (isRefused(parsed)) throw refused(file, parsed);
  const { district, fiscalYear, version } = parsed.policy;
  const lines = await linesOf(parsed.policy);
  if (json) {
    console.log(JSON.stringify({ district, fiscalYear, version, hash: parsed.hash, ...lines }, null, 2));
    return;
  }
  const provisional = lines.provisionalFrom === null ? '' : `, provisional from ${lines.provisionalFrom}`;
  console.log(`${district} ${String(fiscalYear)}, policy ${parsed.hash.slice(0, 12)} (${lines.calendar}${provisional})`);
  console.log(lines.stages.map(printed).join('\n'));
}

export function register(program: Command): void {
  program
    .command('plan <policy>')
    .description("check a district's policy and print the days of its year: stages, due days, and every rung of their ladders")
    .option('--json', 'as JSON')
    .action(plan);
}
