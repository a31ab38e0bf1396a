import { readFileSync } from 'node:fs';
import { JIANGBEI_SIZE, generateDistrict } from '#contracts/import/generate-district.js';
import { workloadsOf } from '#contracts/import/workloads.js';
import { isRefused, parsePolicy } from '#contracts/policy/parse-policy.js';
import type { Policy } from '#domain/policy/policy.js';
import { checkPlan } from '#domain/policy/plan-check.js';
import { schedulePlan } from '#domain/policy/schedule.js';
import { checkWorkload } from '#domain/policy/workload.js';
import { calendarFor } from '#platform/calendar-source/calendar-source.js';

const policyOf = (file: string, change = (yaml: string): string => yaml): Policy => {
  const result = parsePolicy(change(readFileSync(new URL(`../../policies/${file}.yaml`, import.meta.url), 'utf8')));
  if (isRefused(result)) throw new Error(result.map((it) => `${String(it.line)} ${it.path}: ${it.en}`).join('\n'));
  return result.policy;
};
const calendarOf = (policy: Policy): ReturnType<typeof calendarFor> => {
  const years = policy.calendar.map((it) => it.slice(3, 7)).sort();
  return calendarFor(policy.calendar, `${years[0]!}-01-01`, `${years.at(-1)!}-12-31`);
};
const clashesOf = (policy: Policy): string[][] => checkPlan(policy, calendarOf(policy)).map((it) => [it.code, it.stage, it.day]);

describe('the plan of Gangcheng 2023', () => {
  it('clashes exactly where the published days do', () => {
    expect(clashesOf(policyOf('gangcheng-2023'))).toEqual([
      ['DUE_ON_DAY_OFF', 'feedback', '2023-10-15'],
      ['DUE_ON_DAY_OFF', 'rectification', '2023-10-15'],
      ['WINDOW_TOO_SHORT', 'rectification', '2023-10-15'],
      ['RECTIFICATION_NOT_AFTER_FEEDBACK', 'rectification', '2023-10-15'],
    ]);
  });

  it('says so in both languages', () => {
    const policy = policyOf('gangcheng-2023');
    expect(checkPlan(policy, calendarOf(policy)).at(-1)).toMatchObject({
      path: 'plan.6.due',
      zh: 'rectification：整改截止日 2023-10-15 不晚于结果反馈完成日 2023-10-15',
      en: 'rectification: rectification is due on 2023-10-15, not after feedback is complete on 2023-10-15',
    });
  });

  it('lays a key evaluation out to its final report', () => {
    const policy = policyOf('gangcheng-2023');
    expect(schedulePlan(policy, calendarOf(policy)).find((it) => it.stage === 'key-evaluation')).toMatchObject({
      opens: '2023-06-01',
      commentsEnd: '2023-09-07',
      closes: '2023-09-21',
    });
  });
});

describe('reviewers', () => {
  const policy = policyOf('jiangbei-size-2023', (yaml) => `${yaml}\nreview: { perDay: 40 }\n`);
  const workloads = workloadsOf(generateDistrict(JIANGBEI_SIZE));

  it('are found to have more filings a day than the policy allows', () => {
    const clashes = checkWorkload(policy, calendarOf(policy), workloads);
    expect(clashes.map(({ code }) => code)).toEqual(clashes.map(() => 'REVIEWER_OVERLOADED'));
    const office = clashes.find(({ stage, zh }) => stage === 'target-filing' && zh.includes('绩效科'))!;
    expect(office.en).toBe(
      'target-filing: 绩效科 has 2765 filings to review at performanceOffice; 1 reviewer(s) manage 200 in 5 working days',
    );
  });

  it('have enough time when there are enough of them, or when nobody set a number', () => {
    const many = workloads.map((it) => ({ ...it, people: 100 }));
    expect(checkWorkload(policy, calendarOf(policy), many)).toEqual([]);
    expect(checkWorkload(policyOf('jiangbei-size-2023'), calendarOf(policy), workloads)).toEqual([]);
  });
});

describe('the other shipped plans', () => {
  it.each(['gangcheng-2026', 'huaxi-2021', 'jiangbei-size-2023'])('%s has no clash', (file) => {
    expect(clashesOf(policyOf(file))).toEqual([]);
  });

  it('gangcheng-2026 has stages open in late November', () => {
    const policy = policyOf('gangcheng-2026');
    const open = schedulePlan(policy, calendarOf(policy)).filter((it) => it.opens <= '2026-11-21' && it.closes >= '2026-11-21');
    expect(open.map((it) => it.key)).toEqual(['rectification', 'monitoring-2', 'disclosure']);
  });
});

describe('the plan check finds', () => {
  const swap = (from: string, to: string): string[][] =>
    clashesOf(
      policyOf('gangcheng-2026', (yaml) => {
        expect(yaml).toContain(from);
        return yaml.replace(from, to);
      }),
    );

  it('a due day in the holidays', () => {
    expect(swap('after: key-evaluation, within: 10d', 'after: key-evaluation, due: 2026-10-01')).toContainEqual([
      'DUE_ON_DAY_OFF',
      'feedback',
      '2026-10-01',
    ]);
  });

  it('a window shorter than its chain', () => {
    expect(swap('opens: 2025-10-13, due: 2025-11-14', 'opens: 2025-11-03, due: 2025-11-14')).toEqual([
      ['WINDOW_TOO_SHORT', 'target-filing', '2025-11-14'],
    ]);
  });

  it('a stage that starts before the one it needs closes', () => {
    expect(swap('opens: 2025-10-13', 'opens: 2025-09-30')).toEqual([['OPENS_TOO_EARLY', 'target-filing', '2025-09-30']]);
  });

  it('a comment window that ends after the report is due', () => {
    expect(swap('draftDue: 2026-08-31', 'draftDue: 2026-08-31\n    due: 2026-09-03')).toContainEqual([
      'COMMENTS_END_AFTER_DUE',
      'key-evaluation',
      '2026-09-03',
    ]);
  });

  it('days of a year that is not announced', () => {
    expect(
      swap('calendar: [cn-2025@1, cn-2026@1] ', 'calendar: [cn-2025@1, cn-2026@0] ').some(([code]) => code === 'PROVISIONAL_CALENDAR'),
    ).toBe(true);
  });
});
