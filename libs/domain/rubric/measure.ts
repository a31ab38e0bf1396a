import { compare, exact, exactText, sum, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import type { Interval } from '#domain/score/interval.js';
import type { Reading } from './reading.js';
import type { InputKind, Measure, RatingsMeasure, Rubric, SurveyMeasure } from './rubric.js';
import { unscorable } from './unscorable.js';

/** An input that a measure or rule names: what it must be, and whether more of it makes the result more (1), less (-1) or neither (0). */
export interface NamedInput {
  readonly name: string;
  readonly kind: InputKind;
  readonly direction: -1 | 0 | 1;
}

const rate = (measure: Extract<Measure, { numerator: string }>, reading: Reading): Exact => {
  const above = reading.number(measure.numerator);
  const less = measure.less === undefined ? null : reading.number(measure.less);
  const below = reading.number(measure.denominator);
  const formula = `${less ? `(${above.text} - ${less.text})` : above.text} ÷ ${below.text}`;
  if (compare(below.value, ZERO) === 0) return unscorable('DIVISION_BY_ZERO', `分母为零：${formula}`, `division by zero: ${formula}`);
  const value = (less ? above.value.sub(less.value) : above.value).div(below.value);
  reading.step('比率', 'rate', formula, value);
  return value;
};

/** Mean of the ratings, by scale, without the `trim` highest and lowest. 多人打分取算术平均 (fixtures/beibei-2019 bb19-r08). */
const ratingMean = ({ ratings: name, outOf, trim = 0, atLeast = 1 }: RatingsMeasure, reading: Reading): Exact => {
  const ratings = [...reading.ratings(name)].sort((a, b) => compare(a, b));
  const beyond = ratings.find((it) => compare(it, ZERO) < 0 || compare(it, outOf) > 0);
  if (beyond)
    unscorable('OUT_OF_RANGE', `评分 ${exactText(beyond)} 超出 0 至 ${outOf}`, `a rating of ${exactText(beyond)} is outside 0 to ${outOf}`);
  const kept = ratings.slice(trim, ratings.length - trim);
  const few = Math.max(atLeast, 2 * trim + 1);
  if (ratings.length < few)
    unscorable(
      'TOO_FEW_RATINGS',
      `评分 ${String(ratings.length)} 份，至少 ${String(few)} 份`,
      `${String(ratings.length)} ratings, at least ${String(few)} are needed`,
    );
  const value = sum(kept).div(kept.length).div(exact(outOf));
  reading.step(
    trim > 0 ? `去掉最高、最低各 ${String(trim)} 份后的平均` : '平均',
    trim > 0 ? `mean without the ${String(trim)} highest and lowest` : 'mean',
    `(${kept.map((it) => exactText(it)).join(' + ')}) ÷ ${String(kept.length)} ÷ ${outOf}`,
    value,
  );
  return value;
};

/** Σ answers × share of the option ÷ Σ answers. Answers to an option that the rubric does not know are refused. */
const surveyShare = ({ answers: name, options }: SurveyMeasure, reading: Reading): Exact => {
  const answers = reading.answers(name);
  const unknown = Object.keys(answers).find((it) => !options.some((one) => one.option === it));
  if (unknown !== undefined) unscorable('OUT_OF_RANGE', `问卷没有选项“${unknown}”`, `the questionnaire has no option "${unknown}"`);
  const people = sum(Object.values(answers));
  if (compare(people, ZERO) === 0) unscorable('NO_ANSWERS', '没有有效答卷', 'nobody answered');
  const counted = options.filter(({ option }) => Object.hasOwn(answers, option));
  const value = sum(counted.map(({ option, share }) => answers[option]!.mul(exact(share)))).div(people);
  const parts = counted.map(({ option, share }) => `${exactText(answers[option]!)} × ${share}`).join(' + ');
  reading.step('满意度', 'share of the satisfied', `(${parts}) ÷ ${exactText(people)}`, value);
  return value;
};

/** The measure's exact value; what was read and computed stands in `reading`. */
export const measured = (measure: Measure, reading: Reading): Exact => {
  if ('numerator' in measure) return rate(measure, reading);
  if ('input' in measure) return reading.number(measure.input).value;
  if ('ratings' in measure) return ratingMean(measure, reading);
  if ('answers' in measure) return surveyShare(measure, reading);
  const values = measure.mean.map((it) => measured(it, reading));
  const value = sum(values).div(values.length);
  reading.step('各角度平均', 'mean of the angles', `(${values.map((it) => exactText(it)).join(' + ')}) ÷ ${String(values.length)}`, value);
  return value;
};

const named = (name: string, kind: InputKind, direction: -1 | 0 | 1): NamedInput => ({ name, kind, direction });

/** The inputs of a measure, each with the way in which it moves it. What a rate is related to (its denominator) counts neither way. */
export const inputsOf = (measure: Measure): NamedInput[] => {
  if ('numerator' in measure) {
    const { numerator, less, denominator } = measure;
    // (planned - actual) ÷ planned rises with planned.
    const related = numerator === denominator ? [] : [named(denominator, 'number', 0)];
    return [named(numerator, 'number', 1), ...(less === undefined ? [] : [named(less, 'number', -1)]), ...related];
  }
  if ('input' in measure) return [named(measure.input, 'number', 1)];
  if ('ratings' in measure) return [named(measure.ratings, 'ratings', 1)];
  if ('answers' in measure) return [named(measure.answers, 'answers', 0)];
  return measure.mean.flatMap(inputsOf);
};

/** The same inputs where less of the measure is better. */
export const opposite = (inputs: readonly NamedInput[]): NamedInput[] =>
  inputs.map((it) => ({ ...it, direction: it.direction === 0 ? 0 : it.direction === 1 ? -1 : 1 }));

/** The values that a measure can have, as far as the declarations say. */
export const rangeOf = (measure: Measure, inputs: Rubric['inputs']): Interval => {
  if ('ratings' in measure || 'answers' in measure) return { from: '0', upTo: '1' };
  if ('input' in measure) {
    const { min, max } = inputs[measure.input] ?? {};
    return { ...(min === undefined ? {} : { from: min }), ...(max === undefined ? {} : { upTo: max }) };
  }
  if ('numerator' in measure) return measure.less === undefined ? { from: '0' } : {};
  const ranges = measure.mean.map((it) => rangeOf(it, inputs));
  return ranges.every((it) => it.from === '0' && it.upTo === '1') ? { from: '0', upTo: '1' } : {};
};

/** The questionnaires within a measure. */
export const surveysOf = (measure: Measure): SurveyMeasure[] => {
  if ('mean' in measure) return measure.mean.flatMap(surveysOf);
  return 'answers' in measure ? [measure] : [];
};
