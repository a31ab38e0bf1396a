import { compare, exact, show } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { surveysOf } from '../measure.js';
import type { Measure, Rubric, RubricNode, Rule } from '../rubric.js';
import { faultsOf, mostOf } from '../rule-types.js';
import { finding } from './finding.js';
import type { Finding } from './finding.js';

const NEUTRAL = ['一般', '中立', '不清楚', '无所谓'];

const measureOf = (rule: Rule): Measure | null => {
  if ('measure' in rule) return rule.measure;
  return rule.type === 'average' || rule.type === 'satisfaction' ? rule : null;
};

/** 一般 counted as satisfied turns 80% into 90% (fixtures/beibei-2019 bb19-x11). */
const neutralCounted = (rule: Rule, path: string): Finding[] => {
  const measure = measureOf(rule);
  return (measure === null ? [] : surveysOf(measure)).flatMap(({ answers, options }) =>
    options
      .filter(({ option, share }) => NEUTRAL.includes(option) && compare(share, '1') === 0)
      .map(({ option }) =>
        finding(
          'NEUTRAL_COUNTED',
          'warn',
          path,
          `${answers}：选项“${option}”全额计入满意`,
          `${answers}: the option "${option}" counts as fully satisfied`,
        ),
      ),
  );
};

const reach = (rule: Rule, full: Exact, rubric: Rubric, path: string, name: string): Finding[] => {
  const most = mostOf(rule, full, rubric.inputs);
  const [can, whole] = [show(most), show(full)];
  const order = compare(most, full);
  if (order < 0)
    return [
      finding(
        'FULL_UNREACHABLE',
        'error',
        path,
        `“${name}”按规则最多得 ${can}，达不到分值 ${whole}`,
        `"${name}" can reach ${can} of ${whole} points at most`,
      ),
    ];
  return order > 0
    ? [
        finding(
          'FULL_EXCEEDED',
          'error',
          path,
          `“${name}”按规则可得 ${can}，超过分值 ${whole}`,
          `"${name}" can reach ${can}, more than its ${whole} points`,
        ),
      ]
    : [];
};

const lintLeaf = (node: RubricNode, full: Exact | null, rubric: Rubric, at: string): Finding[] => {
  const { rule, name } = node;
  if (!rule) return [];
  const path = `${at}.rule`;
  if (full === null) return neutralCounted(rule, path);
  return [
    ...reach(rule, full, rubric, path, name),
    ...faultsOf(rule, full, rubric.inputs).map(({ code, zh, en }) => finding(code, 'error', path, `“${name}”：${zh}`, `"${name}": ${en}`)),
    ...neutralCounted(rule, path),
  ];
};

const lintNodes = (nodes: readonly RubricNode[], parent: Exact | null, rubric: Rubric, at: string): Finding[] =>
  nodes.flatMap((node, i) => {
    const path = `${at}.${String(i)}`;
    const own = node.weight === undefined || parent === null ? null : exact(node.weight);
    const full = own === null ? null : rubric.weights === 'points' ? own : parent!.mul(own).div(100);
    return node.children ? lintNodes(node.children, full, rubric, `${path}.children`) : lintLeaf(node, full, rubric, path);
  });

/** Each rule by itself: full points reachable and not exceedable, bands and cases without gap or overlap, questionnaires that count the undecided. */
export const lintLeaves = (rubric: Rubric): Finding[] => lintNodes(rubric.indicators, exact(rubric.full), rubric, 'indicators');
