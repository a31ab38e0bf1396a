import { DomainError } from '#domain/errors/domain-error.js';
import { gradeOf } from '#domain/score/grade.js';
import { compare, exact, exactText, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { attained } from './attainable.js';
import { Missing } from './check.js';
import type { Check, Of } from './check.js';
import { numeric } from './evaluation.js';
import type { Trace, Value } from './evaluation.js';
import { all, answers, count, field, length, naming, ofField, ofList } from './evaluate-rows.js';
import { asNumber, valueText } from './published.js';

const SIGN = { add: ' + ', sub: ' − ', mul: ' × ', div: ' ÷ ' };
const SAID = {
  add: { zh: '相加', en: 'added' },
  sub: { zh: '相减', en: 'subtracted' },
  mul: { zh: '相乘', en: 'multiplied' },
  div: { zh: '相除', en: 'divided' },
};

const combine = (op: keyof typeof SIGN, a: Exact, b: Exact): Exact => {
  if (op === 'add') return a.add(b);
  if (op === 'sub') return a.sub(b);
  return op === 'mul' ? a.mul(b) : a.div(b);
};

const arithmetic = (it: Of<keyof typeof SIGN>, trace: Trace): Value | Missing => {
  const values: Exact[] = [];
  for (const [i, arg] of it.args.entries()) {
    const value = numeric(evaluate(arg, trace), `${it.op}.args.${String(i)}`);
    if (value instanceof Missing) return value;
    if (it.op === 'div' && i > 0 && compare(value, ZERO) === 0) return new Missing('DIVISION_BY_ZERO', `${it.op}.args.${String(i)}`);
    values.push(value);
  }
  const result = values.reduce((a, b) => combine(it.op, a, b));
  return trace.did(result, values.map(exactText).join(SIGN[it.op]), SAID[it.op]);
};

const percent = (it: Of<'pct'>, trace: Trace): Value | Missing => {
  const num = numeric(evaluate(it.num, trace), 'pct.num');
  if (num instanceof Missing) return num;
  const den = numeric(evaluate(it.den, trace), 'pct.den');
  if (den instanceof Missing) return den;
  if (compare(den, ZERO) === 0) return new Missing('DIVISION_BY_ZERO', 'pct.den');
  return trace.did(num.div(den).mul(100), `${exactText(num)} ÷ ${exactText(den)} × 100`, { zh: '百分比', en: 'per cent' });
};

/** `le` compares figures, or days written alike; `eq` figures by value and all else as text. */
const comparison = (it: Of<'le' | 'eq'>, trace: Trace): Value | Missing => {
  const values: Value[] = [];
  for (const arg of it.args) {
    const value = evaluate(arg, trace);
    if (value instanceof Missing) return value;
    values.push(value);
  }
  const holds = values.every((b, i) => i === 0 || inOrder(it.op, values[i - 1]!, b));
  return trace.did(holds, values.map(valueText).join(it.op === 'le' ? ' ≤ ' : ' = '), { zh: '比较', en: 'compared' });
};

const inOrder = (op: 'le' | 'eq', a: Value, b: Value): boolean => {
  const [left, right] = [asNumber(a), asNumber(b)];
  if (left && right) return op === 'le' ? compare(left, right) <= 0 : compare(left, right) === 0;
  return op === 'le' ? valueText(a) <= valueText(b) : valueText(a) === valueText(b);
};

const attainable = (it: Of<'attainable'>, trace: Trace): Value | Missing => {
  const n = numeric(evaluate(it.n, trace), 'attainable.n');
  if (n instanceof Missing) return n;
  if (n.d !== 1n || compare(n, ZERO) <= 0) return new Missing('NOT_A_NUMBER', 'attainable.n');
  const { how, units } = attained(it.pct, n);
  if (how === 'cut-off') trace.remarks.push({ code: 'SHARE_ONLY_CUT_OFF', detail: { pct: it.pct, n: exactText(n), units: units! } });
  const formula = units === null ? `k ÷ ${exactText(n)} ≠ ${it.pct}%` : `${units} ÷ ${exactText(n)} → ${it.pct}%`;
  return trace.did(how !== 'never', formula, { zh: '是否有整数个单位得此占比', en: 'a whole number of units gives the share' });
};

const level = (it: Of<'levelcount' | 'levelsum'>, trace: Trace): Value | Missing => {
  const where = it.parent !== undefined && it.id !== undefined ? { [it.parent]: it.id } : undefined;
  if (it.op === 'levelcount') return count({ op: 'count', file: it.level, where }, trace);
  return ofField({ op: 'sum', file: it.level, field: it.key ?? 'weight', where }, trace);
};

/** Weights less scores of the points of `items` where both are legible. */
const lost = (trace: Trace): Value | Missing => {
  const where = { weight: { notnull: true }, published_score: { notnull: true } };
  const side = (key: string): Check => ({ op: 'sum', file: 'items', field: key, where });
  return arithmetic({ op: 'sub', args: [side('weight'), side('published_score')] }, trace);
};

const grade = (it: Of<'grade'>, trace: Trace): Value | Missing => {
  const score = numeric(level({ op: 'levelsum', level: it.level, key: 'score' }, trace), it.level);
  if (score instanceof Missing) return score;
  try {
    return trace.did(gradeOf(score, trace.context.bands) as string, `grade(${exactText(score)})`, { zh: '等级', en: 'grade' });
  } catch (error) {
    if (error instanceof DomainError) return new Missing('NO_BAND', exactText(score));
    throw error;
  }
};

const published = ({ id }: Of<'agg'>, trace: Trace): Value | Missing => {
  const stated = trace.context.statements.get(id);
  if (!stated) return new Missing('UNKNOWN_STATEMENT', id);
  trace.read(id, stated.value, { zh: '文中公布值', en: 'as the text publishes it' }, stated.quote ?? id);
  return stated.value ?? new Missing('MISSING_FIGURE', id);
};

/** The value of a check, or why there is none; `trace` collects what was read and computed. Never throws, never NaN. */
export const evaluate = (check: Check, trace: Trace): Value | Missing => {
  switch (check.op) {
    case 'lit':
      return check.v;
    case 'agg':
      return published(check, trace);
    case 'count':
      return count(check, trace);
    case 'distinct':
    case 'sum':
    case 'min':
    case 'max':
    case 'mean':
      return ofField(check, trace);
    case 'argmin':
    case 'argmax':
      return naming(check, trace);
    case 'all':
      return all(check, trace);
    case 'field':
      return field(check, trace);
    case 'len':
      return length(check, trace);
    case 'listsum':
    case 'listmean':
    case 'listcount':
      return ofList(check, trace);
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
      return arithmetic(check, trace);
    case 'pct':
      return percent(check, trace);
    case 'le':
    case 'eq':
      return comparison(check, trace);
    case 'named':
      return trace.did(exact(String(check.items.length)), check.items.join('、'), { zh: '文中列名', en: 'named in the text' });
    case 'attainable':
      return attainable(check, trace);
    case 'levelcount':
    case 'levelsum':
      return level(check, trace);
    case 'lost':
      return lost(trace);
    case 'grade':
      return grade(check, trace);
    case 'answers':
      return answers(check, trace);
  }
};
