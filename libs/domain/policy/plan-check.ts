import { isWorkingDay, workingDaysBetween } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { STAGE_ZH } from '#domain/stage/stage.js';
import type { StageName } from '#domain/stage/stage.js';
import type { Day, PlannedStage, Policy } from './policy.js';
import { schedulePlan } from './schedule.js';
import type { ScheduledStage } from './schedule.js';

export type ClashCode =
  | 'DUE_ON_DAY_OFF'
  | 'WINDOW_TOO_SHORT'
  | 'OPENS_TOO_EARLY'
  | 'RECTIFICATION_NOT_AFTER_FEEDBACK'
  | 'COMMENTS_END_AFTER_DUE'
  | 'PROVISIONAL_CALENDAR'
  | 'REVIEWER_OVERLOADED';

/** Something in a plan that people would meet in October: stage key, the day, and a sentence in both languages. `path` is the policy's field. */
export interface Clash {
  readonly code: ClashCode;
  readonly stage: string;
  readonly path: string;
  readonly day: Day;
  readonly zh: string;
  readonly en: string;
}

/** What must have closed before a stage can sensibly start (brief: 年度绩效管理流程). */
const NEEDS: Partial<Record<StageName, readonly StageName[]>> = {
  'target-filing': ['ex-ante-evaluation'],
  monitoring: ['target-filing'],
  feedback: ['key-evaluation'],
  rectification: ['feedback'],
  disclosure: ['key-evaluation'],
  'budget-linkage': ['key-evaluation', 'rectification'],
};

interface Placed {
  readonly planned: PlannedStage;
  readonly at: ScheduledStage;
}

const clash = (code: ClashCode, { at }: Placed, field: string, day: Day, zh: string, en: string): Clash => ({
  code,
  stage: at.key,
  path: `plan.${String(at.index)}${field && `.${field}`}`,
  day,
  zh: `${at.key}：${zh}`,
  en: `${at.key}: ${en}`,
});

const daysOff = (it: Placed, calendar: Calendar): Clash[] =>
  (['planDue', 'draftDue', 'due'] as const).flatMap((field) => {
    const day = it.planned[field];
    if (day === undefined || isWorkingDay(calendar, day)) return [];
    return [clash('DUE_ON_DAY_OFF', it, field, day, `截止日 ${day} 不是工作日`, `it is due on ${day}, which is not a working day`)];
  });

/** Between opening and end there must be at least the working days that the reviewers together may take. */
const shortWindow = (it: Placed, policy: Policy, calendar: Calendar): Clash[] => {
  const steps = it.planned.chain === undefined ? [] : (policy.chains[it.planned.chain] ?? []);
  const needed = steps.reduce((days, step) => days + (step.within ?? 0), 0);
  const { opens, closes } = it.at;
  const window = workingDaysBetween(calendar, opens, closes);
  if (needed === 0 || window >= needed) return [];
  const zh = `${opens} 至 ${closes} 只有 ${String(window)} 个工作日，而审批链需要 ${String(needed)} 个`;
  const en = `${opens} to ${closes} has ${String(window)} working days, and its chain needs ${String(needed)}`;
  return [clash('WINDOW_TOO_SHORT', it, 'due', closes, zh, en)];
};

const tooEarly = (it: Placed, all: readonly Placed[]): Clash[] =>
  all.flatMap((other) => {
    const { opens } = it.at;
    const firstRound = (other.planned.round ?? 1) === 1;
    if (!firstRound || it.planned.after !== undefined || !(NEEDS[it.at.stage] ?? []).includes(other.at.stage) || opens > other.at.closes)
      return [];
    const zh = `${opens} 启动，而${STAGE_ZH[other.at.stage]}要到 ${other.at.closes} 才结束`;
    const en = `it opens on ${opens}, but ${other.at.key} closes on ${other.at.closes} only`;
    return [clash('OPENS_TOO_EARLY', it, 'opens', opens, zh, en)];
  });

/** A rectification that is due on the day on which results are fed back leaves nobody a day to rectify. */
const noTimeToRectify = (it: Placed, all: readonly Placed[]): Clash[] => {
  const feedback = all.find((other) => other.at.stage === 'feedback');
  if (it.at.stage !== 'rectification' || !feedback || it.at.closes > feedback.at.closes) return [];
  const zh = `整改截止日 ${it.at.closes} 不晚于结果反馈完成日 ${feedback.at.closes}`;
  const en = `rectification is due on ${it.at.closes}, not after feedback is complete on ${feedback.at.closes}`;
  return [clash('RECTIFICATION_NOT_AFTER_FEEDBACK', it, 'due', it.at.closes, zh, en)];
};

const lateComments = (it: Placed): Clash[] => {
  const { commentsEnd, closes } = it.at;
  if (commentsEnd === undefined || commentsEnd <= closes) return [];
  const zh = `征求意见到 ${commentsEnd} 才结束，而报告 ${closes} 就要完成`;
  const en = `the comment window ends on ${commentsEnd}, after the report is due on ${closes}`;
  return [clash('COMMENTS_END_AFTER_DUE', it, 'due', closes, zh, en)];
};

const provisional = (it: Placed, calendar: Calendar): Clash[] => {
  const from = calendar.provisionalFrom;
  if (from === undefined || it.at.closes < from) return [];
  const zh = `${it.at.closes} 的节假日安排尚未公布，日期为暂定`;
  const en = `the holidays around ${it.at.closes} are not announced yet, so the day is provisional`;
  return [clash('PROVISIONAL_CALENDAR', it, 'due', it.at.closes, zh, en)];
};

/** Lays a linted plan on the calendar and lists what clashes, stage by stage in the plan's order. Needs no engine and no clock. */
export const checkPlan = (policy: Policy, calendar: Calendar): readonly Clash[] => {
  const all = schedulePlan(policy, calendar).map((at) => ({ at, planned: policy.plan[at.index]! }));
  return all.flatMap((it) => [
    ...daysOff(it, calendar),
    ...shortWindow(it, policy, calendar),
    ...tooEarly(it, all),
    ...noTimeToRectify(it, all),
    ...lateComments(it),
    ...provisional(it, calendar),
  ]);
};
