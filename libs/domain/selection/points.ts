import { evaluateCondition } from '#domain/condition/evaluate.js';
import type { Inputs } from '#domain/condition/evaluate.js';
import { conditionInputs, conditionStep, undecidedSentence } from '#domain/condition/explain.js';
import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import type { Explained, ExplainedInput, Origin, Step } from '#domain/explanation/explained.js';
import { exact, exactText, greatest, least, show, sum, ZERO } from '#domain/score/exact.js';
import { SELECTION_QUANTITIES } from './quantities.js';
import type { Criterion, SelectionCandidate, SelectionRule } from './selection-rule.js';

/** The quantities of a candidate as its rules name them. */
export const candidateQuantities = (it: SelectionCandidate, fiscalYear: number): Inputs => ({
  ...it.figures,
  class: it.class,
  evaluatedBefore: it.lastEvaluated === null ? null : it.lastEvaluated !== 'never',
  yearsSinceEvaluation: typeof it.lastEvaluated === 'number' ? String(fiscalYear - it.lastEvaluated) : null,
});

/** What one criterion gives: exact points, or null where it lacks a figure and does not say what that counts. */
interface Points {
  readonly points: string | null;
  readonly inputs: readonly ExplainedInput[];
  readonly step: Step;
}

const missingPoints = ({ id, whenMissing }: Criterion, step: Pick<Step, 'zh' | 'en' | 'formula'>): Omit<Points, 'inputs'> => {
  if (whenMissing === undefined) return { points: null, step: { ...step, rule: id, result: 'null' } };
  const counted = { zh: `${step.zh}，按 ${whenMissing} 分计`, en: `${step.en}, counted as ${whenMissing}` };
  return { points: whenMissing, step: { ...step, ...counted, rule: id, result: whenMissing } };
};

const byCondition = (criterion: Extract<Criterion, { when: string }>, quantities: Inputs, origin: Origin | null): Points => {
  const verdict = evaluateCondition(criterion.when, SELECTION_QUANTITIES, quantities);
  const step = conditionStep(verdict, criterion.id);
  const inputs = conditionInputs(verdict, () => origin);
  if (undecidedSentence(verdict)) return { inputs, ...missingPoints(criterion, step) };
  const points = verdict.holds ? criterion.points : '0';
  return { points, inputs, step: { ...step, result: points, formula: `${step.formula!}: ${String(verdict.holds)}` } };
};

const byScale = (criterion: Extract<Criterion, { of: string }>, quantities: Inputs, origin: Origin | null): Points => {
  const { id, of, from, to, points } = criterion;
  const { zh, en } = SELECTION_QUANTITIES[of]!;
  const value = (quantities[of] ?? null) as string | null;
  const inputs = [{ name: of, zh, en, value, origin }];
  if (value === null) return { inputs, ...missingPoints(criterion, { zh: `缺少“${zh}”`, en: `${en} is missing` }) };
  const share = greatest(
    ZERO,
    least(
      '1',
      exact(value)
        .sub(exact(from))
        .div(exact(to).sub(exact(from))),
    ),
  );
  const result = exactText(share.mul(exact(points)));
  const formula = `(${value} - ${from}) ÷ (${to} - ${from}) = ${exactText(share)}; × ${points}`;
  return {
    points: result,
    inputs,
    step: { rule: id, formula, result, zh: `${zh}：0 至 1 之间按比例`, en: `${en}: pro rata, from 0 to 1` },
  };
};

/** A candidate's points over all criteria, exactly. Null with reason `MISSING_INPUT` where a criterion cannot be counted. */
export const pointsOf = (it: SelectionCandidate, { criteria, version, source }: SelectionRule, fiscalYear: number): Explained<string> => {
  const quantities = candidateQuantities(it, fiscalYear);
  const origin = it.origin ?? null;
  const counted = criteria.map((one) => ('when' in one ? byCondition(one, quantities, origin) : byScale(one, quantities, origin)));
  const inputs = [...new Map(counted.flatMap((one) => one.inputs.map((input) => [input.name, input]))).values()];
  const common = {
    rule: { id: 'key-evaluation-points', version, source: source ?? '财预〔2020〕10号' },
    inputs,
    steps: counted.map(({ step }) => step),
    rounding: ROUNDED_FOR_EYES,
  };
  const missing = counted.filter(({ points }) => points === null).map(({ step }) => step);
  if (missing.length > 0) {
    const said = (language: 'zh' | 'en'): string => missing.map((step) => step[language]).join('; ');
    return { ...common, value: null, reason: 'MISSING_INPUT', sentence: { zh: `无法计分：${said('zh')}`, en: `no score: ${said('en')}` } };
  }
  const total = sum(counted.map(({ points }) => points!));
  return { ...common, value: exactText(total), sentence: { zh: `选题得分 ${show(total)}`, en: `${show(total)} points for selection` } };
};
