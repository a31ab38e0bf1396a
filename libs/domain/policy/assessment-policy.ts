import type { Decimal } from './policy.js';

/**
 * What a department is assessed by (部门年度考核), each a share of what could be had: documents filed by their day (`timeliness`), accepted as
 * first filed (`first-pass`), warnings answered (`warnings-answered`), findings struck off (`rectification`), self-scores that a spot check
 * found true (`true-self-scores`), money executed (`execution`).
 */
export const ASSESSMENT_MEASURES = [
  'timeliness',
  'first-pass',
  'warnings-answered',
  'rectification',
  'true-self-scores',
  'execution',
] as const;
export type AssessmentMeasure = (typeof ASSESSMENT_MEASURES)[number];

/** 部门年度考核: how much each measure counts. Weights sum to 100; each measure stands once. */
export interface AssessmentPolicy {
  readonly items: readonly { readonly measure: AssessmentMeasure; readonly weight: Decimal; readonly source: string }[];
}
