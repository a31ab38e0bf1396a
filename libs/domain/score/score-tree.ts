import type { Explained, Sentence } from '#domain/explanation/explained.js';
import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import { Reading } from '#domain/rubric/reading.js';
import { idOf } from '#domain/rubric/rubric.js';
import type { Facts, Rubric, RubricNode } from '#domain/rubric/rubric.js';
import { labelOf, pointsOf } from '#domain/rubric/rule-types.js';
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
}

/** A branch or leaf of the tree; `points` is null while something in it has no score. */
export interface ScoredPart {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly leaf: boolean;
  readonly full: string | null;
  readonly points: string | null;
}

interface Scored {
  readonly points: Exact | null;
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
    const { zh, en } = error.sentence;
    if (node.missing === 'zero' && error.reason === 'MISSING_INPUT') {
      reading.step('评分标准规定缺项计 0 分', 'the rubric says: what is missing scores 0', zh, ZERO);
      return answer(ZERO, { zh: `；${zh}，按规定计 0 分`, en: `; ${en}, which scores 0 by the rubric` });
    }
    const sentence = { zh: `${node.name}：无法计分，${zh}`, en: `${node.en ?? idOf(node)}: cannot be scored, ${en}` };
    return { rule, value: null, reason: error.reason, inputs: reading.inputs, steps: reading.steps, rounding: ROUNDED_FOR_EYES, sentence };
  }
};

const scoreLeaf = (node: RubricNode, full: Exact | null, path: readonly string[], rubric: Rubric, facts: Facts): Scored => {
  const reading = new Reading(rubric.inputs, facts);
  const explained = explain(node, full, rubric, reading);
  const points = explained.value === null ? null : exact(explained.value.points);
  const seen = { id: idOf(node), name: node.name, full: full === null ? null : exactText(full) };
  const { judged, duties } = reading;
  return {
    points,
    parts: [{ ...seen, depth: path.length, leaf: true, points: explained.value?.points ?? null }],
    indicators: [{ ...seen, path, explained, judged, duties }],
  };
};

const scoreNode = (node: RubricNode, parent: Exact, path: readonly string[], rubric: Rubric, facts: Facts): Scored => {
  const full = fullOf(node, parent, rubric);
  if (!node.children) return scoreLeaf(node, full, path, rubric, facts);
  const below = [...path, node.name];
  const scored = node.children.map((it) => scoreNode(it, full ?? ZERO, below, rubric, facts));
  const points = scored.every((it) => it.points !== null) ? sum(scored.map((it) => it.points!)) : null;
  const own: ScoredPart = {
    id: idOf(node),
    name: node.name,
    depth: path.length,
    leaf: false,
    full: full === null ? null : exactText(full),
    points: points === null ? null : exactText(points),
  };
  return { points, parts: [own, ...scored.flatMap((it) => it.parts)], indicators: scored.flatMap((it) => it.indicators) };
};

/** Every branch and leaf of the tree with its points; recursion as deep as the tree. */
export const scoreTree = (rubric: Rubric, facts: Facts): Pick<Scored, 'parts' | 'indicators'> => {
  const scored = rubric.indicators.map((it) => scoreNode(it, exact(rubric.full), [], rubric, facts));
  return { parts: scored.flatMap((it) => it.parts), indicators: scored.flatMap((it) => it.indicators) };
};
