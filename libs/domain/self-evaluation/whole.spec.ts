import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { attainedIndicators } from './attained.js';
import type { WholeSelfEvaluationContent } from './content.js';
import { selfScore } from './score.js';
import { WHOLE_FORM } from './self-rubric.js';

const indicator = (level1: '产出' | '效益', level3: string, targetValue: string, weight: string) =>
  ({ level1, level2: '数量指标', level3, operator: '≥', targetValue, measureUnit: '个', weight, core: true }) as const;

/** No satisfaction, and weights that sum to 45: the department's own indicators count as they stand. */
const TARGET: TargetContent = {
  annualGoal: '目标',
  indicators: [indicator('产出', '甲', '10', '15'), indicator('效益', '乙', '4', '30')],
  funds: { fiscal: '100', carriedOver: '0', own: '0', other: '0' },
};
const report = (second: WholeSelfEvaluationContent['results'][number]): WholeSelfEvaluationContent => ({
  funds: { initialBudget: '100.00', adjustedBudget: '100.00', executed: '100.00' },
  goalResult: '完成',
  results: [{ indicator: 0, actualValue: '10' }, second],
});
const scored = (second: WholeSelfEvaluationContent['results'][number]) => selfScore(report(second), TARGET, SAMPLE_POLICY, {}, WHOLE_FORM);

describe('the self-score of a unit as a whole', () => {
  it('shares what execution leaves among all its indicators by their weights', () => {
    const { value, explanation, missing } = scored({ indicator: 1, actualValue: '4' });
    expect([value?.score, missing]).toEqual(['100', []]);
    expect(explanation.map(({ full }) => full)).toEqual(['10', '30', '60']);
  });

  it('takes an indicator that is not met pro rata, and wants its reason and its correction', () => {
    const { value, missing } = scored({ indicator: 1, actualValue: '3' });
    expect(value?.score).toBe('85');
    expect(missing.map(({ path, zh }) => `${path} ${zh}`)).toEqual([
      'results.1.reason 指标未完成，须说明原因',
      'results.1.correction 指标未完成，须说明改进措施',
    ]);
    expect(scored({ indicator: 1, actualValue: '3', reason: '延期', correction: '加快' }).missing).toEqual([]);
  });

  it('is told indicator by indicator with what was attained, and what was never reported', () => {
    const { explanation } = scored({ indicator: 1, actualValue: '3', reason: '延期' });
    const [first, second] = attainedIndicators(TARGET, [{ indicator: 1, actualValue: '3', reason: '延期' }], explanation);
    expect(first).toMatchObject({ level3: '甲', actualValue: null, points: '30.00', fullPoints: '30' });
    expect(second).toMatchObject({ level3: '乙', targetValue: '4', actualValue: '3', reason: '延期', points: '45.00', fullPoints: '60' });
  });
});
