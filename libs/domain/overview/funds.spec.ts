import { fundsOf } from './funds.js';

it('shows the exact rate with its figures, and what it leaves out', () => {
  const funds = fundsOf({ projects: 2, without: 1, budget: '300.00', executed: '200.00' }, 'adjustedBudget');
  expect(funds).toMatchObject({ rate: '2/3', shown: '66.67%', reason: null });
  expect(funds.sentence.zh).toBe('执行率 = 执行数 ÷ 调整预算数，计 2 个项目（万元）：0.02 ÷ 0.03 = 66.67%；另有 1 个项目缺数据，未计入。');
});

it('has no rate of no budget', () => {
  expect(fundsOf({ projects: 0, without: 3, budget: '0', executed: '0' }, 'initialBudget')).toMatchObject({
    rate: null,
    reason: 'DENOMINATOR_ZERO',
  });
});
