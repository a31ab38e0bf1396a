import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { isRefused, parsePolicy } from './parse-policy.js';
import type { ParsedPolicy } from './parse-policy.js';

const POLICIES = new URL('../../../policies/', import.meta.url);
const GANGCHENG = readFileSync(new URL('gangcheng-2023.yaml', POLICIES), 'utf8');

const accepted = (yaml: string): ParsedPolicy => {
  const result = parsePolicy(yaml);
  if (isRefused(result)) throw new Error(result.map((it) => `${String(it.line)} ${it.path}: ${it.en}`).join('\n'));
  return result;
};

/** Replaces text that must be there, and tells what the parser says: code, field and line. */
const spoilt = (from: string, to: string): (string | number | undefined)[][] => {
  expect(GANGCHENG).toContain(from);
  const result = parsePolicy(GANGCHENG.replace(from, to));
  return isRefused(result) ? result.map((it) => [it.code, it.path, it.line]) : [];
};
const lineOf = (text: string): number => GANGCHENG.slice(0, GANGCHENG.indexOf(text)).split('\n').length;

describe('a shipped policy', () => {
  it.each(readdirSync(POLICIES).filter((it) => it.endsWith('.yaml')))('%s passes shape and lint', (file) => {
    expect(accepted(readFileSync(new URL(file, POLICIES), 'utf8')).policy.version).toBe(1);
  });

  it('is normalised: short forms are gone, decimals are text', () => {
    const { policy } = accepted(GANGCHENG);
    expect(policy.chains['filing']).toEqual([
      { step: 'department', who: 'department', rule: 'any', within: 3 },
      { step: 'sectorOffice', who: 'sectorOffice', rule: 'any', within: 5 },
      { step: 'performanceOffice', who: 'performanceOffice', rule: 'any', within: 5 },
    ]);
    expect(policy.ladders['standard']![3]).toEqual({ day: 1, remind: ['debtor', 'department'] });
    expect(policy.grades[0]).toEqual({ from: '90', to: '100', grade: '优' });
    expect(policy.linkage[4]).toEqual({ when: 'rectification.overdue', treatment: 'compress', by: '5', adds: true });
    expect(policy.exAnteEvaluation.threshold).toBe('5000000');
  });

  it('reads back from its own JSON to the same hash, which comments do not change', () => {
    const { policy, hash } = accepted(GANGCHENG);
    expect(accepted(JSON.stringify(policy)).hash).toBe(hash);
    expect(accepted(stringify(policy)).hash).toBe(hash);
    expect(accepted(`# another word\n${GANGCHENG}`).hash).toBe(hash);
    expect(accepted(GANGCHENG.replace('version: 1', 'version: 2')).hash).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a spoilt policy is refused with line and field', () => {
  it('for its shape', () => {
    expect(spoilt('within: 3d }', 'within: soon }')).toEqual([
      ['SHAPE', 'chains.filing.0.within', lineOf('{ step: department, who: debtor.department, any: 1, within: 3d }')],
    ]);
    expect(spoilt('due: 2022-11-15', 'due: 2022-11-31')).toEqual([['SHAPE', 'plan.1.due', lineOf('target-filing')]]);
    expect(spoilt('fiscalYear: 2023', 'fiscalYears: 2023')).toEqual([
      ['SHAPE', 'fiscalYear', expect.any(Number)],
      ['SHAPE', 'fiscalYears', lineOf('fiscalYear: 2023')],
    ]);
    expect(spoilt('any: 1, within: 3d', 'any: 1, all: true, within: 3d')).toEqual([['SHAPE', 'chains.filing.0', expect.any(Number)]]);
    expect(spoilt('rate: 10%', 'rate: 0.1')).toEqual([['SHAPE', 'selfEvaluation.spotCheck.rate', lineOf('rate: 10%')]]);
    expect(spoilt('title:', '__proto__:')[0]?.[0]).toBe('SHAPE');
  });

  it('for its YAML', () => {
    expect(spoilt('calendar: [cn-2022@1', 'calendar: [[cn-2022@1')[0]).toEqual(['YAML', '', expect.any(Number)]);
    expect(spoilt('version: 1', 'version: 1\nversion: 2')).toEqual([['YAML', '', lineOf('version: 1') + 1]]);
  });

  it('for what it says', () => {
    expect(spoilt('{ from: 80, to: 90, grade: 良 }', '{ from: 80, to: 89, grade: 良 }')).toEqual([
      ['GRADE_BANDS', 'grades.0', lineOf('from: 90')],
    ]);
    expect(spoilt('{ from: 80, to: 90, grade: 良 }', '{ from: 80, to: 91, grade: 良 }')).toEqual([
      ['GRADE_BANDS', 'grades.0', lineOf('from: 90')],
    ]);
    expect(spoilt('{ from: 0, to: 60', '{ from: 1, to: 60')).toEqual([['GRADE_BANDS', 'grades', lineOf('grades:')]]);
    expect(spoilt('benefit: 30', 'benefit: 31')).toEqual([['WEIGHTS_SUM', 'selfEvaluation.weights', lineOf('weights:')]]);
    expect(spoilt('necessity: 20', 'necessity: 20.01')).toEqual([['WEIGHTS_SUM', 'exAnteEvaluation.dimensions', lineOf('dimensions: {')]]);
    expect(spoilt('due: 2022-11-15, chain: filing', 'due: 2022-11-15, chain: filling')).toEqual([
      ['UNKNOWN_CHAIN', 'plan.1.chain', lineOf('target-filing')],
    ]);
    expect(spoilt('{ day: -3, remind', '{ day: -8, remind')).toEqual([['RUNG_ORDER', 'ladders.standard.1', lineOf('{ day: -3')]]);
    expect(spoilt('{ day: -3, remind', '{ day: -7, remind')).toEqual([['RUNG_ORDER', 'ladders.standard.1', lineOf('{ day: -3')]]);
    expect(spoilt('grade == 差', 'garde == 差')).toEqual([['CONDITION_UNKNOWN_NAME', 'linkage.3.when', lineOf('grade == 差')]]);
    expect(spoilt('timeProgress * 0.8', 'timeProgress *')).toEqual([
      ['CONDITION_SYNTAX', 'monitoring.warnings.0.when', lineOf('timeProgress * 0.8')],
    ]);
    expect(spoilt('treatment: compress, by: 10%', 'treatment: compress')).toEqual([
      ['RULE_INCOMPLETE', 'linkage.2', lineOf('grade == 中')],
    ]);
  });

  it('for a plan that cannot be', () => {
    expect(spoilt('draftDue: 2023-08-31', 'draftDue: 2023-06-29')).toEqual([['STAGE_DATES', 'plan.3.draftDue', lineOf('draftDue')]]);
    expect(spoilt('opens: 2022-10-10, due: 2022-11-15', 'opens: 2022-10-10')).toEqual([['STAGE_INCOMPLETE', 'plan.1', expect.any(Number)]]);
    expect(spoilt('stage: feedback, after: key-evaluation', 'stage: feedback, after: rectification')).toEqual([
      ['STAGE_AFTER', 'plan.5.after', expect.any(Number)],
      ['STAGE_AFTER', 'plan.6.after', expect.any(Number)],
    ]);
    expect(spoilt('calendar: [cn-2022@1, cn-2023@1]', 'calendar: cn-2023@1')).toEqual([['CALENDAR', 'calendar', lineOf('calendar:')]]);
    expect(spoilt('stage: disclosure,', 'stage: budget-linkage,')).toEqual([['STAGE_TWICE', 'plan.8', expect.any(Number)]]);
  });

  it('with a Chinese and an English sentence each', () => {
    for (const [from, to] of [
      ['fiscalYear: 2023', 'fiscalYear: x'],
      ['district: gangcheng', 'district: 7'],
      ['colour: red', 'colour: pink'],
      ['necessity: 20', 'necessity: -20'],
    ] as const) {
      const result = parsePolicy(GANGCHENG.replace(from, to));
      expect(
        isRefused(result) && result.every((it) => /\p{Script=Han}/u.test(it.zh) && !/\p{Script=Han}/u.test(it.en) && it.line! > 0),
      ).toBe(true);
    }
  });
});

describe('the parser', () => {
  it('never throws and never lets half a document through', () => {
    expect([isRefused(parsePolicy('')), isRefused(parsePolicy('a: &a [*a]')), isRefused(parsePolicy('x'.repeat(200_001)))]).toEqual([
      true,
      true,
      true,
    ]);
    fc.assert(
      fc.property(fc.nat(GANGCHENG.length - 1), fc.nat(40), fc.string({ maxLength: 6 }), (at, cut, put) => {
        const result = parsePolicy(GANGCHENG.slice(0, at) + put + GANGCHENG.slice(at + cut));
        expect(isRefused(result) ? result.length : result.hash.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
