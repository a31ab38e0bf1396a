import { readFileSync } from 'node:fs';
import { monitorProjects } from '#domain/monitoring/projects.js';
import type { MonitoredProject, ProjectResult } from '#domain/monitoring/projects.js';
import type { WarningRule } from '#domain/policy/policy.js';

interface Amount {
  readonly wan: string;
}
interface Row {
  readonly id: string;
  readonly budget: Amount | null;
  readonly actual: Amount | null;
}
const rows = JSON.parse(readFileSync(new URL('../../fixtures/jiangbei-2021/projects.json', import.meta.url), 'utf8')) as Row[];

const WARNINGS: readonly WarningRule[] = [
  { id: 'overspent', when: 'executed > adjustedBudget', colour: 'red' },
  { id: 'schedule', when: 'executed / adjustedBudget < threshold', thresholds: { 4: '25', 6: '40', 8: '60', 10: '80' }, colour: 'yellow' },
  { id: 'far-behind', when: 'executed / adjustedBudget / timeProgress < 60%', colour: 'red', secondRound: true },
];
const project = ({ id, budget, actual }: Row): MonitoredProject => ({
  name: id,
  budget: { adjustedBudget: budget?.wan ?? null },
  executed: actual?.wan ?? null,
  forecast: null,
  indicators: [],
  disposal: null,
  asOf: '2021-12-31',
});

describe('江北区 2021: the published budgets and spends', () => {
  const { projects, secondRound, lights } = monitorProjects(rows.map(project), {
    version: 'jiangbei-2021',
    reverse: 'ratio',
    warnings: WARNINGS,
  });
  const raising = (rule: string): string[] =>
    projects.filter(({ warnings }) => warnings.some(({ id }) => id === rule)).map((it) => it.project);

  it('finds the overspending of project 7 that the report passes over (jb21-x06)', () => {
    expect(raising('overspent')).toEqual(['jb21-p07']);
    const found = projects.find((it): it is ProjectResult => it.project === 'jb21-p07')!.warnings[0]!;
    expect(found.explanation.steps[0]).toMatchObject({ formula: '658.957166 > 650', result: '329478583/500000 > 650 = true; true' });
  });

  it('finds projects 6, 8 and 9 behind, 9 by its budget of the year and not by what was granted of it', () => {
    expect(raising('schedule')).toEqual(['jb21-p06', 'jb21-p08', 'jb21-p09']);
    expect([raising('far-behind'), secondRound.map((it) => it.project)]).toEqual([['jb21-p06'], ['jb21-p06']]);
  });

  it('has no light for the three whose budget or spend is not published', () => {
    expect(projects.filter(({ light }) => light.value === null).map((it) => it.project)).toEqual(['jb21-p03', 'jb21-p10', 'jb21-p12']);
    expect(lights).toEqual({ red: 2, yellow: 2, blue: 0, green: 5, undecided: 3 });
  });
});
