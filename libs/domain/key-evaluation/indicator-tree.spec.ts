import type { EvaluationIndicator, ScoreItem } from './content.js';
import { indicatorTree } from './indicator-tree.js';

const row = (level1: EvaluationIndicator['level1'], level3: string, weight: string): EvaluationIndicator => ({
  level1,
  level2: '二级',
  level3,
  weight,
  rubric: '按完成率计分',
});
const plan = {
  method: '比较法',
  leadEvaluator: '主评人',
  indicators: [row('决策', '立项依据', '10'), row('产出', '完成率', '50'), row('决策', '目标合理', '10'), row('效益', '满意度', '30')],
};
const scored = (indicator: string, fullPoints: string, points: string): ScoreItem => ({ indicator, fullPoints, points, evidence: '底稿' });

it('sets draft and final beside each other, by first level, with their sums and the reason of a change', () => {
  const draft = { scoreItems: [scored('立项依据', '10', '3.3'), scored('目标合理', '10', '3.4'), scored('完成率', '50', '40')] };
  const changes = [{ indicator: '完成率', reason: '补充了验收材料。' }];
  const final = { scoreItems: [...draft.scoreItems.slice(0, 2), scored('完成率', '50', '45')], changes };
  const [decision, output, benefit] = indicatorTree(plan, draft, final);
  expect([decision!.level1, decision!.weight, decision!.draft, decision!.final]).toEqual(['决策', '20.00', '6.70', '6.70']);
  expect(decision!.indicators.map(({ level3 }) => level3)).toEqual(['立项依据', '目标合理']);
  expect([output!.draft, output!.final, output!.indicators[0]!.changed]).toEqual(['40.00', '45.00', '补充了验收材料。']);
  expect([benefit!.draft, benefit!.indicators[0]!.draft]).toEqual(['0.00', null]);
});

it('has no sum of a report that is not there', () => {
  expect(indicatorTree(plan, null, null).map(({ draft, final }) => [draft, final])).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
});
