import type { Sentence } from '#domain/explanation/explained.js';
import type { Decimal, Grade } from '#domain/policy/policy.js';
import { leavesOf } from '#domain/rubric/leaves.js';
import type { Rubric, RubricNode, Rule } from '#domain/rubric/rubric.js';
import { impliedBy, mostOf } from '#domain/rubric/rule-types.js';
import { compare, exact, exactText, isDecimal, show, sum } from './exact.js';
import type { Exact } from './exact.js';
import { gradeIn } from './grade.js';
import type { RubricScore } from './score-rubric.js';
import type { ScoredIndicator } from './score-tree.js';

/** A published score table: the total, its grade, and the points by indicator. `cause` names the fault that cost the points. */
export interface Published {
  readonly score?: Decimal;
  readonly grade?: Grade;
  readonly points: Readonly<Record<string, { readonly score: Decimal; readonly cause?: string }>>;
}

/**
 * follows: the rule gives it from what is stated. judgement: it does, but on somebody's judgement. questionable: the rule could give it, yet
 * what is stated gives something else. does-not-follow: the rule cannot give it, or what it needs was not stated. not-legible: the rubric has
 * no weight or rule. not-published: there is nothing to compare.
 */
export const VERDICTS = ['follows', 'judgement', 'questionable', 'does-not-follow', 'not-legible', 'not-published'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_ZH: Readonly<Record<Verdict, string>> = {
  follows: '相符',
  judgement: '依判断',
  questionable: '存疑',
  'does-not-follow': '不符',
  'not-legible': '无法辨认',
  'not-published': '未公布',
};

export interface ComparedIndicator extends Sentence {
  readonly id: string;
  readonly published: string | null;
  /** Exact; null where the rule gives no score. */
  readonly computed: string | null;
  readonly verdict: Verdict;
  /** What the rate must have been to give the published points. */
  readonly implied: string | null;
}

export interface Comparison {
  readonly indicators: readonly ComparedIndicator[];
  /** Sum of the published points, and what the published total has beside them. */
  readonly sum: string;
  readonly rest: string | null;
  /** Is the published total one that the rubric's rules can give for the stated facts? */
  readonly attainable: boolean | null;
  /** The grade of the published total by the rubric's bands, beside the published one. */
  readonly grade: { readonly published: Grade | null; readonly computed: Grade | null };
  /** One fault that cost points at several indicators. */
  readonly repeated: readonly (Sentence & { readonly cause: string; readonly ids: readonly string[]; readonly lost: string })[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

const verdictOf = (it: ScoredIndicator, leaf: RubricNode, published: string | undefined, rubric: Rubric): Verdict => {
  if (!leaf.rule || it.full === null) return 'not-legible';
  if (published === undefined) return 'not-published';
  if (it.explained.value === null) return 'does-not-follow';
  if (compare(it.explained.value.points, published) === 0) return it.judged || leaf.rule.type === 'manual' ? 'judgement' : 'follows';
  return compare(published, mostOf(leaf.rule, exact(it.full), rubric.inputs)) > 0 ? 'does-not-follow' : 'questionable';
};

const sentenceOf = (it: ScoredIndicator, verdict: Verdict, published: string | undefined, implied: string | null): Sentence => {
  const computed = it.explained.value?.shown ?? null;
  const needs =
    implied === null
      ? { zh: '', en: '' }
      : { zh: `；公布得分意味着比率为 ${implied}`, en: `; the published points need a rate of ${implied}` };
  const by =
    computed === null
      ? { zh: '按规则无法计分', en: 'no score by its rule' }
      : { zh: `按规则得 ${computed}`, en: `by its rule ${computed}` };
  return {
    zh: `${it.name}：公布 ${published ?? '—'}，${by.zh}（${VERDICT_ZH[verdict]}）${needs.zh}`,
    en: `${it.id}: published ${published ?? '-'}, ${by.en} (${verdict})${needs.en}`,
  };
};

/** The figure that nobody stated, from the rate: 8 of 10 points with 4 outputs would need 3.2 of them to be of standard quality. */
const impossibleCount = ({ explained }: ScoredIndicator, rule: Rule, rate: Exact, inputs: Rubric['inputs']): Sentence | null => {
  if (!('measure' in rule) || !('numerator' in rule.measure) || rule.measure.less !== undefined) return null;
  const { numerator, denominator } = rule.measure;
  const valueOf = (name: string): string | boolean | null => explained.inputs.find((it) => it.name === name)?.value ?? null;
  const whole = valueOf(denominator);
  if (inputs[numerator]?.whole !== true || valueOf(numerator) !== null || typeof whole !== 'string' || !isDecimal(whole)) return null;
  const count = rate.mul(exact(whole));
  if (count.d === 1n) return null;
  const n = show(count);
  return { zh: `，即“${inputs[numerator].zh}”为 ${n}，不是整数`, en: `, so ${numerator} would be ${n}, which is no whole number` };
};

const compareOne = (it: ScoredIndicator, leaf: RubricNode, published: string | undefined, rubric: Rubric): ComparedIndicator => {
  const verdict = verdictOf(it, leaf, published, rubric);
  const differs = verdict === 'questionable' || verdict === 'does-not-follow';
  const rate = differs && leaf.rule && it.full !== null ? impliedBy(leaf.rule, exact(it.full), exact(published!)) : null;
  const implied = rate === null ? null : exactText(rate);
  const said = sentenceOf(it, verdict, published, implied);
  const more = rate === null ? null : impossibleCount(it, leaf.rule!, rate, rubric.inputs);
  const sentence = more === null ? said : { zh: said.zh + more.zh, en: said.en + more.en };
  return { id: it.id, published: published ?? null, computed: it.explained.value?.points ?? null, verdict, implied, ...sentence };
};

const repeatedCauses = ({ points }: Published, indicators: readonly ScoredIndicator[]): Comparison['repeated'] => {
  const causes = new Map<string, ScoredIndicator[]>();
  for (const it of indicators) {
    const cause = points[it.id]?.cause;
    if (cause !== undefined && it.full !== null && compare(points[it.id]!.score, it.full) < 0)
      causes.set(cause, [...(causes.get(cause) ?? []), it]);
  }
  return [...causes].flatMap(([cause, hit]) => {
    if (hit.length < 2) return [];
    const lost = show(sum(hit.map((it) => exact(it.full!).sub(exact(points[it.id]!.score)))));
    const n = String(hit.length);
    return [
      {
        cause,
        ids: hit.map((it) => it.id),
        lost,
        zh: `同一问题“${cause}”在 ${n} 项指标扣分，共扣 ${lost} 分`,
        en: `one fault costs points at ${n} indicators, ${lost} in all: ${cause}`,
      },
    ];
  });
};

/** A published score table beside what the rules give. 能通过数学公式准确计算出得分的，采用计算结果 (fixtures/beibei-2019 bb19-r07). */
export const comparePublished = (rubric: Rubric, scored: RubricScore, published: Published): Comparison => {
  const leaves = new Map(leavesOf(rubric.indicators).map((it) => [it.id, it.node]));
  const pointsOf = (id: string): string | undefined => (Object.hasOwn(published.points, id) ? published.points[id]!.score : undefined);
  const indicators = scored.indicators.map((it) => compareOne(it, leaves.get(it.id)!, pointsOf(it.id), rubric));
  const added = sum(indicators.flatMap((it) => it.published ?? []));
  const { score, grade } = published;
  const { least, most } = scored.bounds;
  return {
    indicators,
    sum: exactText(added),
    rest: score === undefined ? null : exactText(exact(score).sub(added)),
    attainable: score === undefined ? null : compare(score, least) >= 0 && compare(score, most) <= 0,
    grade: { published: grade ?? null, computed: score === undefined ? null : gradeIn(score, rubric.grades ?? []) },
    repeated: repeatedCauses(published, scored.indicators),
    verdicts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, indicators.filter((it) => it.verdict === verdict).length])) as Record<
      Verdict,
      number
    >,
  };
};
