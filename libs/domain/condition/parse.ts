import jsep from 'jsep';
import { exact } from '#domain/score/exact.js';
import { FUNCTIONS, problem } from './expression.js';
import type { Arithmetic, Comparison, ConditionProblem, Expression, FunctionName } from './expression.js';

export const MAX_LENGTH = 300;
export const MAX_DEPTH = 24;

// The words that a bureau writes beside the signs. Jsep is one per process and nothing else here uses it.
jsep.addBinaryOp('or', 1);
jsep.addBinaryOp('and', 2);
jsep.addUnaryOp('not');

/** `10%` is a number; jsep knows % only as remainder. Quoted text is left alone. */
const percents = (text: string): string =>
  text.replace(/"[^"]*"|'[^']*'|(?<![\w.\u0080-\uffff])(\d+(?:\.\d+)?)%/gu, (all, digits: string | undefined) =>
    digits === undefined ? all : `(${digits} / 100)`,
  );

/** Thrown inside this folder only; `parseCondition` gives it back as a value. */
class Refused extends Error {
  constructor(readonly problem: ConditionProblem) {
    super(problem.en);
  }
}

const refuse = (...given: Parameters<typeof problem>): never => {
  throw new Refused(problem(...given));
};

const notAllowed = (what: string): never =>
  refuse('CONDITION_NOT_ALLOWED', `条件中不能使用“${what}”`, `"${what}" is not allowed in a condition`);

const numberOf = (raw: string): Expression => (/^\d+(\.\d+)?$/.test(raw) ? { kind: 'number', value: exact(raw) } : notAllowed(raw));

const nameOf = (node: jsep.Expression): string => {
  if (node.type === 'Identifier') return String(node['name']);
  const member = node as jsep.MemberExpression;
  if (member.type !== 'MemberExpression' || member.computed || member.optional) return notAllowed('[ ]');
  return `${nameOf(member.object)}.${nameOf(member.property)}`;
};

const literalOf = ({ value, raw }: jsep.Literal): Expression => {
  if (typeof value === 'number') return numberOf(raw);
  if (typeof value === 'string') return { kind: 'text', value };
  if (typeof value === 'boolean') return { kind: 'truth', value };
  return notAllowed(raw);
};

const binaryOf = (node: jsep.BinaryExpression, depth: number): Expression => {
  const [left, right] = [convert(node.left, depth + 1), convert(node.right, depth + 1)];
  const operator = node.operator;
  if (['&&', 'and'].includes(operator)) return { kind: 'and', left, right };
  if (['||', 'or'].includes(operator)) return { kind: 'or', left, right };
  if (['<', '<=', '>', '>=', '==', '!='].includes(operator)) return { kind: 'compare', operator: operator as Comparison, left, right };
  if (['+', '-', '*', '/'].includes(operator)) return { kind: 'arithmetic', operator: operator as Arithmetic, left, right };
  return notAllowed(operator);
};

const callOf = (node: jsep.CallExpression, depth: number): Expression => {
  const name = nameOf(node.callee);
  if (!FUNCTIONS.includes(name as FunctionName)) return notAllowed(`${name}( )`);
  const wanted = name === 'abs' ? 1 : 2;
  if (node.arguments.length !== wanted) {
    return refuse('CONDITION_SYNTAX', `函数 ${name} 需要 ${String(wanted)} 个参数`, `${name} takes ${String(wanted)} argument(s)`);
  }
  return { kind: 'call', name: name as FunctionName, of: node.arguments.map((it) => convert(it, depth + 1)) };
};

const convert = (node: jsep.Expression, depth: number): Expression => {
  if (depth > MAX_DEPTH)
    refuse('CONDITION_TOO_DEEP', `条件嵌套超过 ${String(MAX_DEPTH)} 层`, `the condition is nested more than ${String(MAX_DEPTH)} deep`);
  switch (node.type) {
    case 'Literal':
      return literalOf(node as jsep.Literal);
    case 'Identifier':
    case 'MemberExpression':
      return { kind: 'name', name: nameOf(node) };
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      if (operator === '-') return { kind: 'negate', of: convert(argument, depth + 1) };
      if (operator === '!' || operator === 'not') return { kind: 'not', of: convert(argument, depth + 1) };
      return notAllowed(operator);
    }
    case 'BinaryExpression':
      return binaryOf(node as jsep.BinaryExpression, depth);
    case 'CallExpression':
      return callOf(node as jsep.CallExpression, depth);
    default:
      return notAllowed(node.type);
  }
};

type Parsed = { readonly expression: Expression } | { readonly problem: ConditionProblem };

/** A policy's few conditions are asked of thousands of projects. */
const MOST_KEPT = 1_000;
const parsed = new Map<string, Parsed>();

const parse = (text: string): Parsed => {
  if (text.length > MAX_LENGTH) {
    const [zh, en] = [`条件超过 ${String(MAX_LENGTH)} 个字符`, `the condition is longer than ${String(MAX_LENGTH)} characters`];
    return { problem: problem('CONDITION_TOO_LONG', zh, en) };
  }
  try {
    return { expression: convert(jsep(percents(text)), 1) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    const said = error instanceof Error ? error.message : String(error);
    return { problem: problem('CONDITION_SYNTAX', `条件写法有误：${said}`, `the condition cannot be read: ${said}`) };
  }
};

/**
 * Parses a condition of a policy, for instance `executed / adjustedBudget < timeProgress * 0.8` or `grade == 差 and rectification.overdue`.
 * Nothing is ever evaluated as code: what is not number, text, name, `+ - * /`, comparison, `and or not`, `abs min max` is refused.
 */
export const parseCondition = (text: string): Parsed => {
  const known = parsed.get(text);
  if (known) return known;
  const result = parse(text);
  if (parsed.size < MOST_KEPT && text.length <= MAX_LENGTH) parsed.set(text, result);
  return result;
};
