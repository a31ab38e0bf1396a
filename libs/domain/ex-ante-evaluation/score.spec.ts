import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { exAnteScore, needsExAnte } from './score.js';

const DIMENSIONS = Object.keys(SAMPLE_POLICY.exAnteEvaluation.dimensions);
const scored = (...points: string[]): ReturnType<typeof exAnteScore> =>
  exAnteScore(
    { summary: '摘要', scores: points.map((it, i) => ({ dimension: DIMENSIONS[i] ?? 'luck', points: it, basis: '依据' })) },
    SAMPLE_POLICY,
  );

describe('ex-ante evaluation', () => {
  it('sums five dimensions to a score, a grade and what follows', () => {
    expect(scored('20', '19', '18', '17', '16').value).toEqual({ score: '90', shown: '90.00', grade: '优', conclusion: 'support' });
    expect(scored('15.9', '16', '16', '16', '16').value).toMatchObject({ grade: '中', conclusion: 'adjust' });
    expect(scored('0', '20', '20', '19.99', '0').value).toMatchObject({ grade: '差', conclusion: 'reject' });
  });

  it('has no score while a dimension is missing, unknown, doubled or too high', () => {
    expect(scored('20', '20').problems).toHaveLength(3);
    expect(scored('20', '20', '20', '20', '20.01').problems.map((it) => it.path)).toEqual(['scores.4.points']);
    expect(scored('20', '20', '20', '20', '20', '1').problems.map((it) => it.path)).toEqual(['scores.5.dimension']);
    expect(scored('20').value).toBeNull();
  });

  it('is owed by new projects from the threshold on', () => {
    expect([
      needsExAnte({ isNew: true, amount: '5000000.00' }, SAMPLE_POLICY),
      needsExAnte({ isNew: true, amount: '4999999.99' }, SAMPLE_POLICY),
      needsExAnte({ isNew: false, amount: '9000000' }, SAMPLE_POLICY),
    ]).toEqual([true, false, false]);
  });
});
