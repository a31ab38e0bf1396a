import { compareScores } from './compare.js';
import { gapOf } from './gap.js';
import type { Comparison, ComparisonRule, ScoredItem } from './scores.js';
import { fencesOf, statisticsOf } from './statistics.js';

const RULE: ComparisonRule = { version: 'test@1', atLeast: 5, notable: '3', tolerance: '5', fence: '1.5' };
const item = (selfScore: string | null, agencyScore: string | null, more: Partial<ScoredItem> = {}): ScoredItem => ({
  name: '项目',
  selfScore,
  agencyScore,
  ...more,
});
const judge = (items: readonly ScoredItem[], rule: Partial<ComparisonRule> = {}): Comparison => compareScores(items, { ...RULE, ...rule });

describe('a gap', () => {
  it('is untrue beyond the tolerance only', () => {
    const between = (selfScore: string, otherScore: string) => {
      const { gap, beyond } = gapOf({ selfScore, otherScore }, '5');
      return [gap.value, beyond];
    };
    expect([between('100', '95'), between('100', '80.31'), between('80', '285/3'), between('250/3', '80')]).toEqual([
      ['5', false],
      ['1969/100', true],
      ['-15', true],
      ['10/3', false],
    ]);
  });

  it('does not exist without both scores, and says so', () => {
    expect(gapOf({ selfScore: null, otherScore: '90' }, '5')).toMatchObject({
      gap: { value: null, reason: 'MISSING_INPUT' },
      beyond: null,
    });
  });
});

describe('statistics', () => {
  it('are exact: mean, median and quartiles', () => {
    expect(statisticsOf(['1', '2', '2'])).toEqual({ n: 3, sum: '5', mean: '5/3', median: '2', least: '1', most: '2' });
    expect(statisticsOf(['10', '9', '1', '2'])).toMatchObject({ median: '11/2', least: '1', most: '10' });
    expect(statisticsOf([])).toBeNull();
    // Quartiles of 1, 2, 3, 4 are 7/4 and 13/4; the middle half is 3/2 wide.
    expect(fencesOf(['4', '1', '3', '2'], '1.5')).toEqual({ low: '-1/2', high: '11/2' });
    expect(fencesOf(['7'], '1.5')).toEqual({ low: '7', high: '7' });
  });
});

describe('self-scores against agency scores', () => {
  const five = ['1', '2', '3', '4', '5'].map((by) => item(String(90 + Number(by)), '90', { unit: '教育局', agency: '甲所' }));

  it('lean where the mean gap reaches what is notable', () => {
    const { overall, units } = judge(five);
    expect(overall.gap).toMatchObject({ n: 5, mean: '3', median: '3' });
    expect([overall.leniency.value, overall.signs]).toEqual(['high', { above: 5, equal: 0, below: 0 }]);
    expect(units[0]!.leniency.sentence.zh).toBe('自评偏高：相差 3.00 分（n = 5）');
    expect(judge(five, { notable: '3.01' }).overall.leniency.value).toBe('even');
    const strict = five.map((it) => ({ ...it, selfScore: it.agencyScore, agencyScore: it.selfScore }));
    expect(judge(strict).overall.leniency.value).toBe('low');
  });

  it('lean nowhere when there are fewer than the bound, which is named; the figures stand', () => {
    const { overall, fences } = judge(five.slice(1));
    expect(overall.gap).toMatchObject({ n: 4, mean: '7/2' });
    expect([overall.leniency.value, overall.leniency.reason, overall.leniency.sentence.zh]).toEqual([
      null,
      'SMALL_SAMPLE',
      '样本 4 个，不足 5 个，不作判断',
    ]);
    expect([fences.value, fences.reason]).toEqual([null, 'SMALL_SAMPLE']);
    expect(judge(five.slice(1), { atLeast: 4 }).overall.leniency.value).toBe('high');
  });

  it('count only pairs for the gap, and every score for its own side', () => {
    const { overall, items } = judge([...five, item('60', null), item(null, '70')]);
    expect([overall.self?.n, overall.agency?.n, overall.gap?.n]).toEqual([6, 6, 5]);
    expect(items.slice(5).map(({ gap, flags }) => [gap.reason, flags])).toEqual([
      ['MISSING_INPUT', []],
      ['MISSING_INPUT', []],
    ]);
  });

  it('show outliers: beyond the tolerance in any sample, outside of the fences in a sufficient one', () => {
    const some = [...['1', '1', '2', '2', '3'].map((by) => item(String(90 + Number(by)), '90')), item('94.9', '90'), item('99', '90')];
    expect(judge(some, { fence: '1' }).items.map(({ flags }) => flags)).toEqual([
      [],
      [],
      [],
      [],
      [],
      [],
      ['beyond-tolerance', 'outside-fences'],
    ]);
    expect(judge([item('99', '90')]).items[0]!.flags).toEqual(['beyond-tolerance']);
    expect(judge(some, { fence: '0' }).items[5]!.flags).toEqual(['outside-fences']);
  });
});

describe('agencies', () => {
  const scored = (agency: string, ...scores: number[]): ScoredItem[] => scores.map((it) => item(null, String(it), { agency }));

  it('are lenient or strict against all others together', () => {
    const { agencies } = judge([...scored('甲', 95, 95, 95, 95, 95), ...scored('乙', 90, 91, 92, 93, 94)]);
    expect(agencies.map(({ group, againstOthers }) => [group, againstOthers.value])).toEqual([
      ['乙', 'low'],
      ['甲', 'high'],
    ]);
    expect(agencies[1]!.againstOthers.steps.at(-1)).toMatchObject({ formula: '95 - 92', result: '3' });
  });

  it('are not judged when either side is small', () => {
    const { agencies } = judge([...scored('甲', 95, 95, 95, 95, 95), ...scored('乙', 60, 60)]);
    expect(agencies.map(({ againstOthers }) => [againstOthers.value, againstOthers.reason])).toEqual([
      [null, 'SMALL_SAMPLE'],
      [null, 'SMALL_SAMPLE'],
    ]);
    expect(judge(scored('甲', 1, 2, 3, 4, 5)).agencies[0]!.againstOthers.reason).toBe('SMALL_SAMPLE');
  });
});
