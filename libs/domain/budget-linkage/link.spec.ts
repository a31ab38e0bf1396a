import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { linkProjects, whatIf } from './link.js';
import { tableOf } from './table.js';
import type { LinkageProject } from './table.js';

const TABLE = tableOf(SAMPLE_POLICY);
const project = (
  id: string,
  department: string,
  grade: string | null,
  base: string,
  more: Partial<LinkageProject> = {},
): LinkageProject => ({
  ...{ id, name: id, department, base, facts: { grade, 'rectification.overdue': false } },
  ...more,
});

const PROJECTS = [
  project('a', '教育局', '优', '100.05'),
  project('b', '教育局', '中', '100.05'),
  project('c', '卫健局', '中', '0.05'),
  project('d', '卫健局', null, '70.00'),
];

describe('many projects', () => {
  const linked = linkProjects(PROJECTS, TABLE);

  it('are summed before and after, by department and in all; departments add up to the district', () => {
    expect(linked.departments.map(({ department, before, after, change }) => [department, before, after, change])).toEqual([
      ['教育局', '200.10', '190.10', '-10.00'],
      ['卫健局', '70.05', '70.05', '0.00'],
    ]);
    expect(linked.district).toMatchObject({ projects: 4, before: '270.15', after: '260.15', change: '-10.00' });
  });

  it('stand in one treatment each, those that nobody decided apart', () => {
    const { byTreatment, undecided } = linked.district;
    expect(byTreatment.compress).toEqual({ projects: 2, before: '100.10', after: '90.10', change: '-10.00' });
    expect(undecided).toEqual({ projects: 1, before: '70.00', after: '70.00', change: '0.00' });
  });

  it('report a sum beyond the policy’s bound', () => {
    expect(linkProjects(PROJECTS, { ...TABLE, bounds: { total: '95' } }).bound).toEqual({ atMost: '102657/400', exceededBy: '3.51' });
    expect(linkProjects(PROJECTS, { ...TABLE, bounds: { total: '100' } }).bound?.exceededBy).toBe('0.00');
  });
});

describe('an override', () => {
  const by = { by: '李科长', at: '2023-11-20' };

  it('says who, why, from what to what, and what stands is its amount', () => {
    const to = { treatment: 'maintain', amount: '100.05' } as const;
    const { projects, district } = linkProjects(
      [project('b', 'x', '中', '100.05', { override: { ...to, reason: '民生项目', ...by } })],
      TABLE,
    );
    expect(projects[0]!.override).toEqual({
      from: { treatment: 'compress', amount: '90.05' },
      to,
      reason: '民生项目',
      ...by,
      contradictory: false,
    });
    expect([projects[0]!.after, district.overridden]).toEqual(['100.05', 1]);
  });

  it('decides what no rule decides, and is marked where amount and treatment contradict each other', () => {
    const override = { treatment: 'cancel', amount: '10.00', reason: '停止实施', ...by } as const;
    const [only] = linkProjects([project('d', 'x', null, '70.00', { override })], TABLE).projects;
    expect(only).toMatchObject({ treatment: 'cancel', after: '10.00', override: { from: null, contradictory: true } });
  });

  it('is refused without a reason, or with an amount that is none', () => {
    const linked = (reason: string, amount: string) => () =>
      linkProjects([project('b', 'x', '中', '100.05', { override: { treatment: 'maintain', amount, reason, ...by } })], TABLE);
    expect(linked('  ', '100.05')).toThrow('REASON_REQUIRED');
    expect(linked('民生项目', '100.055')).toThrow('NOT_AN_AMOUNT');
  });
});

it('what another table would do is the same function with another table', () => {
  const present = linkProjects(PROJECTS, TABLE);
  const milder = { ...TABLE, rules: TABLE.rules.map((it) => (it.treatment === 'compress' && !it.adds ? { ...it, by: '5' } : it)) };
  const answer = whatIf('压减 5%', PROJECTS, present, milder);
  expect(answer).toMatchObject({ difference: '5.00', district: { after: '265.15' } });
  expect(answer.changed.map(({ id, from, to }) => [id, from.after, to.after])).toEqual([['b', '90.05', '95.05']]);
  expect(whatIf('same', PROJECTS, present, TABLE)).toMatchObject({ difference: '0.00', changed: [] });
});
