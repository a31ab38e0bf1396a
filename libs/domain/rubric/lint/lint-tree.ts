import { compare, exact, show, sum } from '#domain/score/exact.js';
import { nodesOf } from '../leaves.js';
import type { Rubric, RubricNode } from '../rubric.js';
import { finding } from './finding.js';
import type { Finding } from './finding.js';

/** Weights of one level against what they should make. A weight that is missing counts nothing and is found by itself. */
const levelSum = (children: readonly RubricNode[], whole: string, path: string, name: string): Finding[] => {
  const total = sum(children.map((it) => it.weight ?? '0'));
  if (compare(total, whole) === 0) return [];
  const [is, should] = [show(total), show(whole)];
  return [
    finding(
      'WEIGHTS_SUM',
      'error',
      path,
      `“${name}”下级分值合计 ${is}，应为 ${should}`,
      `the parts of "${name}" sum to ${is}, not to ${should}`,
    ),
  ];
};

const lintWeights = ({ indicators, weights, full, title, id }: Rubric): Finding[] => {
  const whole = (node: RubricNode): string | undefined => (weights === 'percent' ? '100' : node.weight);
  const levels = nodesOf(indicators).flatMap(({ node, path }) => {
    const should = whole(node);
    return node.children && should !== undefined ? levelSum(node.children, should, path, node.name) : [];
  });
  return [...levelSum(indicators, weights === 'percent' ? '100' : full, 'indicators', title ?? id), ...levels];
};

const lintMissing = ({ indicators }: Rubric): Finding[] =>
  nodesOf(indicators).flatMap(({ node, path }) => [
    ...(node.weight === undefined
      ? [finding('WEIGHT_MISSING', 'error', path, `“${node.name}”没有分值`, `"${node.name}" has no weight`)]
      : []),
    ...(node.children === undefined && node.rule === undefined
      ? [finding('RULE_MISSING', 'error', path, `“${node.name}”没有计分规则`, `"${node.name}" has no rule`)]
      : []),
  ]);

const lintNames = ({ indicators }: Rubric): Finding[] => {
  const nodes = nodesOf(indicators);
  const first = (pick: (it: (typeof nodes)[number]) => string): Set<string> => {
    const seen = new Set<string>();
    return new Set(nodes.filter((it) => seen.size === seen.add(pick(it)).size).map((it) => it.path));
  };
  const [ids, names] = [first((it) => it.id), first((it) => `${it.path.slice(0, it.path.lastIndexOf('.'))} ${it.node.name}`)];
  return nodes.flatMap(({ id, path, node }) => [
    ...(ids.has(path) ? [finding('ID_TWICE', 'error', path, `标识“${id}”出现两次`, `the id "${id}" occurs twice`)] : []),
    ...(names.has(path)
      ? [finding('NAME_TWICE', 'warn', path, `同级指标“${node.name}”出现两次`, `two indicators of one level are called "${node.name}"`)]
      : []),
  ]);
};

const DIMENSIONS: readonly (readonly [string, RegExp])[] = [
  ['数量', /数量/],
  ['质量', /质量/],
  ['时效', /时效|及时/],
  ['成本', /成本/],
];
const dimensionOf = (name: string): string | undefined => DIMENSIONS.find(([, words]) => words.test(name))?.[0];

/** A quality rate under 产出数量 counts in the wrong place (fixtures/beibei-2019 bb19-x16). */
const lintDimensions = ({ indicators }: Rubric): Finding[] =>
  nodesOf(indicators).flatMap(({ node, path }) => {
    const own = dimensionOf(node.name);
    if (own === undefined) return [];
    return (node.children ?? []).flatMap((child, i) => {
      const other = dimensionOf(child.name);
      if (other === undefined || other === own) return [];
      const at = `${path}.children.${String(i)}`;
      return [
        finding(
          'DIMENSION_MIXED',
          'note',
          at,
          `“${node.name}”下列有${other}指标“${child.name}”`,
          `"${child.name}" stands under "${node.name}"`,
        ),
      ];
    });
  });

/** Caps name known inputs and lie below the full points. */
export const capFindings = (caps: NonNullable<Rubric['caps']>, full: string): Finding[] =>
  caps.flatMap((it, i) =>
    exact(it.atMost).compare(exact(full)) >= 0
      ? [
          finding(
            'CAP_USELESS',
            'warn',
            `caps.${String(i)}`,
            `封顶 ${it.atMost} 不低于满分 ${full}`,
            `a cap of ${it.atMost} cuts nothing off ${full}`,
          ),
        ]
      : [],
  );

/** The tree by itself: weights at every level, what is missing, names, dimensions. */
export const lintTree = (rubric: Rubric): Finding[] => [
  ...lintWeights(rubric),
  ...lintMissing(rubric),
  ...lintNames(rubric),
  ...lintDimensions(rubric),
  ...capFindings(rubric.caps ?? [], rubric.full),
];
