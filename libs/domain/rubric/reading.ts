import type { ExplainedInput, Origin, Sentence, Step } from '#domain/explanation/explained.js';
import { compare, exact, exactText, isDecimal } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import type { Fact, Facts, FactValue, Rubric, RubricInput } from './rubric.js';
import { unscorable } from './unscorable.js';

const shown = (value: FactValue | null): string | boolean | null => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.join(', ');
  return Object.entries(value)
    .map(([option, count]) => `${option} ${String(count)}`)
    .join(', ');
};

const originOf = ({ document, by, at }: Fact): Origin | null =>
  document === undefined && by === undefined && at === undefined
    ? null
    : { ...(document === undefined ? {} : { document }), ...(by === undefined ? {} : { by }), ...(at === undefined ? {} : { at }) };

/** A reported figure as an explanation shows it. */
export const explainedInput = (
  name: string,
  { zh, en = name }: Pick<RubricInput, 'zh' | 'en'>,
  fact: Fact | undefined,
): ExplainedInput => ({
  name,
  zh,
  en,
  value: fact ? shown(fact.value) : null,
  origin: fact ? originOf(fact) : null,
});

/** What a rule reads and writes while it scores one indicator: declared figures only, each remembered with its origin; and its steps. */
export class Reading {
  readonly steps: Step[] = [];
  /** What must still be said before the score may stand. */
  readonly duties: Sentence[] = [];
  private readonly used = new Map<string, ExplainedInput>();
  private judgement = false;

  constructor(
    readonly declared: Rubric['inputs'],
    private readonly facts: Facts,
  ) {}

  get inputs(): ExplainedInput[] {
    return [...this.used.values()];
  }

  /** Does the score rest on somebody's judgement? */
  get judged(): boolean {
    return this.judgement;
  }

  step(zh: string, en: string, formula: string, result: Exact | string): void {
    this.steps.push({ zh, en, formula, result: typeof result === 'string' ? result : exactText(result) });
  }

  /** The decimal as reported, and exact. */
  number(name: string): { readonly text: string; readonly value: Exact } {
    const { input, value } = this.reported(name, 'number');
    const text = String(value);
    if (!isDecimal(text)) return this.wrong(name, input, `“${text.slice(0, 40)}”不是数值`, `"${text.slice(0, 40)}" is no number`);
    const number = exact(text);
    const below = input.min !== undefined && compare(number, input.min) < 0;
    const above = input.max !== undefined && compare(number, input.max) > 0;
    if (below || above || (input.whole === true && number.d !== 1n)) {
      const range = `${input.min ?? '-∞'} … ${input.max ?? '∞'}${input.whole === true ? ' ∈ ℤ' : ''}`;
      return unscorable('OUT_OF_RANGE', `“${input.zh}”为 ${text}，超出取值范围 ${range}`, `${name} is ${text}, outside ${range}`);
    }
    return { text, value: number };
  }

  truth(name: string): boolean {
    const { input, value } = this.reported(name, 'truth');
    return typeof value === 'boolean' ? value : this.wrong(name, input, '应为是或否', 'true or false is needed');
  }

  text(name: string): string {
    const { input, value } = this.reported(name, 'text');
    if (typeof value !== 'string') return this.wrong(name, input, '应为文字', 'a word is needed');
    if (input.oneOf?.includes(value) === false)
      return unscorable('OUT_OF_RANGE', `“${input.zh}”不会是“${value}”`, `${name} is never "${value}"`);
    return value;
  }

  /** Ratings in the order in which they were given. */
  ratings(name: string): readonly Exact[] {
    const { input, value } = this.reported(name, 'ratings');
    if (!Array.isArray(value) || !value.every((it: string) => isDecimal(it)))
      return this.wrong(name, input, '应为评分列表', 'a list of ratings is needed');
    return value.map((it: string) => exact(it));
  }

  /** Number of answers by option. */
  answers(name: string): Readonly<Record<string, Exact>> {
    const { input, value } = this.reported(name, 'answers');
    const entries = value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
    const counts = entries.map(([option, count]) => [option, isDecimal(count) ? exact(count) : null] as const);
    if (entries.length === 0 || counts.some(([, it]) => it === null || it.d !== 1n || it.s < 0n))
      return this.wrong(name, input, '应为各选项的人数', 'a number of people for each option is needed');
    return Object.fromEntries(counts as [string, Exact][]);
  }

  /** Remembers a figure that the rule needs and did not come to read. */
  note(name: string): void {
    if (!this.used.has(name) && Object.hasOwn(this.declared, name))
      this.used.set(name, explainedInput(name, this.declared[name]!, this.factOf(name)));
  }

  /** Why the figure is what it is, and by what that is shown. */
  grounds(name: string): Pick<Fact, 'reason' | 'evidence'> {
    return this.factOf(name);
  }

  private factOf(name: string): Fact {
    return (Object.hasOwn(this.facts, name) ? this.facts[name] : undefined) ?? { value: null };
  }

  private reported(name: string, kind: RubricInput['kind']): { input: RubricInput; value: FactValue } {
    const input = Object.hasOwn(this.declared, name) ? this.declared[name]! : undefined;
    if (!input) return unscorable('UNKNOWN_INPUT', `评分标准没有登记数据项“${name}”`, `the rubric declares no input "${name}"`);
    const fact = this.factOf(name);
    this.used.set(name, explainedInput(name, input, fact));
    if (fact.judged === true) this.judgement = true;
    if (input.kind !== kind)
      return this.wrong(name, input, `登记为 ${input.kind}，规则需要 ${kind}`, `declared as ${input.kind}, used as ${kind}`);
    if (fact.value === null) return unscorable('MISSING_INPUT', `缺少“${input.zh}”`, `${name} was not reported`);
    return { input, value: fact.value };
  }

  private wrong(name: string, input: RubricInput, zh: string, en: string): never {
    return unscorable('WRONG_KIND', `“${input.zh}”：${zh}`, `${name}: ${en}`);
  }
}
