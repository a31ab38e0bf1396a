import fc from 'fast-check';
import { checkCondition } from './check.js';
import { evaluateCondition } from './evaluate.js';
import type { Inputs } from './evaluate.js';
import type { Quantities } from './expression.js';

const QUANTITIES: Quantities = {
  executed: { type: 'number', zh: '执行数', en: 'executed' },
  adjustedBudget: { type: 'number', zh: '调整预算数', en: 'adjusted budget' },
  timeProgress: { type: 'number', zh: '时间进度', en: 'time progress' },
  attainment: { type: 'number', zh: '目标完成率', en: 'attainment' },
  grade: { type: 'text', oneOf: ['优', '良', '中', '差'], zh: '等级', en: 'grade' },
  'rectification.overdue': { type: 'truth', zh: '整改逾期', en: 'rectification overdue' },
};
const holds = (condition: string, inputs: Inputs): boolean | null => evaluateCondition(condition, QUANTITIES, inputs).holds;
const codes = (condition: string): string[] => checkCondition(condition, QUANTITIES).map((it) => it.code);

describe('the conditions of the policy sketch', () => {
  const behind = 'executed / adjustedBudget < timeProgress * 0.8';

  it('are read and hold or not, on exact values', () => {
    expect(holds(behind, { executed: '46', adjustedBudget: '100', timeProgress: '7/12' })).toBe(true);
    expect(holds(behind, { executed: '70', adjustedBudget: '150', timeProgress: '7/12' })).toBe(false);
    expect(holds('abs(attainment - executed / adjustedBudget) > 10%', { attainment: '0.5', executed: '40', adjustedBudget: '100' })).toBe(
      false,
    );
    expect(holds('abs(attainment - executed / adjustedBudget) > 10%', { attainment: '0.501', executed: '40', adjustedBudget: '100' })).toBe(
      true,
    );
    expect(holds('grade == 优', { grade: '优' })).toBe(true);
    expect(holds('grade != "优"', { grade: '良' })).toBe(true);
    expect(holds('rectification.overdue', { 'rectification.overdue': true })).toBe(true);
    expect(holds('grade == 差 and not rectification.overdue or 1 > 2', { grade: '差', 'rectification.overdue': false })).toBe(true);
  });

  it('say with which values', () => {
    expect(evaluateCondition(behind, QUANTITIES, { executed: '46', adjustedBudget: '100', timeProgress: '7/12' })).toEqual({
      holds: true,
      condition: behind,
      inputs: [
        { name: 'executed', zh: '执行数', en: 'executed', value: '46' },
        { name: 'adjustedBudget', zh: '调整预算数', en: 'adjusted budget', value: '100' },
        { name: 'timeProgress', zh: '时间进度', en: 'time progress', value: '7/12' },
      ],
      comparisons: [{ left: '23/50', operator: '<', right: '7/15', holds: true }],
    });
  });

  it('are not decidable where a figure is missing or the budget is zero', () => {
    expect(evaluateCondition(behind, QUANTITIES, { executed: '1', timeProgress: '1' }).reason).toEqual({
      why: 'MISSING_INPUT',
      name: 'adjustedBudget',
    });
    expect(evaluateCondition(behind, QUANTITIES, { executed: '1', adjustedBudget: '0', timeProgress: '1' }).reason).toEqual({
      why: 'DIVISION_BY_ZERO',
    });
  });

  it('are decided where the unknown part cannot change them', () => {
    const unknown = { executed: '1', adjustedBudget: '0', 'rectification.overdue': true, grade: '优' };
    expect(holds('rectification.overdue or executed / adjustedBudget > 1', unknown)).toBe(true);
    expect(holds('executed / adjustedBudget > 1 and grade == 差', unknown)).toBe(false);
    expect(holds('executed / adjustedBudget > 1 and grade == 优', unknown)).toBeNull();
  });
});

describe('the linter', () => {
  it('takes what the sketch writes', () => {
    for (const it of ['executed / adjustedBudget < timeProgress * 0.8', 'grade == 优', 'rectification.overdue', 'max(executed, 1) >= -2'])
      expect(codes(it)).toEqual([]);
  });

  it('names what was probably meant', () => {
    const [found] = checkCondition('exectued / adjustedBudget < 1', QUANTITIES);
    expect(found).toMatchObject({
      code: 'CONDITION_UNKNOWN_NAME',
      en: expect.stringContaining('did you mean "executed"') as string,
      zh: expect.stringContaining('executed') as string,
    });
    expect(codes('grade == 优秀')).toEqual(['CONDITION_UNKNOWN_NAME']);
    expect(codes('grade == "优秀"')).toEqual(['CONDITION_TYPE']);
  });

  it('refuses what has the wrong kind', () => {
    for (const it of ['executed', 'grade > 1', 'executed == grade', 'not executed', 'rectification.overdue + 1 > 0', '优 == 1'])
      expect(codes(it)).toContain('CONDITION_TYPE');
  });

  it('refuses what is no condition', () => {
    for (const it of ['', '1 <', 'abs()', 'abs(1, 2) > 0', '"', '1 2']) expect([it, codes(it).length > 0]).toEqual([it, true]);
    for (const it of [
      'process.exit(1) > 0',
      'executed[0] > 1',
      'this > 1',
      '[1] > 0',
      '1 > 0 ? 1 : 2',
      'executed % 2 > 0',
      '1 ** 2 > 0',
      'a => 1',
      'null == 1',
      '1e3 > 0',
      '0x10 > 0',
      'executed?.x > 0',
      '{}',
      'constructor == 1',
      '__proto__ == 1',
    ])
      expect([it, codes(it).length > 0]).toEqual([it, true]);
  });

  it('has limits', () => {
    expect(codes(`${'1 + '.repeat(100)}1 > 0`)).toEqual(['CONDITION_TOO_LONG']);
    expect(codes(`${'-'.repeat(40)}1 > 0`)).toEqual(['CONDITION_TOO_DEEP']);
    expect(codes(`${'('.repeat(140)}1${')'.repeat(140)} > 0`)).toEqual([]);
  });

  it('never throws, whatever is written', () => {
    const token = fc.constantFrom(
      'executed',
      'grade',
      '优',
      '1',
      '0.5',
      '10%',
      '%',
      '(',
      ')',
      '+',
      '-',
      '/',
      '<',
      '==',
      'and',
      'or',
      'not',
      '!',
      'abs(',
      ',',
      '"',
      '.',
      '[',
      ']',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 40 }),
          fc.array(token, { maxLength: 14 }).map((it) => it.join(' ')),
        ),
        (text) => {
          if (codes(text).length === 0) expect([true, false, null]).toContain(holds(text, { executed: '1', grade: '优' }));
        },
      ),
      { numRuns: 500 },
    );
  });
});
