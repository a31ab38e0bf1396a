import { SAMPLES } from '#contracts/forms/samples.js';
import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { missingFields } from './required-fields.js';

const policy = { ...SAMPLE_POLICY, targetFiling: { required: { project: ['phone', 'schedule', 'basis'] as const } } };
const bare = { annualGoal: '目标', indicators: [], funds: SAMPLES.target.funds };

it('names what the policy demands of a form and the filing leaves empty, by its printed label', () => {
  const missing = missingFields({ ...bare, basis: '依据', schedule: [] }, 'project', policy);
  expect(missing.map(({ path, zh }) => [path, zh])).toEqual([
    ['phone', '须填写“电话”'],
    ['schedule', '须填写“实施进度计划”'],
  ]);
  expect(missingFields(bare, 'wholeDepartment', policy)).toEqual([]);
  expect(missingFields(bare, 'project', SAMPLE_POLICY)).toEqual([]);
});
