import { select } from './select.js';
import type { Outcome, Selection } from './select.js';
import type { SelectionCandidate, SelectionRule } from './selection-rule.js';

const RULE: SelectionRule = {
  version: 'test@1',
  take: 2,
  exclude: [],
  must: [],
  criteria: [{ id: 'amount', of: 'amount', from: '0', to: '9000000', points: '60' }],
  quotas: [],
  ties: [],
  coverage: { years: 5, of: 'class == key' },
};
const candidate = (id: string, amount: string | null, more: Partial<SelectionCandidate> = {}): SelectionCandidate => ({
  id,
  name: `项目${id}`,
  department: `局${id}`,
  class: 'ordinary',
  lastEvaluated: 2020,
  ...more,
  figures: { amount, ...more.figures },
});
const choose = (candidates: readonly SelectionCandidate[], rule: Partial<SelectionRule> = {}): Selection =>
  select(candidates, { ...RULE, ...rule }, 2024);
const brief = (some: readonly Outcome[]): string[] => some.map(({ id, why, by }) => [id, why, by ?? ''].join(' ').trim());

const three = [candidate('A', '3000000'), candidate('B', '6000000'), candidate('C', '1000000')];

describe('a selection', () => {
  it('takes the most points, exactly, and says why each was chosen or left out', () => {
    const { chosen, leftOut, totals } = choose(three);
    expect([brief(chosen), brief(leftOut)]).toEqual([['B rank', 'A rank'], ['C no-place']]);
    expect([chosen, leftOut].flat().map(({ score, rank }) => [score.value, rank])).toEqual([
      ['40', 1],
      ['20', 2],
      ['20/3', 3],
    ]);
    expect(leftOut[0]!.sentence).toEqual({ zh: '名额已满，第 3 名，6.67 分', en: 'no place left; rank 3, 6.67 points' });
    expect(chosen[0]!.score.steps[0]).toMatchObject({ rule: 'amount', formula: '(6000000 - 0) ÷ (9000000 - 0) = 2/3; × 60', result: '40' });
    const origin = { document: '评价表', by: '绩效科' };
    expect(choose([candidate('A', '1', { origin })]).chosen[0]!.score.inputs).toMatchObject([{ name: 'amount', value: '1', origin }]);
    expect(totals).toEqual({ candidates: 3, chosen: 2, amount: '10000000', amountChosen: '9000000', share: '9/10' });
  });

  it('lets less be better, and stops at both ends of a scale', () => {
    const criteria = [{ id: 'past', of: 'pastScore', from: '90', to: '60', points: '30' }];
    const scored = ['95', '75', '10'].map((pastScore, i) => candidate(String(i), '1', { figures: { pastScore } }));
    expect(choose(scored, { criteria, take: 3 }).chosen.map(({ id, score }) => [id, score.value])).toEqual([
      ['2', '30'],
      ['1', '15'],
      ['0', '0'],
    ]);
  });

  it('puts exclusion before duty, and duty before places and quotas', () => {
    const rule = {
      take: 1,
      exclude: [{ id: 'classified', when: 'amount < 2000000' }],
      must: [{ id: 'five-years', when: 'yearsSinceEvaluation >= 4' }],
      quotas: [{ id: 'one-each', by: 'class', most: 1 }] as const,
    };
    const { chosen, leftOut, exceeds, quotas } = choose(three, rule);
    expect([brief(chosen), brief(leftOut)]).toEqual([['B must five-years', 'A must five-years'], ['C excluded classified']]);
    expect([exceeds, quotas]).toEqual([true, [{ id: 'one-each', group: 'ordinary', chosen: 2, least: null, most: 1, met: false }]]);
  });

  it('fills least quotas first and never exceeds a most', () => {
    const four = [
      candidate('A', '8000000', { department: '交通局' }),
      candidate('B', '7000000', { department: '交通局' }),
      candidate('C', '6000000', { department: '教育局' }),
      candidate('D', '1000000', { class: 'policy' }),
    ];
    const quotas = [
      { id: 'policies', by: 'class', value: 'policy', least: 1 },
      { id: 'departments', by: 'department', most: 1 },
    ] as const;
    const { chosen, leftOut, quotas: results } = choose(four, { take: 3, quotas });
    expect([brief(chosen), brief(leftOut)]).toEqual([['A rank', 'C rank', 'D quota-least policies'], ['B quota-most departments']]);
    expect(results.every(({ met }) => met)).toBe(true);
    const unmet = choose(four.slice(0, 3), { take: 3, quotas }).quotas[0];
    expect(unmet).toEqual({ id: 'policies', group: 'policy', chosen: 0, least: 1, most: null, met: false });
  });

  it('tells equal points apart as declared, those without the figure last, and by id in the end', () => {
    const equal = [
      candidate('D', '3', { figures: {} }),
      candidate('C', '3', { figures: { importance: '1' } }),
      candidate('B', '3', { figures: { importance: '5' } }),
      candidate('A', '3', { figures: { importance: '5' } }),
    ];
    const ids = (first: 'most' | 'least'): string =>
      choose(equal, { take: 4, ties: [{ by: 'importance', first }] })
        .chosen.map(({ id }) => id)
        .join('');
    expect([ids('most'), ids('least')]).toEqual(['ABCD', 'CABD']);
  });

  it('never chooses what cannot be judged, and says what is missing', () => {
    const { leftOut } = choose([candidate('A', null), candidate('B', '1', { figures: { pastScore: null } })], {
      exclude: [{ id: 'good', when: 'pastScore >= 90' }],
    });
    expect(brief(leftOut)).toEqual(['B undecided good', 'A undecided good']);
    const unscored = choose([candidate('A', null)]).leftOut[0]!;
    expect([unscored.why, unscored.by, unscored.rank, unscored.score.value, unscored.score.reason]).toEqual([
      'undecided',
      'criteria',
      null,
      null,
      'MISSING_INPUT',
    ]);
    expect(unscored.score.sentence.zh).toBe('无法计分：缺少“金额”');
  });

  it('counts a missing figure only where the rule says how', () => {
    const criteria = [
      { id: 'past', of: 'pastScore', from: '90', to: '60', points: '30', whenMissing: '10' },
      { id: 'concern', when: 'publicConcern >= 3', points: '20', whenMissing: '0' },
    ];
    const [only] = choose([candidate('A', '1')], { criteria }).chosen;
    expect([only!.score.value, only!.score.steps.map(({ result, zh }) => [result, zh])]).toEqual([
      '10',
      [
        ['10', '缺少“上次评价得分”，按 10 分计'],
        ['0', '社会关注度评级 >= 3：缺少“社会关注度评级”，无法判定，按 0 分计'],
      ],
    ]);
  });

  it('says how far the key ones are covered within five years', () => {
    const key = (id: string, lastEvaluated: SelectionCandidate['lastEvaluated'], amount = '1'): SelectionCandidate =>
      candidate(id, amount, { class: 'key', lastEvaluated });
    const some = [key('A', 2020), key('B', 2019), key('C', 'never'), key('D', null), key('E', 'never', '9000000'), candidate('F', '2')];
    expect(choose(some, { take: 1 }).coverage).toEqual({ years: 5, of: 5, covered: 2, missing: ['B', 'C'], unknown: ['D'] });
  });
});
