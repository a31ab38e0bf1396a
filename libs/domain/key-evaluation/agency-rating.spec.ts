import { creditGrade, rateAgency } from './agency-rating.js';
import type { AgencyRatingRules } from './agency-rating.js';

const RULES: AgencyRatingRules = {
  criteria: { quality: '60', punctuality: '40' },
  grades: [
    { from: '90', grade: 'A' },
    { from: '80', grade: 'B' },
    { from: '0', grade: 'D' },
  ],
};
const rated = (criterion: string, points: string) => ({ criterion, points, basis: '报告质量良好' });

it('an agency’s work gets the exact sum of its criteria', () => {
  const { points, score, problems } = rateAgency([rated('quality', '54.5'), rated('punctuality', '40')], RULES);
  expect([points, problems]).toEqual(['189/2', []]);
  expect(score.total.value).toMatchObject({ shown: '94.50', full: '100' });
});

it('every criterion is rated, once, up to its full points', () => {
  const wrong = rateAgency([rated('quality', '61'), rated('quality', '1'), rated('price', '1')], RULES);
  expect(wrong.points).toBeNull();
  expect(wrong.problems.map(({ path }) => path)).toEqual(['scores.0.points', 'scores.1.criterion', 'scores.2.criterion', 'scores']);
});

it('the credit grade follows from the exact mean: 89.999… is no A', () => {
  expect(creditGrade([], RULES)).toMatchObject({ value: null, reason: 'NO_RATING' });
  expect(creditGrade(['90', '90'], RULES).value).toBe('A');
  const thirds = creditGrade(['90', '90', '89.99'], RULES);
  expect(thirds).toMatchObject({ value: 'B', steps: [{ result: '26999/300' }] });
  expect(creditGrade(['12'], RULES)).toMatchObject({ value: 'D', sentence: { zh: '平均 12.00 分，信用等级 D' } });
});
