import type { Sentence } from '#domain/explanation/explained.js';
import type { MonitoringInput } from './input.js';
import { monitor } from './warnings.js';
import type { Light, MonitoringResult, MonitoringRules } from './warnings.js';

export interface MonitoredProject extends MonitoringInput {
  readonly name: string;
}

export interface ProjectResult extends MonitoringResult {
  readonly project: string;
}

/** A project that is monitored once more, and the rules that ask for it. */
export interface SecondRound {
  readonly project: string;
  readonly because: readonly string[];
  readonly sentence: Sentence;
}

export interface MonitoringOfProjects {
  readonly projects: readonly ProjectResult[];
  /** How many projects show each light; `undecided` have none. */
  readonly lights: Readonly<Record<Light | 'undecided', number>>;
  /** 二次监控, in the order of the projects. */
  readonly secondRound: readonly SecondRound[];
}

const secondRoundOf = ({ project, warnings }: ProjectResult): SecondRound[] => {
  const asking = warnings.filter((it) => it.secondRound);
  if (asking.length === 0) return [];
  const said = (language: keyof Sentence): string =>
    asking.map(({ id, explanation }) => `${id} ${explanation.sentence[language]}`).join('; ');
  return [{ project, because: asking.map(({ id }) => id), sentence: { zh: `二次监控：${said('zh')}`, en: `second round: ${said('en')}` } }];
};

/** Dual monitoring of many projects by the same rules; see `monitor`. */
export const monitorProjects = (inputs: readonly MonitoredProject[], rules: MonitoringRules): MonitoringOfProjects => {
  const projects = inputs.map((it): ProjectResult => ({ project: it.name, ...monitor(it, rules) }));
  const lights = { red: 0, yellow: 0, blue: 0, green: 0, undecided: 0 };
  for (const { light } of projects) lights[light.value ?? 'undecided'] += 1;
  return { projects, lights, secondRound: projects.flatMap(secondRoundOf) };
};
