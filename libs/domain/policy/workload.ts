import { workingDaysBetween } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { Seat, StageName } from '#domain/stage/stage.js';
import type { Clash } from './plan-check.js';
import type { Policy, StepSpec } from './policy.js';
import { schedulePlan } from './schedule.js';
import type { ScheduledStage } from './schedule.js';

/** How many documents of a stage pass through one seat-holder: a department, a sector office, the performance office. */
export interface Workload {
  readonly stage: StageName;
  readonly seat: Seat;
  /** Whose desk it is, by name. */
  readonly who: string;
  readonly documents: number;
  /** How many people share the desk. */
  readonly people: number;
}

/** Working days in which a step may be done: its own time limit, or the whole window where it has none. */
const daysOf = ({ within }: StepSpec, { opens, closes }: ScheduledStage, calendar: Calendar): number =>
  within ?? Math.max(1, workingDaysBetween(calendar, opens, closes));

const overload = (step: StepSpec, at: ScheduledStage, { who, documents, people }: Workload, perDay: number, days: number): Clash[] => {
  const most = perDay * days * people;
  if (documents <= most) return [];
  const [n, d, p, m] = [documents, days, people, most].map(String) as [string, string, string, string];
  const zh = `${at.key}：${who} 在“${step.step}”环节要审核 ${n} 份，而 ${p} 人 ${d} 个工作日最多审核 ${m} 份`;
  const en = `${at.key}: ${who} has ${n} filings to review at ${step.step}; ${p} reviewer(s) manage ${m} in ${d} working days`;
  return [{ code: 'REVIEWER_OVERLOADED', stage: at.key, path: `plan.${String(at.index)}.chain`, day: at.closes, zh, en }];
};

/**
 * Reviewers with more filings a day than the policy allows (`review.perDay`), if everybody files at the last moment: the documents of a
 * stage against the working days of each step. Nothing where the policy names no number.
 */
export const checkWorkload = (policy: Policy, calendar: Calendar, workloads: readonly Workload[]): readonly Clash[] => {
  const { review } = policy;
  if (!review) return [];
  return schedulePlan(policy, calendar).flatMap((at) => {
    const chain = policy.chains[policy.plan[at.index]!.chain ?? ''] ?? [];
    return chain.flatMap((step) =>
      workloads
        .filter(({ stage, seat }) => stage === at.stage && seat === step.who)
        .flatMap((it) => overload(step, at, it, review.perDay, daysOf(step, at, calendar))),
    );
  });
};
