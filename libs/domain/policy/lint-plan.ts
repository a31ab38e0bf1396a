import { stageKey } from './policy.js';
import type { PlannedStage, Policy } from './policy.js';
import type { PolicyProblem, PolicyProblemCode } from './problem.js';

/** The days of one stage in the order in which they must come. */
const milestones = (it: PlannedStage): [field: string, day: string][] =>
  (['opens', 'planDue', 'draftDue', 'due'] as const).flatMap((field) => (it[field] === undefined ? [] : [[field, it[field]]]));

const lintDays = (it: PlannedStage, path: string): PolicyProblem[] => {
  const days = milestones(it);
  const problems = days.slice(1).flatMap(([field, day], i): PolicyProblem[] => {
    const [earlier, from] = days[i]!;
    if (day >= from) return [];
    return [
      {
        code: 'STAGE_DATES',
        path: `${path}.${field}`,
        zh: `${field} ${day} 早于 ${earlier} ${from}`,
        en: `${field} ${day} lies before ${earlier} ${from}`,
      },
    ];
  });
  if (it.asOf !== undefined && it.opens !== undefined && it.asOf > it.opens) {
    const [zh, en] = [`数据截止日 ${it.asOf} 晚于启动日 ${it.opens}`, `reports as of ${it.asOf} cannot be opened on ${it.opens}`];
    problems.push({ code: 'STAGE_DATES', path: `${path}.asOf`, zh, en });
  }
  return problems;
};

const lintEnds = (it: PlannedStage, path: string): PolicyProblem[] => {
  const incomplete = (zh: string, en: string): PolicyProblem => ({ code: 'STAGE_INCOMPLETE', path, zh, en });
  const problems: PolicyProblem[] = [];
  if ((it.opens === undefined) === (it.after === undefined)) {
    problems.push(
      incomplete('须写明 opens（启动日）或 after（紧接的环节）之一', 'exactly one of `opens` and `after` says when the stage starts'),
    );
  }
  const ends = it.due ?? it.within ?? (it.stage === 'key-evaluation' ? it.draftDue : undefined);
  if (ends === undefined)
    problems.push(incomplete('须写明 due（截止日）或 within（工作日数）', '`due` or `within` says when the stage ends'));
  return problems;
};

/** Follows `after` from each stage; a stage that comes to itself never starts. */
const lintAfter = (plan: readonly PlannedStage[]): PolicyProblem[] => {
  const following = new Map(plan.filter((it) => (it.round ?? 1) === 1).map((it) => [it.stage as string, it.after as string | undefined]));
  return plan.flatMap((it, i): PolicyProblem[] => {
    if (it.after === undefined) return [];
    const problem = (zh: string, en: string): PolicyProblem[] => [{ code: 'STAGE_AFTER', path: `plan.${String(i)}.after`, zh, en }];
    if (!following.has(it.after)) return problem(`计划中没有环节“${it.after}”`, `the plan has no stage "${it.after}"`);
    const seen = new Set<string>([it.stage]);
    for (let next: string | undefined = it.after; next !== undefined; next = following.get(next)) {
      if (seen.has(next)) return problem(`环节先后成环，“${it.stage}”永远不会启动`, `"${it.stage}" waits for itself and never starts`);
      seen.add(next);
    }
    return [];
  });
};

const twice = (plan: readonly PlannedStage[]): PolicyProblem[] =>
  plan.flatMap((it, i): PolicyProblem[] => {
    const key = stageKey(it);
    if (plan.findIndex((other) => stageKey(other) === key) === i) return [];
    return [{ code: 'STAGE_TWICE', path: `plan.${String(i)}`, zh: `环节“${key}”出现两次`, en: `the stage "${key}" occurs twice` }];
  });

/** Years that the plan touches and no calendar version names. */
const lintCalendars = ({ plan, calendar }: Policy): PolicyProblem[] => {
  const wrong = (code: PolicyProblemCode, zh: string, en: string): PolicyProblem => ({ code, path: 'calendar', zh, en });
  const named = calendar.map((it) => it.slice(3, 7));
  const touched = new Set(plan.flatMap((it) => milestones(it).map(([, day]) => day.slice(0, 4))));
  const missing = [...touched].filter((it) => !named.includes(it)).sort();
  const problems = missing.map((it) =>
    wrong('CALENDAR', `计划涉及 ${it} 年，但未写明该年日历`, `the plan touches ${it}, whose calendar is not named`),
  );
  if (new Set(named).size !== named.length) problems.push(wrong('CALENDAR', '同一年有两个日历版本', 'a year has two calendar versions'));
  return problems;
};

/** Days in order, starts and ends known, no stage twice, no circle in `after`, a calendar for every year. */
export const lintPlan = (policy: Policy): PolicyProblem[] => [
  ...policy.plan.flatMap((it, i) => [...lintDays(it, `plan.${String(i)}`), ...lintEnds(it, `plan.${String(i)}`)]),
  ...twice(policy.plan),
  ...lintAfter(policy.plan),
  ...lintCalendars(policy),
];
