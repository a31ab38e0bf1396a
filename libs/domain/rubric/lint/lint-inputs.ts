import { checkCondition } from '#domain/condition/check.js';
import { meant } from '#domain/condition/nearest.js';
import { leavesOf } from '../leaves.js';
import { quantitiesOf } from '../quantities.js';
import type { Rubric } from '../rubric.js';
import { inputsOfRule } from '../rule-types.js';
import { finding } from './finding.js';
import type { Finding } from './finding.js';

interface Use {
  readonly input: string;
  readonly kind: string;
  readonly direction: -1 | 0 | 1;
  readonly indicator: string;
  readonly path: string;
}

const usesOf = ({ indicators }: Rubric): Use[] =>
  leavesOf(indicators).flatMap(({ node, path }) =>
    node.rule
      ? inputsOfRule(node.rule).map(({ name, kind, direction }) => ({
          input: name,
          kind,
          direction,
          indicator: node.name,
          path: `${path}.rule`,
        }))
      : [],
  );

/** Among more names than this no similar one is looked for. */
const HINTED = 100;

const lintUse = ({ input, kind, path }: Use, { inputs }: Rubric): Finding[] => {
  const declared = Object.hasOwn(inputs, input) ? inputs[input]! : undefined;
  if (!declared) {
    const known = Object.keys(inputs);
    const hint = meant(input, known.length <= HINTED ? known : []);
    return [finding('INPUT_UNKNOWN', 'error', path, `数据项“${input}”未登记${hint.zh}`, `the input "${input}" is not declared${hint.en}`)];
  }
  // A truth may stand for one case.
  if (declared.kind === kind || (kind === 'number' && declared.kind === 'truth')) return [];
  return [
    finding(
      'INPUT_KIND',
      'error',
      path,
      `“${declared.zh}”登记为 ${declared.kind}，规则需要 ${kind}`,
      `${input} is declared as ${declared.kind} and used as ${kind}`,
    ),
  ];
};

/** One figure that earns points in one place and costs points in another: unspent money punished and rewarded. */
const opposed = (uses: readonly Use[], { inputs }: Rubric): Finding[] =>
  [...new Set(uses.map((it) => it.input))].flatMap((input) => {
    const of = (direction: 1 | -1): string[] =>
      uses.filter((it) => it.input === input && it.direction === direction).map((it) => it.indicator);
    const [more, less] = [of(1), of(-1)];
    if (more.length === 0 || less.length === 0) return [];
    const label = inputs[input]?.zh ?? input;
    return [
      finding(
        'OPPOSED_INCENTIVES',
        'warn',
        `inputs.${input}`,
        `“${label}”越多，“${more.join('、')}”得分越高，“${less.join('、')}”得分越低`,
        `more of ${input} raises "${more.join('", "')}" and lowers "${less.join('", "')}"`,
      ),
    ];
  });

const lintDeclared = (rubric: Rubric, uses: readonly Use[]): Finding[] =>
  Object.entries(rubric.inputs).flatMap(([name, { zh, source }]) => {
    const used = uses.some((it) => it.input === name) || (rubric.caps ?? []).some((it) => it.when.split(/[^A-Za-z0-9_]/).includes(name));
    return [
      ...(source === undefined
        ? [finding('INPUT_NO_SOURCE', 'warn', `inputs.${name}`, `“${zh}”没有数据来源`, `${name} says no source`)]
        : []),
      ...(used ? [] : [finding('INPUT_UNUSED', 'note', `inputs.${name}`, `“${zh}”没有用到`, `${name} is not used`)]),
    ];
  });

/** Every figure that a rule names is declared, of the right kind, and has a source; none pulls in two directions; caps can be decided. */
export const lintInputs = (rubric: Rubric): Finding[] => {
  const uses = usesOf(rubric);
  const caps = (rubric.caps ?? []).flatMap((cap, i) =>
    checkCondition(cap.when, quantitiesOf(rubric)).map(({ zh, en }) => finding('CAP_CONDITION', 'error', `caps.${String(i)}.when`, zh, en)),
  );
  return [...uses.flatMap((it) => lintUse(it, rubric)), ...lintDeclared(rubric, uses), ...opposed(uses, rubric), ...caps];
};
