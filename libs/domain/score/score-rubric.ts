import { evaluateCondition } from '#domain/condition/evaluate.js';
import type { Inputs } from '#domain/condition/evaluate.js';
import type { Explained, ExplainedInput, Sentence, Step } from '#domain/explanation/explained.js';
import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import type { Grade } from '#domain/policy/policy.js';
import { explainedInput } from '#domain/rubric/reading.js';
import { quantitiesOf } from '#domain/rubric/quantities.js';
import type { Cap, Facts, Rubric } from '#domain/rubric/rubric.js';
import { compare, exactText, least, show } from './exact.js';
import type { Exact } from './exact.js';
import { gradeIn } from './grade.js';
import { scoreTree } from './score-tree.js';
import type { ScoredIndicator, ScoredPart, Sheet } from './score-tree.js';

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
    for (const it of used) inputs.set(it.name, explainedInput(it.name, it, facts[it.name]));
    if (holds === false) continue;
    if (holds === null && compare(left, cap.atMost) > 0) return { score: left, steps, inputs: [...inputs.values()], undecided: cap };
    if (holds === null) continue;
    const kept = least(left, cap.atMost);
    const formula = `min(${exactText(left)}, ${cap.atMost})`;
    steps.push({ zh: `封顶 ${cap.atMost}（${cap.when}）`, en: `at most ${cap.atMost} (${cap.when})`, formula, result: exactText(kept) });
    left = kept;
  }
  return { score: left, steps, inputs: [...inputs.values()] };
};

const totalSentence = (score: Exact, full: string, grade: Grade | null, rubric: Rubric): Sentence => {
  const points = show(score);
  if (grade !== null) return { zh: `总分 ${points} 分（满分 ${full}），等级“${grade}”`, en: `${points} of ${full} points, grade ${grade}` };
  if (!rubric.grades) return { zh: `总分 ${points} 分（满分 ${full}）`, en: `${points} of ${full} points` };
  return { zh: `总分 ${points} 分，不在任何等级区间内`, en: `${points} points lie in no grade band` };
};

const unscoredSentence = (unscored: readonly ScoredIndicator[]): Sentence => {
  const listed = (what: readonly string[], comma: string): string => what.slice(0, 5).join(comma) + (what.length > 5 ? ' …' : '');
  const [count, names, codes] = [String(unscored.length), unscored.map((it) => it.name), unscored.map((it) => it.id)];
  return {
    zh: `没有总分：${count} 项指标无法计分（${listed(names, '、')}）`,
    en: `no total: ${count} indicators cannot be scored (${listed(codes, ', ')})`,
  };
};

const totalOf = (
  sheet: Sheet,
  points: Exact | null,
  parts: readonly ScoredPart[],
  indicators: readonly ScoredIndicator[],
): Explained<Total> => {
  const { rubric, facts } = sheet;
  const rule = { id: `${rubric.id}/total`, version: rubric.version, source: rubric.source };
  const nothing = { rule, value: null, inputs: [], steps: [], rounding: ROUNDED_FOR_EYES };
  if (points === null) {
    const unscored = indicators.filter((it) => it.explained.value === null && !it.overridden);
    return { ...nothing, reason: unscored[0]!.explained.reason!, sentence: unscoredSentence(unscored) };
  }
  const { score, steps, inputs, undecided } = capped(points, rubric, facts);
  const formula = parts.flatMap((it) => (it.depth === 0 ? it.points! : [])).join(' + ');
  const all = [{ zh: '各部分合计', en: 'sum of the parts', formula, result: exactText(points) }, ...steps];
  if (undecided) {
    const sentence = { zh: `无法判断是否封顶：${undecided.when}`, en: `whether the cap holds cannot be decided: ${undecided.when}` };
    return { ...nothing, reason: 'CAP_UNDECIDED', inputs, steps: all, sentence };
  }
  const grade = gradeIn(score, rubric.grades ?? []);
  const value = { score: exactText(score), shown: show(score), full: rubric.full, grade };
  const ungraded = rubric.grades && grade === null ? { reason: 'NO_GRADE' } : {};
  return { ...nothing, value, ...ungraded, inputs, steps: all, sentence: totalSentence(score, rubric.full, grade, rubric) };
};

/**
 * Scores a rubric's tree from reported facts: each indicator by its rule, exactly; the total; caps; the grade. Nothing is rounded, nothing
 * missing counts as 0 unless the rubric says so, and every figure carries its inputs, steps and a sentence in both languages.
 * @throws DomainError `BAD_CONDITION` for a cap that the linter refuses
 */
export const scoreRubric = (rubric: Rubric, facts: Facts, overrides: Sheet['overrides'] = {}): RubricScore => {
  const sheet = { rubric, facts, overrides };
  const { points, least, most, parts, indicators } = scoreTree(sheet);
  return {
    rubric: { id: rubric.id, version: rubric.version, title: rubric.title ?? rubric.id },
    total: totalOf(sheet, points, parts, indicators),
    bounds: { least: exactText(least), most: exactText(most) },
    parts,
    indicators,
  };
};
