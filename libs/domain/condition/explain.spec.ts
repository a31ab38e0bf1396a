import { evaluateCondition } from './evaluate.js';
import { conditionStep, undecidedSentence, withFigures } from './explain.js';
import type { Quantities } from './expression.js';

const QUANTITIES: Quantities = {
  executed: { type: 'number', zh: '执行数', en: 'executed amount' },
  budget: { type: 'number', zh: '预算数', en: 'budget' },
  timeProgress: { type: 'number', zh: '时间进度', en: 'time progress' },
  grade: { type: 'text', oneOf: ['优', '差'], zh: '等级', en: 'grade' },
};
const verdict = (condition: string, inputs: Record<string, string | null>): ReturnType<typeof evaluateCondition> =>
  evaluateCondition(condition, QUANTITIES, inputs);

describe('a condition explained', () => {
  it('shows its figures in place of its names, quotients and negative ones in brackets, quoted words untouched', () => {
    const inputs = { executed: '-3', budget: '120', timeProgress: '7/12', grade: '差' };
    expect(withFigures(verdict('executed / budget < timeProgress * 0.8 and grade != "grade"', inputs))).toBe(
      '(-3) / 120 < (7/12) * 0.8 and 差 != "grade"',
    );
  });

  it('gives both sides of each comparison exactly', () => {
    expect(
      conditionStep(verdict('executed / budget < timeProgress * 0.8', { executed: '40', budget: '120', timeProgress: '7/12' }), 'r'),
    ).toEqual({
      rule: 'r',
      formula: '40 / 120 < (7/12) * 0.8',
      result: '1/3 < 7/15 = true; true',
      zh: '执行数 / 预算数 < 时间进度 * 0.8：成立',
      en: 'executed amount / budget < time progress * 0.8: holds',
    });
  });

  it('says what is missing, or that a denominator is 0', () => {
    expect(undecidedSentence(verdict('executed / budget < 1', { executed: null, budget: '1' }))).toEqual({
      zh: '缺少“执行数”，无法判定',
      en: 'cannot be decided: executed amount is missing',
    });
    expect(undecidedSentence(verdict('executed / budget < 1', { executed: '1', budget: '0' }))!.en).toBe(
      'cannot be decided: division by zero',
    );
    expect(undecidedSentence(verdict('executed < 1', { executed: '1' }))).toBeUndefined();
  });
});
