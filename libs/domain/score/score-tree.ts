import type { Explained, Sentence } from '#domain/explanation/explained.js';
import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import { Reading } from '#domain/rubric/reading.js';
import { idOf } from '#domain/rubric/rubric.js';
import type { Facts, Rubric, RubricNode } from '#domain/rubric/rubric.js';
import { inputsOfRule, labelOf, pointsOf } from '#domain/rubric/rule-types.js';
import { Unscorable, unscorable } from '#domain/rubric/unscorable.js';
import { compare, exact, exactText, greatest, least, show, sum, ZERO } from './exact.js';
import type { Exact } from './exact.js';

/** Points of one indicator: exact and for eyes. */
export type Points = { readonly points: string; readonly shown: string; readonly full: string };

export interface ScoredIndicator {
  readonly id: string;
  readonly name: string;
  /** Names from the top of the tree down to the indicator's parent. */
  readonly path: readonly string[];
  /** Exact; null where the rubric gives no weight. */
  readonly full: string | null;
  readonly explained: Explained<Points>;
  /** The score rests on a judgement that no document states. */
  readonly judged: boolean;
  /** What must still be said before the score may stand. */
  readonly duties: readonly Sentence[];
  /** A score that was set by hand, for it or for a branch above, counts instead. */
  readonly overridden?: true;
}

/** A branch or leaf of the tree; `points` is null while something in it has no score. */
export interface ScoredPart {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly leaf: boolean;
  readonly full: string | null;
  readonly points: string | null;
  /** Points that were set by hand instead of what the rules give, for the branch or leaf as a whole. */
  readonly override?: Override & { readonly refused?: 'OUT_OF_RANGE' };
}

/** A score that somebody answers for: who, why. */
export type Override = { readonly points: string; readonly reason: string; readonly by?: string };

/** What is scored: a rubric, what was reported, what was set by hand (by id of branch or leaf). */
export interface Sheet {
  readonly rubric: Rubric;
  readonly facts: Facts;
  readonly overrides: Readonly<Record<string, Override>>;
}

interface Scored {
  readonly points: Exact | null;
  readonly full: Exact | null;
  /** Between what the points lie, whatever is still missing. */
  readonly least: Exact;
  readonly most: Exact;
  readonly parts: readonly ScoredPart[];
  readonly indicators: readonly ScoredIndicator[];
}

const fullOf = (node: RubricNode, parent: Exact, rubric: Rubric): Exact | null => {
  if (node.weight === undefined) return null;
  return rubric.weights === 'points' ? exact(node.weight) : parent.mul(exact(node.weight)).div(100);
};

/** The rule's points, kept between 0 and full; what is cut is said. */
const within = (points: Exact, full: Exact, reading: Reading): Exact => {
  const kept = greatest(ZERO, least(full, points));
  if (compare(kept, points) !== 0) reading.step('限于 0 至满分', 'kept between 0 and full', exactText(points), kept);
  return kept;
};

const pointsBy = (node: RubricNode, full: Exact | null, reading: Reading): Exact => {
  if (full === null) return unscorable('WEIGHT_MISSING', '没有分值', 'the rubric gives no weight');
  if (!node.rule) return unscorable('RULE_MISSING', '没有计分规则', 'the rubric gives no rule');
  return within(pointsOf(node.rule, full, reading), full, reading);
};

/** What `missing: zero` lets score 0: a figure that nobody reported, a rate without a denominator. */
const ABSENT: readonly string[] = ['MISSING_INPUT', 'DIVISION_BY_ZERO'];

const explain = (node: RubricNode, full: Exact | null, rubric: Rubric, reading: Reading): Explained<Points> => {
  const rule = { id: `${rubric.id}/${idOf(node)}`, version: rubric.version, source: node.text ?? rubric.source };
  const answer = (points: Exact, { zh, en }: Sentence): Explained<Points> => {
    const value = { points: exactText(points), shown: show(points), full: exactText(full!) };
    const [whole, by] = [value.full, node.rule ? labelOf(node.rule) : { zh, en }];
    const sentence = {
      zh: `${node.name}：${value.shown} 分（满分 ${whole}，${by.zh}）${zh}`,
      en: `${node.en ?? idOf(node)}: ${value.shown} of ${whole} points (${by.en})${en}`,
    };
    return { rule, value, inputs: reading.inputs, steps: reading.steps, rounding: ROUNDED_FOR_EYES, sentence };
  };
  try {
    return answer(pointsBy(node, full, reading), { zh: '', en: '' });
  } catch (error) {
    if (!(error instanceof Unscorable)) throw error;
    for (const { name } of node.rule ? inputsOfRule(node.rule) : []) reading.note(name);
    const { zh, en } = error.sentence;
    if (node.missing === 'zero' && ABSENT.includes(error.reason)) {
      reading.step('评分标准规定缺项计 0 分', 'the rubric says: what is missing scores 0', zh, ZERO);
      return answer(ZERO, { zh: `；${zh}，按规定计 0 分`, en: `; ${en}, which scores 0 by the rubric` });
    }
    const sentence = { zh: `${node.name}：无法计分，${zh}`, en: `${node.en ?? idOf(node)}: cannot be scored, ${en}` };
    return { rule, value: null, reason: error.reason, inputs: reading.inputs, steps: reading.steps, rounding: ROUNDED_FOR_EYES, sentence };
  }
};

const scoreLeaf = (node: RubricNode, full: Exact | null, path: readonly string[], sheet: Sheet): Scored => {
  const reading = new Reading(sheet.rubric.inputs, sheet.facts);
  const explained = explain(node, full, sheet.rubric, reading);
  const points = explained.value === null ? null : exact(explained.value.points);
  const { judged, duties } = reading;
  const indicator = { id: idOf(node), name: node.name, full: full === null ? null : exactText(full), path, explained, judged, duties };
  return { points, full, least: points ?? ZERO, most: points ?? full ?? ZERO, parts: [], indicators: [indicator] };
};

/** What children without a weight can hold is what the branch's weight leaves. */
const loose = (full: Exact | null, scored: readonly Scored[]): Exact =>
  full === null || scored.every((it) => it.full !== null) ? ZERO : greatest(ZERO, full.sub(sum(scored.map((it) => it.full ?? ZERO))));

const scoreNodes = (nodes: readonly RubricNode[], full: Exact | null, path: readonly string[], sheet: Sheet): Scored => {
  const scored = nodes.map((it) => scoreNode(it, full ?? ZERO, path, sheet));
  return {
    points: scored.every((it) => it.points !== null) ? sum(scored.map((it) => it.points!)) : null,
    full,
    least: sum(scored.map((it) => it.least)),
    most: sum([loose(full, scored), ...scored.map((it) => it.most)]),
    parts: scored.flatMap((it) => it.parts),
    indicators: scored.flatMap((it) => it.indicators),
  };
};

const scoreNode = (node: RubricNode, parent: Exact, path: readonly string[], sheet: Sheet): Scored => {
  const full = fullOf(node, parent, sheet.rubric);
  const byRule = node.children ? scoreNodes(node.children, full, [...path, node.name], sheet) : scoreLeaf(node, full, path, sheet);
  const id = idOf(node);
  const override = Object.hasOwn(sheet.overrides, id) ? sheet.overrides[id] : undefined;
  const refused = override !== undefined && (compare(override.points, ZERO) < 0 || (full !== null && compare(override.points, full) > 0));
  const given = override === undefined || refused ? null : exact(override.points);
  const own: ScoredPart = {
    id,
    name: node.name,
    depth: path.length,
    leaf: !node.children,
    full: full === null ? null : exactText(full),
    points: (given ?? byRule.points)?.toFraction() ?? null,
    ...(override === undefined ? {} : { override: { ...override, ...(refused ? { refused: 'OUT_OF_RANGE' as const } : {}) } }),
  };
  const indicators = byRule.indicators.map((it): ScoredIndicator => ({ ...it, overridden: true }));
  const known = given === null ? {} : { points: given, least: given, most: given, indicators };
  return { ...byRule, ...known, parts: [own, ...byRule.parts] };
};

/** Every branch and leaf of the tree with its points; recursion as deep as the tree. */
export const scoreTree = (sheet: Sheet): Scored => scoreNodes(sheet.rubric.indicators, exact(sheet.rubric.full), [], sheet);
