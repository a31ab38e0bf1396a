import { evaluateCondition } from '#domain/condition/evaluate.js';
import type { Inputs } from '#domain/condition/evaluate.js';
import type { Quantities } from '#domain/condition/expression.js';
import type { Explained, ExplainedInput, Sentence, Step } from '#domain/explanation/explained.js';
import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import type { Grade } from '#domain/policy/policy.js';
import type { Cap, Facts, Rubric } from '#domain/rubric/rubric.js';
import { compare, exactText, show, sum } from './exact.js';
import type { Exact } from './exact.js';
import { contains, halfOpen } from './interval.js';
import { scoreTree } from './score-tree.js';
import type { ScoredIndicator, ScoredPart } from './score-tree.js';

/** A total: exact and for eyes. `grade` is null where the rubric has none, or none that holds the score. */
export type Total = { readonly score: string; readonly shown: string; readonly full: string; readonly grade: Grade | null };

export interface RubricScore {
  readonly rubric: { readonly id: string; readonly version: string; readonly title: string };
  /** Null while an indicator has no score (`reason` is the first one's); then `bounds` says between what the total lies. */
  readonly total: Explained<Total>;
  readonly bounds: { readonly least: string; readonly most: string };
  /** Branches and leaves of the tree, from the top. */
  readonly parts: readonly ScoredPart[];
  readonly indicators: readonly ScoredIndicator[];
}

const quantitiesOf = (rubric: Rubric): Quantities =>
  Object.fromEntries(
    Object.entries(rubric.inputs).flatMap(([name, { zh, en = name, kind, oneOf }]): [string, Quantities[string]][] => {
      if (kind === 'number' || kind === 'truth') return [[name, { type: kind, zh, en }]];
      return kind === 'text' ? [[name, { type: kind, zh, en, ...(oneOf ? { oneOf } : {}) }]] : [];
    }),
  );

const valuesOf = (facts: Facts): Inputs =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, { value }]) => (value === null || typeof value !== 'object' ? [[name, value]] : [])),
  );

interface Capped {
  readonly score: Exact;
  readonly steps: readonly Step[];
  readonly inputs: readonly ExplainedInput[];
  readonly undecided?: Cap;
}

/** Each cap that holds, or that cannot be decided and would bind. 执行率 70–80%：总分不超过 89 分 is one platform's practice. */
const capped = (score: Exact, rubric: Rubric, facts: Facts): Capped => {
  const caps = rubric.caps ?? [];
  if (caps.length === 0) return { score, steps: [], inputs: [] };
  const [quantities, values] = [quantitiesOf(rubric), valuesOf(facts)];
  const inputs = new Map<string, ExplainedInput>();
  const steps: Step[] = [];
  let left = score;
  for (const cap of caps) {
    const { holds, inputs: used } = evaluateCondition(cap.when, quantities, values);
    for (const it of used) inputs.set(it.name, { ...it, origin: null });
    if (holds === false || compare(left, cap.atMost) <= 0) continue;
    if (holds === null) return { score: left, steps, inputs: [...inputs.values()], undecided: cap };
    steps.push({
      zh: `封顶（${cap.when}）`,
      en: `capped (${cap.when})`,
      formula: `min(${exactText(left)}, ${cap.atMost})`,
      result: cap.atMost,
    });
    left = sum([cap.atMost]);
  }
  return { score: left, steps, inputs: [...inputs.values()] };
};

const gradeIn = (score: Exact, rubric: Rubric): Grade | null =>
  halfOpen(rubric.grades ?? []).find((it) => contains(it, score))?.grade ?? null;

const totalSentence = (score: Exact, full: string, grade: Grade | null, rubric: Rubric): Sentence => {
  const points = show(score);
  if (grade !== null) return { zh: `总分 ${points} 分（满分 ${full}），等级“${grade}”`, en: `${points} of ${full} points, grade ${grade}` };
  if (!rubric.grades) return { zh: `总分 ${points} 分（满分 ${full}）`, en: `${points} of ${full} points` };
  return { zh: `总分 ${points} 分，不在任何等级区间内`, en: `${points} points lie in no grade band` };
};

const totalOf = (rubric: Rubric, facts: Facts, indicators: readonly ScoredIndicator[]): Explained<Total> => {
  const rule = { id: `${rubric.id}/total`, version: rubric.version, source: rubric.source };
  const nothing = { rule, value: null, inputs: [], steps: [], rounding: ROUNDED_FOR_EYES };
  const unscored = indicators.filter((it) => it.explained.value === null);
  if (unscored.length > 0) {
    const [names, codes] = [unscored.map((it) => it.name), unscored.map((it) => it.id)].map(
      (it) => `${it.slice(0, 5).join('、')}${it.length > 5 ? ' …' : ''}`,
    );
    const count = String(unscored.length);
    const sentence = {
      zh: `没有总分：${count} 项指标无法计分（${names!}）`,
      en: `no total: ${count} indicators cannot be scored (${codes!})`,
    };
    return { ...nothing, reason: unscored[0]!.explained.reason!, sentence };
  }
  const points = indicators.map((it) => it.explained.value!.points);
  const added = sum(points);
  const { score, steps, inputs, undecided } = capped(added, rubric, facts);
  const all = [{ zh: '各指标合计', en: 'sum of the indicators', formula: points.join(' + '), result: exactText(added) }, ...steps];
  if (undecided) {
    const sentence = { zh: `无法判断是否封顶：${undecided.when}`, en: `whether the cap holds cannot be decided: ${undecided.when}` };
    return { ...nothing, reason: 'CAP_UNDECIDED', inputs, steps: all, sentence };
  }
  const grade = gradeIn(score, rubric);
  const value = { score: exactText(score), shown: show(score), full: rubric.full, grade };
  return { ...nothing, value, inputs, steps: all, sentence: totalSentence(score, rubric.full, grade, rubric) };
};

/**
 * Scores a rubric's tree from reported facts: each indicator by its rule, exactly; the total; caps; the grade. Nothing is rounded, nothing
 * missing counts as 0 unless the rubric says so, and every figure carries its inputs, steps and a sentence in both languages.
 * @throws DomainError `BAD_CONDITION` for a cap that the linter refuses
 */
export const scoreRubric = (rubric: Rubric, facts: Facts): RubricScore => {
  const { parts, indicators } = scoreTree(rubric, facts);
  const known = sum(indicators.flatMap((it) => it.explained.value?.points ?? []));
  const open = sum(indicators.flatMap((it) => (it.explained.value === null && it.full !== null ? it.full : [])));
  return {
    rubric: { id: rubric.id, version: rubric.version, title: rubric.title ?? rubric.id },
    total: totalOf(rubric, facts, indicators),
    bounds: { least: exactText(known), most: exactText(known.add(open)) },
    parts,
    indicators,
  };
};
