import { readFileSync } from 'node:fs';
import { checkTarget } from '#domain/target-filing/quality.js';
import { STANDARD_RULES } from '#domain/target-filing/quality/catalogue.js';
import type { GivenIndicator, TargetUnderCheck } from '#domain/target-filing/quality/target-under-check.js';
import { splitIndicator } from '#domain/target-filing/quantity/target-value.js';

const fixture = <T>(name: string): readonly T[] =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8')) as T[];

interface PublishedProject {
  readonly id: string;
  readonly name: string;
  readonly implementing_units: readonly string[];
  readonly group: string;
  readonly goal: string | null;
  readonly indicators: readonly string[] | null;
  readonly indicator_value: string | null;
  readonly value_unit: string | null;
  readonly indicator_nature: string | null;
  readonly outcome: string | null;
}
interface PublishedFinding {
  readonly id: string;
  readonly project_id: string | null;
  readonly quote: string;
  readonly candidate_checks: readonly { readonly check: string }[];
}

const PROJECTS = fixture<PublishedProject>('jiangbei-2022/projects');
const FAULTY = PROJECTS.filter((it) => it.group === '绩效目标质量问题');

/** Where the report quotes no indicator: the target as far as it is published, with an indicator that is about something else. */
const ELSEWHERE: GivenIndicator = { level3: '资金支付合规率', operator: '≥', targetValue: '100', measureUnit: '%' };

const published = ({ name, goal, indicators, indicator_value, value_unit, indicator_nature }: PublishedProject): TargetUnderCheck => {
  const quoted = (indicators ?? []).map((it): GivenIndicator => {
    const { name: level3, value } = splitIndicator(it);
    return { level3, ...(value === '' ? {} : { targetValue: value }) };
  });
  const unnamed: GivenIndicator[] = [
    ...(indicator_value ? [{ level3: '', operator: '≥' as const, targetValue: indicator_value, measureUnit: value_unit ?? '' }] : []),
    ...(indicator_nature === '定性' ? [{ level3: '', operator: '定性' as const, targetValue: '有效' }] : []),
  ];
  const rows = [...quoted, ...unnamed];
  return {
    projectClass: 'ordinary',
    project: name,
    ...(goal ? { annualGoal: goal } : {}),
    indicators: rows.length > 0 ? rows : [ELSEWHERE],
  };
};

const rulesFound = (target: TargetUnderCheck): readonly string[] => checkTarget(target, STANDARD_RULES).findings.map((it) => it.rule);

/** By the report's words: unit, project, and the rules that must see what the report says. */
const SEEN: readonly (readonly [id: string, unit: string, ...rules: string[]])[] = [
  ['jb22-p10', '区委党校', 'min-indicators', 'goal-not-covered', 'goal-not-quantified'],
  ['jb22-p11', '区公安分局', 'min-indicators', 'text-number-without-indicator'],
  ['jb22-p12', '区卫生健康委', 'min-indicators', 'goal-aspect-without-indicator'],
  ['jb22-p13', '民盟区委会', 'text-number-without-indicator'],
  ['jb22-p14', '区商业服务中心', 'text-number-without-indicator'],
  ['jb22-p15', '区融媒体中心', 'lower-than-goal'],
  ['jb22-p16', '区公园管理中心', 'duplicate-name', 'generic-name'],
  ['jb22-p17', '重庆市女子职业高级中学', 'duplicate-name', 'generic-name'],
  ['jb22-p18', '区卫生健康委', 'duplicate-name', 'name-is-project'],
  ['jb22-p19', '区委宣传部', 'satisfaction-of-leaders', 'goal-not-covered'],
  ['jb22-p20', '区信访办', 'qualitative-where-countable'],
];

describe('the targets that Jiangbei names in its report of 2022', () => {
  it('are all in the table', () => {
    expect(SEEN.map(([id]) => id)).toEqual(FAULTY.map((it) => it.id));
    expect(SEEN.map(([, unit]) => unit)).toEqual(FAULTY.map((it) => it.implementing_units[0]));
  });

  it.each(SEEN)('%s %s', (id, _unit, ...rules) => {
    expect(rulesFound(published(FAULTY.find((it) => it.id === id)!))).toEqual(expect.arrayContaining(rules));
  });

  it('jb22-p14 misses both numbers of its goal, jb22-p15 is told both', () => {
    const say = (id: string): string[] =>
      checkTarget(published(FAULTY.find((it) => it.id === id)!), STANDARD_RULES).findings.map(
        (it) => `${it.path} ${it.zh} ${it.quote ?? ''}`,
      );
    expect(say('jb22-p14')).toEqual(
      expect.arrayContaining([
        'annualGoal 目标中的“50家”没有对应的指标 调研走访50家限上重点企业',
        'annualGoal 目标中的“一次”没有对应的指标 召开一次监测工作推进会',
      ]),
    );
    expect(say('jb22-p15')).toContain('indicators.0.targetValue 目标要求“26万人”，指标“”仅为“40000人” 全年新增app注册用户数26万人');
  });

  it('show what each published finding says they show', () => {
    const rulesOf: Readonly<Record<string, readonly string[]>> = {
      'min-indicator-count': ['min-indicators'],
      'goal-covered-by-indicators': ['goal-not-covered', 'goal-aspect-without-indicator', 'text-number-without-indicator'],
      'indicator-quantified': ['complete-indicator', 'goal-not-quantified'],
      'goal-number-has-indicator': ['text-number-without-indicator'],
      'goal-value-equals-indicator-value': ['lower-than-goal'],
      'indicator-names-unique': ['duplicate-name'],
      'indicator-name-not-generic': ['generic-name'],
      'indicator-name-not-project-name': ['name-is-project'],
    };
    const examples = fixture<PublishedFinding>('jiangbei-2022/findings').filter((it) => it.project_id !== null);
    expect(examples.length).toBeGreaterThan(0);
    for (const { id, project_id, candidate_checks } of examples) {
      const found = rulesFound(published(FAULTY.find((it) => it.id === project_id)!));
      for (const { check } of candidate_checks) {
        expect([id, check, found.some((it) => rulesOf[check]?.includes(it))]).toEqual([id, check, true]);
      }
    }
  });
});

/** What the reports say of targets and no rule sees in a target, with the reason. */
const NOT_SEEN: Readonly<Record<string, string>> = {
  'jb22-p01': 'execution: the money was not paid out; the target is not quoted',
  'jb22-p02': 'execution: procedures unfinished',
  'jb22-p03': 'execution: procedures unfinished',
  'jb22-p04': 'execution: procedures unfinished',
  'jb22-p05': 'two projects of two units overlap: seen only across projects, and the texts are not quoted',
  'jb22-p06': 'the counterpart of jb22-p05',
  'jb22-p07': 'execution: carried over',
  'jb22-p08': 'execution: carried over',
  'jb22-p09': 'execution: carried over',
};

describe('what a rule cannot see', () => {
  it('is listed project by project, with the reason', () => {
    expect(PROJECTS.filter((it) => it.group !== '绩效目标质量问题').map((it) => it.id)).toEqual(Object.keys(NOT_SEEN));
  });
});

describe('Beibei 2019', () => {
  it('set no benefit indicators and no measurable values', () => {
    const [project] = fixture<{ name: string; targets: readonly { name: string }[] }>('beibei-2019/projects');
    const indicators = project!.targets.map(({ name }): GivenIndicator => ({ level1: '产出', level3: name }));
    const { findings } = checkTarget({ projectClass: 'ordinary', project: project!.name, indicators }, STANDARD_RULES);
    expect(findings.filter((it) => it.rule === 'required-dimensions').map((it) => it.zh)).toEqual(['缺少“效益”指标', '缺少“满意度”指标']);
    expect(findings.filter((it) => it.rule === 'complete-indicator')).toHaveLength(indicators.length);
  });
});
