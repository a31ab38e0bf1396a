import type { Rubric, RubricNode, Rule } from '../rubric.js';
import { compareRubrics } from './compare-rubrics.js';
import { lintRubric } from './lint-rubric.js';

const RATIO: Rule = { type: 'ratio', actual: 'done', target: 'planned', operator: '≥', reverse: 'ratio' };
const SOUND: Rubric = {
  id: 'sound',
  version: '1',
  table: '评分表',
  source: '测试',
  full: '100',
  weights: 'points',
  inputs: { done: { zh: '完成数', kind: 'number', source: '验收' }, planned: { zh: '计划数', kind: 'number', source: '目标' } },
  indicators: [
    { name: '产出', weight: '60', children: [{ name: '完成率', weight: '60', rule: RATIO }] },
    { name: '效益', weight: '40', rule: RATIO },
  ],
};
const codes = (change: Partial<Rubric>): string[] => lintRubric({ ...SOUND, ...change }).map((it) => `${it.code} ${it.path}`);
const withLeaf = (leaf: Partial<RubricNode>, inputs: Rubric['inputs'] = {}): string[] =>
  codes({ indicators: [SOUND.indicators[0]!, { ...SOUND.indicators[1]!, ...leaf }], inputs: { ...SOUND.inputs, ...inputs } });
const AT = 'indicators.1.rule';

describe('the linter of rubrics', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(lintRubric(SOUND)).toEqual([]);
  });

  it('finds weights that do not sum, at every level, in points and in per cent', () => {
    expect(withLeaf({ weight: '39.99' })).toEqual(['WEIGHTS_SUM indicators']);
    const [first, second] = SOUND.indicators;
    expect(codes({ indicators: [{ ...first!, children: [{ name: 'x', weight: '59', rule: RATIO }] }, second!] })).toEqual([
      'WEIGHTS_SUM indicators.0',
    ]);
    expect(codes({ weights: 'percent' })).toEqual(['WEIGHTS_SUM indicators.0']);
  });

  it('finds full points that cannot be reached or can be exceeded', () => {
    const items = (points: string): Rule => ({ type: 'checklist', items: [{ when: 'ok', points }] });
    const ok = { ok: { zh: '符合', kind: 'truth' as const, source: '核查' } };
    expect([withLeaf({ rule: items('39') }, ok), withLeaf({ rule: items('41') }, ok), withLeaf({ rule: items('40') }, ok)]).toEqual([
      [`FULL_UNREACHABLE ${AT}`],
      [`FULL_EXCEEDED ${AT}`],
      [],
    ]);
  });

  it('finds bands and levels with gap or overlap', () => {
    const measure = { numerator: 'done', denominator: 'planned' };
    const bands = (...list: object[]): string[] => withLeaf({ rule: { type: 'bands', measure, bands: list } as Rule });
    expect(bands({ below: '0.6', points: '0' }, { from: '0.6', points: '40' })).toEqual([]);
    expect(bands({ below: '0.6', points: '0' }, { above: '0.6', points: '40' })).toEqual([`BAND_GAP ${AT}`]);
    expect(bands({ upTo: '0.6', points: '0' }, { from: '0.6', points: '40' })).toEqual([`BAND_OVERLAP ${AT}`]);
    expect(bands({ points: '40' }, { from: '2', below: '1', points: '0' })).toEqual([`BAND_EMPTY ${AT}`]);
    const levels = [
      { from: '0.8', upTo: '1', level: '达成' },
      { from: '0', below: '0.6', level: '未达成' },
    ];
    expect(withLeaf({ rule: { type: 'qualitative', share: 'done', levels } })).toEqual([`BAND_GAP ${AT}`]);
  });

  it('finds cases that are missing, unknown or twice', () => {
    const state = { state: { zh: '影响', kind: 'text' as const, oneOf: ['正', '负', '无'], source: '核查' } };
    const cases = ['正', '负', '负', '其他'].map((it) => ({ case: it, points: '40' }));
    expect(withLeaf({ rule: { type: 'cases', state: 'state', cases } }, state)).toEqual([
      `CASE_GAP ${AT}`,
      `CASE_UNKNOWN ${AT}`,
      `CASE_TWICE ${AT}`,
    ]);
  });

  it('finds deductions and lines that contradict themselves', () => {
    const faults = (zeroFrom: number): Rule => ({ type: 'deductions', faults: [{ cases: 'done', each: '10', zeroFrom }] });
    expect([withLeaf({ rule: faults(2) }).slice(0, 1), withLeaf({ rule: faults(4) }).slice(0, 1)]).toEqual([
      [`ZERO_TOO_EARLY ${AT}`],
      ['OPPOSED_INCENTIVES inputs.done'],
    ]);
    expect(withLeaf({ rule: { type: 'linear', measure: { input: 'done' }, zeroUpTo: '1', fullFrom: '1', between: 'rate' } })).toContain(
      `RANGE_EMPTY ${AT}`,
    );
  });

  it('finds figures that are not declared, misused, unused, or from nowhere', () => {
    expect(withLeaf({ rule: { ...RATIO, actual: 'donee' } as Rule })).toEqual([`INPUT_UNKNOWN ${AT}`]);
    expect(withLeaf({ rule: { type: 'all-or-nothing', all: ['done'] } })).toEqual([`INPUT_KIND ${AT}`]);
    expect(withLeaf({}, { more: { zh: '多余', kind: 'number' } })).toEqual(['INPUT_NO_SOURCE inputs.more', 'INPUT_UNUSED inputs.more']);
    expect(withLeaf({}, { more: { zh: '多余', kind: 'number', source: '表' } })).toEqual(['INPUT_UNUSED inputs.more']);
  });

  it('finds one figure that is punished and rewarded', () => {
    const [rate, saving] = [
      { numerator: 'done', denominator: 'planned' },
      { numerator: 'planned', less: 'done', denominator: 'planned' },
    ];
    const line = (measure: object): Rule => ({ type: 'linear', measure, zeroUpTo: '0', fullFrom: '1', between: 'straight' }) as Rule;
    expect(withLeaf({ rule: line(rate) })).toEqual([]);
    expect(withLeaf({ rule: line(saving) })).toEqual(['OPPOSED_INCENTIVES inputs.done', 'OPPOSED_INCENTIVES inputs.planned']);
  });

  it('finds a questionnaire in which the undecided are satisfied', () => {
    const options = (share: string): Rule => ({
      type: 'satisfaction',
      answers: 'q',
      options: [
        { option: '满意', share: '1' },
        { option: '一般', share },
      ],
    });
    const q = { q: { zh: '问卷', kind: 'answers' as const, source: '问卷' } };
    expect([withLeaf({ rule: options('1') }, q), withLeaf({ rule: options('0.6') }, q)]).toEqual([[`NEUTRAL_COUNTED ${AT}`], []]);
  });

  it('finds caps that cannot be decided or cut nothing', () => {
    expect(
      codes({
        caps: [
          { when: 'spent < 1', atMost: '89' },
          { when: 'done < 1', atMost: '100' },
        ],
      }),
    ).toEqual(['CAP_USELESS caps.1', 'CAP_CONDITION caps.0.when']);
  });

  it('finds names twice, mixed dimensions, double negation', () => {
    const twins = [
      { id: 'a', name: '数量', weight: '50', rule: RATIO },
      { id: 'a', name: '数量', weight: '50', rule: RATIO },
    ];
    expect(codes({ indicators: twins })).toEqual(['ID_TWICE indicators.1', 'NAME_TWICE indicators.1']);
    expect(
      codes({ indicators: [{ name: '产出数量', weight: '100', children: [{ name: '质量达标率', weight: '100', rule: RATIO }] }] }),
    ).toEqual(['DIMENSION_MIXED indicators.0.children.0']);
    expect(withLeaf({ text: '指标不得不少于3个' })).toEqual(['WORDING indicators.1.text']);
    expect(withLeaf({ text: '指标不得少于3个' })).toEqual([]);
  });

  it('finds two rubrics of one table that differ, and says where', () => {
    const other = { ...SOUND, id: 'other', indicators: [SOUND.indicators[0]!, { ...SOUND.indicators[1]!, weight: '30' }] };
    expect(compareRubrics([SOUND, other])).toMatchObject([
      { code: 'RUBRICS_DIFFER', path: 'rubrics.1', en: 'sound@1, other@1 claim one table but differ: 效益' },
    ]);
    expect(compareRubrics([SOUND, { ...SOUND, id: 'copy', version: '2' }, { ...other, table: '另一表' }])).toEqual([]);
  });
});
