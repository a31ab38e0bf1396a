import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { checkTarget, qualityRules } from './quality.js';
import { STANDARD_RULES } from './quality/catalogue.js';
import type { GivenIndicator, TargetUnderCheck } from './quality/target-under-check.js';

const row = (change: Partial<GivenIndicator> = {}): GivenIndicator => ({
  level1: '产出',
  level2: '数量指标',
  level3: '保洁里程',
  operator: '≥',
  targetValue: '120',
  measureUnit: '公里',
  weight: '50',
  core: true,
  ...change,
});
const BENEFIT = row({
  level1: '效益',
  level2: '社会效益',
  level3: '环境改善',
  operator: '定性',
  targetValue: '明显改善',
  measureUnit: '',
  weight: '30',
});
const SATISFIED = row({
  level1: '满意度',
  level2: '服务对象满意度',
  level3: '居民满意度',
  targetValue: '90',
  measureUnit: '%',
  weight: '10',
});
const GOOD: TargetUnderCheck = {
  projectClass: 'ordinary',
  project: '城区道路保洁',
  annualGoal: '2023年全年保洁道路 120 公里（〔2022〕15号文），居民满意度达到 90.0%。',
  indicators: [row(), BENEFIT, SATISFIED],
  funds: { fiscal: '1000000', carriedOver: '0', own: '0', other: '0' },
};
const found = (change: Partial<TargetUnderCheck>): string[] =>
  checkTarget({ ...GOOD, ...change }, STANDARD_RULES).findings.map((it) => `${it.rule} ${it.path}`);
const rows = (...indicators: GivenIndicator[]): Partial<TargetUnderCheck> => ({ indicators });

describe('the quality of a target', () => {
  it('is fine when everything is there', () => {
    const { value, findings, unjudged, sentence, steps } = checkTarget(GOOD, STANDARD_RULES);
    expect([value, findings, unjudged, sentence.zh]).toEqual([{ submittable: true, block: 0, warn: 0, note: 0 }, [], [], '没有发现问题']);
    expect(steps.every((it) => it.result === 'clean')).toBe(true);
  });

  it('asks more of a key project, and blocks', () => {
    const { value, findings, sentence } = checkTarget({ ...GOOD, projectClass: 'key' }, STANDARD_RULES);
    expect(value).toMatchObject({ submittable: false, block: 1 });
    expect(findings).toMatchObject([
      { rule: 'min-indicators', severity: 'block', zh: '绩效指标 3 个，不少于 5 个', source: expect.stringContaining('jb22-r02') },
    ]);
    expect(sentence.en).toBe('cannot be submitted: 1 to correct, 0 warnings, 0 notes');
  });

  it('is judged by the severity of the policy, which may switch a rule off', () => {
    const rules = (severity: 'note' | 'off') => STANDARD_RULES.map((it) => (it.rule === 'min-indicators' ? { ...it, severity } : it));
    expect(checkTarget({ ...GOOD, projectClass: 'key' }, rules('note')).value).toMatchObject({ submittable: true, note: 1 });
    expect(checkTarget({ ...GOOD, projectClass: 'key' }, rules('off')).findings).toEqual([]);
  });

  it('takes its rules and the total of weights from a policy', () => {
    const heavier = { ...GOOD, indicators: [row({ weight: '60' }), BENEFIT, SATISFIED] };
    expect(checkTarget(heavier, qualityRules(SAMPLE_POLICY)).findings.map((it) => it.zh)).toEqual(['指标权重合计 100.00，应为 90']);
  });

  it('says what it cannot judge', () => {
    const bare = [
      { level3: '保洁里程', targetValue: '120公里' },
      { level3: '居民满意度', targetValue: '90%' },
      { level3: '投诉', targetValue: '≤5件' },
    ];
    const { unjudged, value } = checkTarget({ projectClass: 'ordinary', indicators: bare }, STANDARD_RULES);
    expect(unjudged.map((it) => it.reason)).toEqual(['CORE_NOT_GIVEN', 'LEVELS_NOT_GIVEN', 'WEIGHTS_NOT_GIVEN', 'FUNDS_NOT_GIVEN']);
    expect(value?.submittable).toBe(true);
  });
});

describe('counts and values', () => {
  it('miss a dimension and its weight', () => {
    expect(found(rows(row(), row({ level3: '清扫面积', targetValue: '5', measureUnit: '万平方米' }), SATISFIED))).toEqual([
      'required-dimensions indicators',
      'weights-sum indicators',
    ]);
  });

  it('want operator, value and unit to fit each other', () => {
    expect(found(rows(row({ targetValue: '很多' }), BENEFIT, SATISFIED))).toContain('complete-indicator indicators.0.targetValue');
    expect(found(rows(row({ measureUnit: '' }), BENEFIT, SATISFIED))).toContain('complete-indicator indicators.0.measureUnit');
    expect(found(rows(row(), { ...BENEFIT, targetValue: '5' }, SATISFIED))).toContain('complete-indicator indicators.1.targetValue');
    expect(found(rows(row({ targetValue: '不超过120公里' }), BENEFIT, SATISFIED))).toEqual(['value-conflict indicators.0.operator']);
    expect(found(rows(row({ targetValue: '120公里', measureUnit: '米' }), BENEFIT, SATISFIED))).toEqual([
      'value-conflict indicators.0.measureUnit',
    ]);
  });

  it('take Chinese numerals, but not where the policy wants decimals', () => {
    const inWords = { ...GOOD, indicators: [row({ targetValue: '一百二十' }), BENEFIT, SATISFIED] };
    expect(checkTarget(inWords, STANDARD_RULES).findings).toEqual([]);
    expect(checkTarget(inWords, qualityRules(SAMPLE_POLICY)).findings.map((it) => it.zh)).toEqual([
      '指标值应只填数值，单位另填；“一百二十”即 120000 米',
    ]);
  });

  it('are not all the same, and no share is above 100%', () => {
    const same = ['保洁率', '达标率', '居民满意度'].map((level3) => row({ level3, targetValue: '88', measureUnit: '%', weight: '30' }));
    expect(found(rows(...same))).toContain('repeated-value indicators');
    expect(found(rows(row(), BENEFIT, { ...SATISFIED, targetValue: '120' }))).toContain('impossible-rate indicators.2.targetValue');
    const growth = row({ level1: '效益', level3: '营业收入增长率', targetValue: '150', measureUnit: '%', weight: '30' });
    expect(found(rows(row(), growth, SATISFIED))).toEqual([]);
  });

  it('are numbers where a number is possible', () => {
    expect(found(rows(row(), { ...BENEFIT, level3: '投诉数量' }, SATISFIED))).toEqual([
      'qualitative-where-countable indicators.1.operator',
    ]);
    expect(found(rows(row(), { ...BENEFIT, targetValue: '改善30%以上' }, SATISFIED))).toEqual([
      'qualitative-where-countable indicators.1.operator',
    ]);
    expect(found(rows(row(), { ...BENEFIT, level3: '环境质量' }, SATISFIED))).toEqual([]);
  });
});

describe('names', () => {
  const named = (name: string, change: Partial<GivenIndicator> = {}): Partial<TargetUnderCheck> =>
    rows(row({ weight: '20' }), row({ level3: name, weight: '30', ...change }), BENEFIT, SATISFIED);

  it('occur once, in whatever spelling', () => {
    expect(found(named('保洁 里程', { targetValue: '130' }))).toContain('duplicate-name indicators.1.level3');
    expect(found(named('“保洁”的里程', { targetValue: '130' }))).toContain('contradicting-indicators indicators.1.targetValue');
    expect(found(named('保洁里程数'))).toContain('near-duplicate-name indicators.1.level3');
    expect(found(named('里程保洁'))).toContain('near-duplicate-name indicators.1.level3');
    expect(found(named('新保洁里程'))).not.toContain('near-duplicate-name indicators.1.level3');
  });

  it('say what is measured', () => {
    expect(found(named('数量指标'))).toContain('generic-name indicators.1.level3');
    expect(found(named('城区道路保洁经费'))).toContain('name-is-project indicators.1.level3');
    expect(found(named('区领导满意度', { targetValue: '95', measureUnit: '%' }))).toContain('satisfaction-of-leaders indicators.1.level3');
  });
});

describe('the goal', () => {
  const goal = (annualGoal: string): string[] => found({ annualGoal });

  it('states nothing that no indicator carries', () => {
    expect(goal('保洁道路120公里，新建厕所三十六座，9月完工')).toEqual(['text-number-without-indicator annualGoal']);
    expect(goal('保洁道路 12万米，环境改善')).toEqual([]);
    expect(goal('保洁道路100公里以上，投入资金100万元')).toEqual([]);
  });

  it('is not above its indicators', () => {
    expect(goal('全年保洁里程150公里')).toEqual(['lower-than-goal indicators.0.targetValue']);
    expect(goal('全年保洁里程150000米以上')).toEqual(['lower-than-goal indicators.0.targetValue']);
  });

  it('has its aspects looked at, and something of it at all', () => {
    expect(goal('及时保洁道路')).toEqual(['goal-aspect-without-indicator annualGoal']);
    expect(goal('加强教师专业素养，提升科研水平')).toEqual(['goal-not-covered annualGoal', 'goal-not-quantified annualGoal']);
  });
});

describe('money and earlier targets', () => {
  const cost = (targetValue: string): GivenIndicator =>
    row({ level1: '成本', level2: '经济成本', level3: '保洁成本', operator: '≤', targetValue, measureUnit: '万元', weight: '0' });

  it('keep costs within funds, and funds within their sum', () => {
    expect(found(rows(row(), BENEFIT, SATISFIED, cost('100')))).toEqual([]);
    expect(found(rows(row(), BENEFIT, SATISFIED, cost('100.01')))).toEqual(['cost-above-funds indicators.3.targetValue']);
    expect(found({ funds: { ...GOOD.funds, total: '900000' } })).toEqual(['funds-sum funds']);
    expect(found({ budget: '900000' })).toEqual(['funds-sum funds']);
  });

  it('change with the budget', () => {
    const before = { indicators: GOOD.indicators, budget: '2000000' };
    expect(found({ beforeAdjustment: before })).toEqual(['unchanged-after-adjustment indicators']);
    expect(found({ beforeAdjustment: { ...before, indicators: [row({ targetValue: '200' }), BENEFIT, SATISFIED] } })).toEqual([]);
    expect(found({ beforeAdjustment: { ...before, budget: '1000000' } })).toEqual([]);
  });

  it('are not copied where they were missed', () => {
    const lastYear = (actualValue: string) => ({
      annualGoal: GOOD.annualGoal!.replace('2023', '2022'),
      indicators: GOOD.indicators.map((it, i) => (i === 0 ? { ...it, actualValue } : it)),
    });
    expect(found({ lastYear: lastYear('96') })).toEqual(['copied-though-missed indicators']);
    expect(found({ lastYear: lastYear('120') })).toEqual([]);
  });
});
