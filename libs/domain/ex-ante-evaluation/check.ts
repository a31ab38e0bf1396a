import type { Policy } from '#domain/policy/policy.js';
import type { ExAnteContent } from './content.js';
import { materialProblems } from './materials.js';
import type { EvaluatedProject } from './materials.js';
import type { ExAnteProblem } from './problem.js';
import { exAnteScore } from './score.js';

/** What a report is about: the project, and the names of the unit and department to which no expert may belong. */
export interface ExAnteSubject extends EvaluatedProject {
  readonly bodies: readonly string[];
}

/** All that keeps a report from being submitted: its scores, its panel, its materials. */
export const exAnteProblems = (content: ExAnteContent, policy: Policy, subject: ExAnteSubject): readonly ExAnteProblem[] => [
  ...exAnteScore(content, policy, subject.bodies).problems,
  ...materialProblems(policy, content, subject),
];
