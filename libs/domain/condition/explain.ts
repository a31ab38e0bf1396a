import type { ExplainedInput, Origin, Sentence, Step } from '#domain/explanation/explained.js';
import type { Undecidable, UsedInput, Verdict } from './evaluate.js';

/** Quoted text, or a name as a condition may write it. */
const WORDS = /"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{N}_.]*/gu;

const figure = (value: string | boolean | null): string => {
  const text = String(value);
  return /^-|\//.test(text) ? `(${text})` : text;
};

const replacing = ({ condition, inputs }: Pick<Verdict, 'condition' | 'inputs'>, textOf: (it: UsedInput) => string): string => {
  const texts = new Map(inputs.map((it) => [it.name, textOf(it)]));
  return condition.replace(WORDS, (word) => texts.get(word) ?? word);
};

/** The condition with its figures put in: `46 / 100 < (7/12) * 0.8`. A figure that nobody reported stays as `null`. */
export const withFigures = (verdict: Pick<Verdict, 'condition' | 'inputs'>): string => replacing(verdict, ({ value }) => figure(value));

/** The condition with its quantities by their labels: `执行数 / 调整预算数 < 时间进度 * 0.8`. */
export const inWords = (verdict: Pick<Verdict, 'condition' | 'inputs'>): Sentence => ({
  zh: replacing(verdict, ({ zh }) => zh),
  en: replacing(verdict, ({ en }) => en),
});

const UNDECIDABLE: Record<Undecidable['why'], (label: Sentence) => Sentence> = {
  MISSING_INPUT: ({ zh, en }) => ({ zh: `缺少“${zh}”，无法判定`, en: `cannot be decided: ${en} is missing` }),
  DIVISION_BY_ZERO: () => ({ zh: '分母为 0，无法判定', en: 'cannot be decided: division by zero' }),
};

/** Why the condition is neither true nor false; undefined where it is decided. */
export const undecidedSentence = ({ reason, inputs }: Verdict): Sentence | undefined => {
  if (!reason) return undefined;
  const missing = reason.why === 'MISSING_INPUT' ? inputs.find(({ name }) => name === reason.name) : undefined;
  return UNDECIDABLE[reason.why](missing ?? { zh: '', en: '' });
};

/** What a condition came to, as one step: its figures put in, each comparison exactly, and the outcome in words. */
export const conditionStep = (verdict: Verdict, rule: string): Step => {
  const compared = verdict.comparisons.map(({ left, operator, right, holds }) => `${left} ${operator} ${right} = ${String(holds)}`);
  const outcome = verdict.holds ? { zh: '成立', en: 'holds' } : { zh: '不成立', en: 'does not hold' };
  const { zh, en } = undecidedSentence(verdict) ?? outcome;
  const words = inWords(verdict);
  const result = [...compared, String(verdict.holds)].join('; ');
  return { rule, formula: withFigures(verdict), result, zh: `${words.zh}：${zh}`, en: `${words.en}: ${en}` };
};

/** The quantities that the condition named, each with its origin. */
export const conditionInputs = (verdict: Verdict, originOf: (name: string) => Origin | null): readonly ExplainedInput[] =>
  verdict.inputs.map((it) => ({ ...it, origin: originOf(it.name) }));
