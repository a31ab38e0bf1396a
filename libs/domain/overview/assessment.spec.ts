import type { AssessmentPolicy } from '#domain/policy/assessment-policy.js';
import { assess } from './assessment.js';
import type { Measures } from './assessment.js';

const POLICY: AssessmentPolicy = {
  items: [
    { measure: 'timeliness', weight: '30', source: '测试' },
    { measure: 'first-pass', weight: '30', source: '测试' },
    { measure: 'rectification', weight: '20', source: '测试' },
    { measure: 'execution', weight: '20', source: '测试' },
  ],
};
const none = { part: '0', whole: '0' };
const measures = (some: Partial<Measures>): Measures => ({
  ...{ timeliness: none, 'first-pass': none, 'warnings-answered': none, rectification: none, 'true-self-scores': none, execution: none },
  ...some,
});

describe('the assessment of a department', () => {
  it('weighs exact shares and says how', () => {
    const all = measures({
      timeliness: { part: '2', whole: '3' },
      'first-pass': { part: '1', whole: '3' },
      rectification: { part: '5', whole: '5' },
      execution: { part: '90.00', whole: '100.00' },
    });
    const { score, shown, items, sentence } = assess(POLICY, all);
    expect([score, shown]).toEqual(['68', '68.00']);
    expect(items[0]).toMatchObject({ share: '2/3', points: '20', sentence: { zh: '按时报送率：2／3 × 30 分 = 20.00 分。' } });
    expect(sentence.zh).toContain('68.00 ÷ 100 × 100 = 68.00');
  });

  it('leaves out what could not be had, and gives nothing for spending more than the budget', () => {
    const { score, items } = assess(POLICY, measures({ timeliness: { part: '3', whole: '4' }, execution: { part: '120', whole: '100' } }));
    expect(score).toBe('85');
    expect(items.map(({ points }) => points)).toEqual(['45/2', null, null, '20']);
  });

  it('has no score where nothing applies', () => {
    expect(assess(POLICY, measures({}))).toMatchObject({ score: null, shown: null });
  });
});
