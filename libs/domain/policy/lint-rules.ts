import { checkCondition } from '#domain/condition/check.js';
import type { Quantities } from '#domain/condition/expression.js';
import type { LinkageRule, Policy } from './policy.js';
import type { PolicyProblem } from './problem.js';
import { LINKAGE_QUANTITIES, quantitiesOf } from './quantities.js';

const conditionAt = (path: string, when: string, quantities: Quantities): PolicyProblem[] =>
  checkCondition(when, quantities).map((it) => ({ ...it, path: `${path}.when` }));

const incomplete = (path: string, zh: string, en: string): PolicyProblem => ({ code: 'RULE_INCOMPLETE', path, zh, en });

/** What a line of the linkage table must and must not say. */
const lintLine = ({ treatment, by, raise, takeBack }: LinkageRule, path: string): PolicyProblem[] => {
  const misplaced = (field: string, of: string): PolicyProblem =>
    incomplete(`${path}.${field}`, `${field} 只用于 ${of}`, `\`${field}\` belongs to \`${of}\``);
  return [
    ...(treatment === 'compress' && by === undefined && takeBack === undefined
      ? [incomplete(path, '压减须写明比例 by', 'a cut says by how much: `by`')]
      : []),
    ...(treatment !== 'compress' && takeBack !== undefined ? [misplaced('takeBack', 'compress')] : []),
    ...(treatment !== 'prioritise' && raise !== undefined ? [misplaced('raise', 'prioritise')] : []),
  ];
};

/** A linkage table: its conditions, its lines, its names. Paths start at the table. */
export const lintLinkage = (rules: readonly LinkageRule[]): PolicyProblem[] => [
  ...rules.flatMap((it, i) => conditionAt(String(i), it.when, LINKAGE_QUANTITIES)),
  ...rules.flatMap((it, i) => lintLine(it, String(i))),
  ...rules.flatMap((it, i): PolicyProblem[] => {
    if (it.id === undefined || rules.findIndex(({ id }) => id === it.id) === i) return [];
    return [{ code: 'RULE_TWICE', path: `${String(i)}.id`, zh: `规则“${it.id}”出现两次`, en: `two rules are called "${it.id}"` }];
  }),
];

/** Every condition parses, names known quantities and compares like with like. */
export const lintConditions = ({ monitoring, linkage }: Policy): PolicyProblem[] => [
  ...monitoring.warnings.flatMap((it, i) => conditionAt(`monitoring.warnings.${String(i)}`, it.when, quantitiesOf(it))),
  ...monitoring.warnings.flatMap((it, i): PolicyProblem[] => {
    if (monitoring.warnings.findIndex((other) => other.id === it.id) === i) return [];
    const path = `monitoring.warnings.${String(i)}.id`;
    return [{ code: 'RULE_TWICE', path, zh: `预警“${it.id}”出现两次`, en: `two warnings are called "${it.id}"` }];
  }),
  ...lintLinkage(linkage).map((it) => ({ ...it, path: `linkage.${it.path}` })),
];

/** A quality rule has what it needs. */
export const lintQuality = ({ targetQuality }: Policy): PolicyProblem[] =>
  targetQuality.flatMap((it, i): PolicyProblem[] => {
    const path = `targetQuality.${String(i)}`;
    const missing = {
      'min-indicators': it.indicators === undefined && it.core === undefined,
      'required-dimensions': !it.dimensions?.length,
    };
    if (!missing[it.rule as keyof typeof missing]) return [];
    const needs = it.rule === 'min-indicators' ? 'indicators / core' : 'dimensions';
    return [{ code: 'RULE_INCOMPLETE', path, zh: `规则“${it.rule}”缺少 ${needs}`, en: `the rule "${it.rule}" needs ${needs}` }];
  });
