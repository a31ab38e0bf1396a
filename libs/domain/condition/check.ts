import { problem } from './expression.js';
import type { ConditionProblem, Expression, Quantities } from './expression.js';
import { meant } from './nearest.js';
import { parseCondition } from './parse.js';

type Kind = 'number' | 'truth' | 'text';
const KIND_ZH: Record<Kind, string> = { number: '数值', truth: '是非', text: '文字' };

/** A bare word such as 优 that is no quantity's name but one of the words that a text quantity can be. */
export const isWord = (name: string, quantities: Quantities): boolean =>
  !Object.hasOwn(quantities, name) && Object.values(quantities).some((it) => it.type === 'text' && it.oneOf?.includes(name));

const wordsOf = (quantities: Quantities): string[] =>
  Object.values(quantities).flatMap((it) => (it.type === 'text' ? [...(it.oneOf ?? [])] : []));

/** The kind of value that an expression yields; collects what is wrong on the way. */
class Checker {
  readonly problems: ConditionProblem[] = [];

  constructor(private readonly quantities: Quantities) {}

  kindOf(node: Expression): Kind | undefined {
    switch (node.kind) {
      case 'number':
      case 'truth':
      case 'text':
        return node.kind;
      case 'name':
        return this.kindOfName(node.name);
      case 'negate':
        return this.expect(node.of, 'number');
      case 'not':
        return this.expect(node.of, 'truth');
      case 'arithmetic':
        this.expect(node.left, 'number');
        return this.expect(node.right, 'number');
      case 'and':
      case 'or':
        this.expect(node.left, 'truth');
        return this.expect(node.right, 'truth');
      case 'call':
        node.of.forEach((it) => this.expect(it, 'number'));
        return 'number';
      case 'compare':
        return this.comparison(node);
    }
  }

  private comparison(node: Extract<Expression, { kind: 'compare' }>): Kind {
    if (node.operator !== '==' && node.operator !== '!=') {
      this.expect(node.left, 'number');
      this.expect(node.right, 'number');
      return 'truth';
    }
    const [left, right] = [this.kindOf(node.left), this.kindOf(node.right)];
    if (left && right && left !== right)
      this.wrong(`${KIND_ZH[left]}与${KIND_ZH[right]}不能比较`, `a ${left} cannot be compared with a ${right}`);
    this.knownWord(node.left, node.right);
    this.knownWord(node.right, node.left);
    return 'truth';
  }

  /** `grade == "优秀"` can never be true: the policy meant another word. */
  private knownWord(side: Expression, other: Expression): void {
    if (side.kind !== 'name' || !Object.hasOwn(this.quantities, side.name)) return;
    const quantity = this.quantities[side.name]!;
    const word =
      other.kind === 'text' ? other.value : other.kind === 'name' && isWord(other.name, this.quantities) ? other.name : undefined;
    if (quantity.type !== 'text' || !quantity.oneOf || word === undefined || quantity.oneOf.includes(word)) return;
    const [list, hint] = [quantity.oneOf.join('、'), meant(word, quantity.oneOf)];
    this.wrong(`“${side.name}”只能是 ${list}，不会是“${word}”${hint.zh}`, `"${side.name}" is one of ${list}, never "${word}"${hint.en}`);
  }

  private kindOfName(name: string): Kind | undefined {
    if (Object.hasOwn(this.quantities, name)) return this.quantities[name]!.type;
    if (isWord(name, this.quantities)) return 'text';
    const hint = meant(name, [...Object.keys(this.quantities), ...wordsOf(this.quantities)]);
    this.problems.push(
      problem(
        'CONDITION_UNKNOWN_NAME',
        `条件中的名称“${name}”未定义${hint.zh}`,
        `"${name}" is not a quantity that this condition may name${hint.en}`,
      ),
    );
    return undefined;
  }

  expect(node: Expression, wanted: Kind): Kind {
    const kind = this.kindOf(node);
    if (kind && kind !== wanted)
      this.wrong(`此处应为${KIND_ZH[wanted]}，而不是${KIND_ZH[kind]}`, `a ${wanted} belongs here, not a ${kind}`);
    return wanted;
  }

  private wrong(zh: string, en: string): void {
    this.problems.push(problem('CONDITION_TYPE', zh, en));
  }
}

/** Everything that is wrong with a condition, given the quantities that it may name; empty when it can be used. */
export const checkCondition = (text: string, quantities: Quantities): readonly ConditionProblem[] => {
  const parsed = parseCondition(text);
  if ('problem' in parsed) return [parsed.problem];
  const checker = new Checker(quantities);
  checker.expect(parsed.expression, 'truth');
  return checker.problems;
};
