import { lintPolicy } from './lint.js';
import type { Policy } from './policy.js';
import { SAMPLE_POLICY } from './sample-policy.js';

const said = (over: Partial<Policy>) => lintPolicy({ ...SAMPLE_POLICY, ...over }).map(({ code, path }) => `${code} ${path}`);
const grades = [
  { from: '80', grade: 'A' as const },
  { from: '0', grade: 'C' as const },
];

it('criteria of the agencies’ rating sum to 100, and its grades descend to 0', () => {
  const criteria = { quality: '60', punctuality: '40' };
  const at = 'keyEvaluation.agencyRating';
  expect(said({ keyEvaluation: { agencyRating: { criteria, grades } } })).toEqual([]);
  expect(said({ keyEvaluation: { agencyRating: { criteria: { quality: '60' }, grades } } })).toEqual([`WEIGHTS_SUM ${at}.criteria`]);
  for (const wrong of [[...grades].reverse(), grades.slice(0, 1), [grades[0]!, { from: '0', grade: 'A' as const }]])
    expect(said({ keyEvaluation: { agencyRating: { criteria, grades: wrong } } })).toEqual([`GRADE_BANDS ${at}.grades`]);
});

it('the sign-off of notices names a chain and a ladder that exist', () => {
  expect(said({ feedback: { signOff: 'filing', within: 3, ladder: 'standard' } })).toEqual([]);
  expect(said({ budgetLinkage: { approval: 'filing' } })).toEqual([]);
  expect(said({ budgetLinkage: { approval: 'nobody' } })).toEqual(['UNKNOWN_CHAIN budgetLinkage.approval']);
  expect(said({ feedback: { signOff: 'nobody', within: 3, ladder: 'none' } }).sort()).toEqual([
    'UNKNOWN_CHAIN feedback.signOff',
    'UNKNOWN_LADDER feedback.ladder',
  ]);
});
