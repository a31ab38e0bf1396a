import type { ExAntePanel } from '#domain/policy/target-filing-policy.js';
import type { ExAnteContent, PanelExpert } from './content.js';
import { dimensionProblems } from './dimensions.js';
import { problem } from './problem.js';
import type { ExAnteProblem } from './problem.js';

/** Who may score: everybody without a conflict of interest. */
export const independent = (panel: readonly PanelExpert[]): readonly PanelExpert[] => panel.filter((it) => !it.conflict);

const expertProblems = (
  it: PanelExpert,
  path: string,
  full: Readonly<Record<string, string>>,
  bodies: readonly string[],
): readonly ExAnteProblem[] => {
  if (it.conflict) {
    return it.scores.length === 0
      ? []
      : [problem(`${path}.scores`, '存在利益冲突的专家不得评分', 'an expert with a conflict of interest gives no scores')];
  }
  const own = bodies.includes(it.organisation.trim())
    ? [
        problem(
          `${path}.organisation`,
          '专家不得来自被评估单位或其主管部门',
          'an expert must not belong to the evaluated unit or its department',
        ),
      ]
    : [];
  return [...own, ...dimensionProblems(it.scores, full, `${path}.scores`)];
};

/**
 * What is wrong with the panel: too few independent experts, one of them twice, one who belongs to an evaluated body (`bodies`, by name), one
 * who scored in spite of a conflict of interest, dimensions that are not all scored once.
 */
export const panelProblems = (
  { panel = [], scores }: ExAnteContent,
  rule: ExAntePanel | undefined,
  full: Readonly<Record<string, string>>,
  bodies: readonly string[],
): readonly ExAnteProblem[] => {
  const [least, count] = [rule?.experts ?? 1, independent(panel).length];
  const names = panel.map((it) => it.expert);
  return [
    ...(count < least
      ? [
          problem(
            'panel',
            `无利益冲突的专家 ${String(count)} 人，不少于 ${String(least)} 人`,
            `${String(count)} independent experts; at least ${String(least)} are needed`,
          ),
        ]
      : []),
    ...(scores.length > 0 ? [problem('scores', '专家组评分的，不另行填报评分', 'where a panel scores, nobody else does')] : []),
    ...names.flatMap((name, i) =>
      names.indexOf(name) === i ? [] : problem(`panel.${String(i)}.expert`, '同一专家列了两次', 'this expert is listed twice'),
    ),
    ...panel.flatMap((it, i) => expertProblems(it, `panel.${String(i)}`, full, bodies)),
  ];
};
