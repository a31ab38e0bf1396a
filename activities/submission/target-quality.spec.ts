import { readFileSync } from 'node:fs';
import { SAMPLES } from '#contracts/forms/samples.js';
import { isRefused, parsePolicy } from '#contracts/policy/parse-policy.js';
import { targetQuality } from './target-quality.js';

const parsed = parsePolicy(readFileSync(new URL('../../policies/jiangbei-size-2023.yaml', import.meta.url), 'utf8'));
if (isRefused(parsed)) throw new Error('the policy is refused');
const { policy } = parsed;
const PROJECT = { name: '城区道路保洁', class: 'ordinary' as const, initialBudget: '32011800.00', adjustedBudget: null };
const codes = (all: readonly { readonly code: string }[]): string[] => all.map((it) => it.code);

describe('a target at the gate', () => {
  it('passes with the sample, for its budget', () => {
    expect(targetQuality(SAMPLES.target, policy, PROJECT)).toEqual({ errors: [], remarks: [] });
  });

  it('is refused for what blocks; what only warns is remarked', () => {
    const goal = { ...SAMPLES.target, annualGoal: '全年保洁道路 150 公里，新建公厕 36 座，群众满意度不低于 90%。' };
    const { errors, remarks } = targetQuality(goal, policy, PROJECT);
    expect([codes(errors), codes(remarks)]).toEqual([['lower-than-goal'], ['text-number-without-indicator']]);
    expect(remarks[0]).toMatchObject({ severity: 'note', path: 'annualGoal', zh: '目标中的“36 座”没有对应的指标' });
    expect(errors[0]).not.toHaveProperty('severity');
  });

  it('is told when its funds are not the budget, and when nothing changed with the budget', () => {
    expect(codes(targetQuality(SAMPLES.target, policy, { ...PROJECT, adjustedBudget: '30000000.00' }).remarks)).toEqual(['funds-sum']);
    const approved = { ...SAMPLES.target, funds: { ...SAMPLES.target.funds, fiscal: '40000000.00' } };
    expect(codes(targetQuality(SAMPLES.target, policy, PROJECT, approved).remarks)).toEqual(['unchanged-after-adjustment']);
  });

  it('of a unit as a whole needs five indicators', () => {
    expect(codes(targetQuality(SAMPLES.target, policy).errors)).toEqual(['min-indicators']);
  });
});
