import type { Rubric } from '../rubric.js';
import type { Finding } from './finding.js';
import { lintGrades } from './lint-grades.js';
import { lintInputs } from './lint-inputs.js';
import { lintLeaves } from './lint-leaves.js';
import { lintTree } from './lint-tree.js';
import { lintWording } from './lint-wording.js';

/**
 * Everything that is wrong with a rubric of correct shape: weights at every level, bands and cases, full points that cannot be reached or can
 * be exceeded, figures without declaration or source, incentives that oppose each other, wording. Empty when it can be used.
 */
export const lintRubric = (rubric: Rubric): readonly Finding[] => [
  ...lintTree(rubric),
  ...lintLeaves(rubric),
  ...lintInputs(rubric),
  ...(rubric.grades ? lintGrades(rubric.grades, rubric.full) : []),
  ...lintWording(rubric),
];
