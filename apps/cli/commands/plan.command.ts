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

async function policyOf(file: string): Promise<{ readonly policy: Policy; readonly hash: string }> {
  const { readFile } = await import('node:fs/promises');
  const { isRefused, parsePolicy } = await import('#contracts/policy/parse-policy.js');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read: ${error.code ?? error.message}.`);
  });
  const parsed = parsePolicy(text);
  if (isRefused(parsed)) throw refused(file, parsed);
  return parsed;
}

async function show(file: string, { json }: { json?: boolean }): Promise<void> {
  const { policy, hash } = await policyOf(file);
  const { district, fiscalYear, version } = policy;
  const lines = await linesOf(policy);
  if (json) {
    console.log(JSON.stringify({ district, fiscalYear, version, hash, ...lines }, null, 2));
    return;
  }
  const provisional = lines.provisionalFrom === null ? '' : `, provisional from ${lines.provisionalFrom}`;
  console.log(`${district} ${String(fiscalYear)}, policy ${hash.slice(0, 12)} (${lines.calendar}${provisional})`);
  console.log(lines.stages.map(printed).join('\n'));
}

async function check(file: string, { json, projects, people }: { json?: boolean; projects?: string; people: string }): Promise<void> {
  const { policy } = await policyOf(file);
  const [{ checkPlan }, { checkWorkload }, { workloadsOf }, { calendarFor }] = await Promise.all([
    import('#domain/policy/plan-check.js'),
    import('#domain/policy/workload.js'),
    import('#contracts/import/workloads.js'),
    import('#platform/calendar-source/calendar-source.js'),
  ]);
  const years = policy.calendar.map((it) => it.slice(3, 7)).sort();
  const calendar = calendarFor(policy.calendar, `${years[0]!}-01-01`, `${years.at(-1)!}-12-31`);
  const district = projects === undefined ? null : await (await import('./import/read-district.js')).readDistrict(projects);
  const workloads = district ? workloadsOf(district, Number(people)) : [];
  const clashes = [...checkPlan(policy, calendar), ...checkWorkload(policy, calendar, workloads)];
  if (json) console.log(JSON.stringify({ clashes }, null, 2));
  else if (clashes.length === 0) console.log('计划没有冲突。 The plan has no clash.');
  else console.log(clashes.map(({ path, zh, en }) => `✗ ${path}\n  ${zh}\n  ${en}`).join('\n'));
  if (clashes.length > 0) process.exitCode = 2;
}

export function register(program: Command): void {
  const plan = program
    .command('plan')
    .description("a district's year: its days (jiheng plan POLICY) and its clashes (jiheng plan check POLICY)");
  plan
    .command('show <policy>', { isDefault: true })
    .description('check the policy and print the days of its year: stages, due days, and every rung of their ladders')
    .option('--json', 'as JSON')
    .action(show);
  plan
    .command('check <policy>')
    .description('list what clashes before anything is launched; exit code 2 if something does')
    .option('--projects <district>', 'a district (file or fixture): are there more filings than reviewers can go through?')
    .option('--people <number>', 'reviewers at each desk, for --projects', '1')
    .option('--json', 'as JSON')
    .action(check);
}
