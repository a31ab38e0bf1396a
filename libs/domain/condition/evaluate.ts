import { DomainError } from '#domain/errors/domain-error.js';
import { compare, exact, exactText, greatest, least, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { isWord } from './check.js';
import type { Comparison, Expression, Quantities } from './expression.js';
import { parseCondition } from './parse.js';

/** A quantity's value: numbers as decimals or quotients in text, `null` (or left out) where nobody reported it. */
export type Inputs = Readonly<Record<string, string | boolean | null | undefined>>;

/** Why a condition is neither true nor false. */
export type Undecidable = { readonly why: 'MISSING_INPUT'; readonly name: string } | { readonly why: 'DIVISION_BY_ZERO' };

/** One quantity that the condition names, as it stood. */
export interface UsedInput {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly value: string | boolean | null;
}

/** One comparison of a condition as it came out: both sides exact. */
export interface Compared {
  readonly left: string;
  readonly operator: Comparison;
  readonly right: string;
  readonly holds: boolean;
}

export interface Verdict {
  /** `null`: not decidable, see `reason`. */
  readonly holds: boolean | null;
  readonly reason?: Undecidable;
  /** The condition as the policy writes it, and every quantity that it names in order of appearance. */
  readonly condition: string;
  readonly inputs: readonly UsedInput[];
  /** Every comparison that could be made, in order. */
  readonly comparisons: readonly Compared[];
}

type Value = Exact | string | boolean | Unknown;
class Unknown {
  constructor(readonly reason: Undecidable) {}
}

const COMPARE: Record<Comparison, (order: number) => boolean> = {
  '<': (it) => it < 0,
  '<=': (it) => it <= 0,
  '>': (it) => it > 0,
  '>=': (it) => it >= 0,
  '==': (it) => it === 0,
  '!=': (it) => it !== 0,
};

const textOf = (value: Exact | string | boolean): string => (typeof value === 'object' ? exactText(value) : String(value));

class Evaluation {
  readonly used = new Map<string, UsedInput>();
  readonly comparisons: Compared[] = [];

  constructor(
    private readonly quantities: Quantities,
    private readonly inputs: Inputs,
  ) {}

  value(node: Expression): Value {
    switch (node.kind) {
      case 'number':
      case 'text':
      case 'truth':
        return node.value;
      case 'name':
        return this.named(node.name);
      case 'negate':
        return this.lift([node.of], ([it]) => it!.neg());
      case 'not': {
        const it = this.value(node.of);
        return it instanceof Unknown ? it : !(it as boolean);
      }
      case 'arithmetic':
        return this.arithmetic(node);
      case 'and':
      case 'or':
        return this.junction(node);
      case 'compare':
        return this.comparison(node);
      case 'call':
        return this.lift(node.of, ([a, b]) => (node.name === 'abs' ? a!.abs() : node.name === 'min' ? least(a!, b!) : greatest(a!, b!)));
    }
  }

  private named(name: string): Value {
    if (isWord(name, this.quantities)) return name;
    const quantity = Object.hasOwn(this.quantities, name) ? this.quantities[name]! : undefined;
    if (!quantity) throw new DomainError('UNKNOWN_QUANTITY', { name });
    const value = (Object.hasOwn(this.inputs, name) ? this.inputs[name] : undefined) ?? null;
    this.used.set(name, { name, zh: quantity.zh, en: quantity.en, value });
    if (value === null) return new Unknown({ why: 'MISSING_INPUT', name });
    return quantity.type === 'number' ? exact(String(value)) : value;
  }

  private lift(nodes: readonly Expression[], rule: (values: readonly Exact[]) => Value): Value {
    const values = nodes.map((it) => this.value(it));
    return values.find((it) => it instanceof Unknown) ?? rule(values as Exact[]);
  }

  private arithmetic(node: Extract<Expression, { kind: 'arithmetic' }>): Value {
    return this.lift([node.left, node.right], ([a, b]) => {
      if (node.operator === '+') return a!.add(b!);
      if (node.operator === '-') return a!.sub(b!);
      if (node.operator === '*') return a!.mul(b!);
      return compare(b!, ZERO) === 0 ? new Unknown({ why: 'DIVISION_BY_ZERO' }) : a!.div(b!);
    });
  }

  private comparison(node: Extract<Expression, { kind: 'compare' }>): Value {
    const [left, right] = [this.value(node.left), this.value(node.right)];
    if (left instanceof Unknown) return left;
    if (right instanceof Unknown) return right;
    const order = typeof left === 'object' && typeof right === 'object' ? compare(left, right) : left === right ? 0 : 1;
    const holds = COMPARE[node.operator](order);
    this.comparisons.push({ left: textOf(left), operator: node.operator, right: textOf(right), holds });
    return holds;
  }

  /** Kleene: what is false whatever the unknown side may be is false (`or`: true). Both sides are looked at, so both are explained. */
  private junction(node: Extract<Expression, { kind: 'and' | 'or' }>): Value {
    const sides = [this.value(node.left), this.value(node.right)];
    const decisive = node.kind === 'or';
    if (sides.includes(decisive)) return decisive;
    return sides.find((it) => it instanceof Unknown) ?? !decisive;
  }
}

/**
 * Does a condition of a policy hold for these inputs? A missing figure or a division by zero makes it not decidable, never silently false.
 * @throws DomainError `BAD_CONDITION` for a condition that the linter refuses (a frozen policy holds none), `UNKNOWN_QUANTITY`,
 *   `NOT_A_NUMBER` for an input that is no number.
 */
export const evaluateCondition = (condition: string, quantities: Quantities, inputs: Inputs): Verdict => {
  const parsed = parseCondition(condition);
  if ('problem' in parsed) throw new DomainError('BAD_CONDITION', { condition, problem: parsed.problem.en });
  const evaluation = new Evaluation(quantities, inputs);
  const value = evaluation.value(parsed.expression);
  const seen = { condition, inputs: [...evaluation.used.values()], comparisons: evaluation.comparisons };
  if (value instanceof Unknown) return { holds: null, reason: value.reason, ...seen };
  if (typeof value !== 'boolean') {
    throw new DomainError('BAD_CONDITION', {
      condition,
      problem: `it yields ${textOf(value)}, not true or false`,
    });
  }
  return { holds: value, ...seen };
};
