import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { monitorProjects } from './projects.js';
import type { MonitoredProject } from './projects.js';
import { monitoringRules } from './warnings.js';

const rules = {
  ...monitoringRules(SAMPLE_POLICY),
  warnings: [
    { id: 'none-spent', when: 'executed == 0', colour: 'red', secondRound: true },
    { id: 'behind', when: 'executed / adjustedBudget < 50%', colour: 'yellow' },
  ] as const,
};
const project = (name: string, executed: string | null, adjustedBudget = '100'): MonitoredProject => ({
  name,
  budget: { adjustedBudget },
  executed,
  forecast: null,
  indicators: [],
  disposal: null,
  asOf: '2023-09-30',
});

describe('many projects', () => {
  const result = monitorProjects(
    [project('甲', '0'), project('乙', '49'), project('丙', '50'), project('丁', null), project('戊', '0', '0')],
    rules,
  );

  it('are counted by light, those without one apart', () => {
    expect(result.lights).toEqual({ red: 2, yellow: 1, blue: 0, green: 1, undecided: 1 });
    expect(result.projects.map(({ project: it, light }) => [it, light.value])).toEqual([
      ['甲', 'red'],
      ['乙', 'yellow'],
      ['丙', 'green'],
      ['丁', null],
      ['戊', 'red'],
    ]);
  });

  it('are watched once more where a rule says so, with the reason', () => {
    expect(result.secondRound).toEqual([
      {
        project: '甲',
        because: ['none-spent'],
        sentence: { zh: '二次监控：none-spent 执行数 == 0', en: 'second round: none-spent executed amount == 0' },
      },
      {
        project: '戊',
        because: ['none-spent'],
        sentence: { zh: '二次监控：none-spent 执行数 == 0', en: 'second round: none-spent executed amount == 0' },
      },
    ]);
  });
});
