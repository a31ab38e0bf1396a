import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { disclose, dutiesOf } from './duties.js';
import type { PublicProject } from './duties.js';

const PROJECT: PublicProject = {
  code: '0001',
  name: '城区道路保洁',
  approvedBudget: '100000.00',
  target: { annualGoal: '保洁道路 120 公里' },
  results: [
    { kind: 'evaluation', score: '91.36', grade: '优' },
    { kind: 'self-evaluation', score: '97.50', grade: '优' },
  ],
};

it('is one duty for all of it where the policy lists none', () => {
  expect(dutiesOf(SAMPLE_POLICY).map(({ id, label }) => [id, label])).toEqual([['all', '绩效信息公开']]);
  expect(disclose(PROJECT, dutiesOf(SAMPLE_POLICY)[0]!.what)).toEqual(PROJECT);
});

it('shows what the duty names and nothing else', () => {
  const { target, results, ...project } = PROJECT;
  expect(disclose(PROJECT, ['targets'])).toEqual({ ...project, target });
  expect(disclose(PROJECT, ['self-evaluations'])).toEqual({ ...project, results: [results[1]] });
  expect(disclose(PROJECT, ['evaluations', 'targets'])).toEqual({ ...project, target, results: [results[0]] });
});
