import { checkCondition } from '#domain/condition/check.js';
import type { Quantities } from '#domain/condition/expression.js';
import type { Policy } from './policy.js';
import type { PolicyProblem } from './problem.js';
import { LINKAGE_QUANTITIES, quantitiesOf } from './quantities.js';

const conditionAt = (path: string, when: string, quantities: Quantities): PolicyProblem[] =>
  checkCondition(when, quantities).map((it) => ({ ...it, path: `${path}.when` }));

/** Every condition parses, names known quantities and compares like with like. */
export const lintConditions = ({ monitoring, linkage }: Policy): PolicyProblem[] => [
  ...monitoring.warnings.flatMap((it, i) => conditionAt(`monitoring.warnings.${String(i)}`, it.when, quantitiesOf(it))),
  ...linkage.flatMap((it, i) => conditionAt(`linkage.${String(i)}`, it.when, LINKAGE_QUANTITIES)),
  ...monitoring.warnings.flatMap((it, i): PolicyProblem[] => {
    if (monitoring.warnings.findIndex((other) => other.id === it.id) === i) return [];
    const path = `monitoring.warnings.${String(i)}.id`;
    return [{ code: 'RULE_TWICE', path, zh: `预警“${it.id}”出现两次`, en: `two warnings are called "${it.id}"` }];
  }),
  ...linkage.flatMap((it, i): PolicyProblem[] => {
    if (it.treatment !== 'compress' || it.by !== undefined) return [];
    return [{ code: 'RULE_INCOMPLETE', path: `linkage.${String(i)}`, zh: '压减须写明比例 by', en: 'a cut says by how much: `by`' }];
  }),
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
