import type { QualityRuleName } from '#domain/policy/policy.js';
import type { GivenIndicator, TargetUnderCheck } from '#domain/target-filing/quality/target-under-check.js';
import { targetOf } from './labelled.js';
import type { Labelled, Sound } from './labelled.js';

/**
 * One way of spoiling a sound target, or of writing it differently. The faults are those that the change puts in, known because it was made:
 * nothing here asks a rule. `null` where the change makes no sense for the target.
 */
interface Variation {
  readonly name: string;
  readonly faults: readonly QualityRuleName[];
  readonly make: (sound: Sound, pick: number) => TargetUnderCheck | null;
}

type Rows = readonly GivenIndicator[];
const last = (rows: Rows): number => rows.length - 1;
const withRow = (target: TargetUnderCheck, at: number, change: Partial<GivenIndicator>): TargetUnderCheck => ({
  ...target,
  indicators: target.indicators.map((it, i) => (i === at ? { ...it, ...change } : it)),
});
const withMore = (target: TargetUnderCheck, ...more: Rows): TargetUnderCheck => ({
  ...target,
  indicators: [...target.indicators, ...more],
});
/** The target with its goal without numbers: what happens to an indicator then touches no number of the goal. */
const plain = (sound: Sound): TargetUnderCheck => ({ ...targetOf(sound), annualGoal: sound.plain });
const saying = (sound: Sound, goal: string): TargetUnderCheck => ({ ...targetOf(sound), annualGoal: goal });
const adding = (sound: Sound, words: string): TargetUnderCheck => saying(sound, `${sound.goal.replace(/。$/, '')}，${words}。`);
const one = <T>(all: readonly T[], pick: number): T => all[pick % all.length]!;
const first = (sound: Sound): GivenIndicator => targetOf(sound).indicators[0]!;
const extra = (sound: Sound, change: Partial<GivenIndicator>): GivenIndicator => ({ ...first(sound), weight: '0', core: false, ...change });
const satisfaction =
  (change: Partial<GivenIndicator>): Variation['make'] =>
  (sound) =>
    withRow(plain(sound), last(targetOf(sound).indicators), change);
const hasWord = (sound: Sound, words: RegExp): boolean => sound.rows.some((row) => words.test(row.slice(0, 6).join(' ')));

const IN_WORDS: Readonly<Record<string, string>> = {
  '12': '十二',
  '15': '十五',
  '18': '十八',
  '36': '三十六',
  '24': '二十四',
  '50': '五十',
  '3200': '三千二百',
  '24000': '2.4万',
  '260000': '二十六万',
  '6': '六',
  '8': '八',
};
const FULL = '０１２３４５６７８９';
const fullWidth = (text: string): string => text.replace(/\d/g, (it) => FULL[Number(it)]!);

const FAULTY: readonly Variation[] = [
  {
    name: 'two indicators left',
    faults: ['min-indicators', 'required-dimensions'],
    make: (it) => ({
      ...plain(it),
      indicators: [
        { ...first(it), weight: '45' },
        { ...targetOf(it).indicators[1]!, level1: '产出', weight: '45' },
      ],
    }),
  },
  {
    name: 'no core indicator',
    faults: ['min-indicators'],
    make: (it) =>
      it.projectClass === 'whole-department'
        ? null
        : { ...targetOf(it), indicators: targetOf(it).indicators.map((row) => ({ ...row, core: false })) },
  },
  { name: 'satisfaction counted as benefit', faults: ['required-dimensions'], make: satisfaction({ level1: '效益' }) },
  {
    name: 'a weight too much',
    faults: ['weights-sum'],
    make: (it, pick) => withRow(targetOf(it), 0, { weight: one(['31', '25.5', '10', '29.99'], pick) }),
  },
  { name: 'no value', faults: ['complete-indicator'], make: (it) => withRow(plain(it), 0, { targetValue: '' }) },
  {
    name: 'vague value',
    faults: ['complete-indicator'],
    make: (it, pick) =>
      withRow(plain(it), 0, { targetValue: one(['较多', '按计划', '若干', '达到要求', '进一步增加'], pick), operator: '≥' }),
  },
  { name: 'no unit', faults: ['complete-indicator'], make: (it) => withRow(plain(it), 0, { measureUnit: '' }) },
  {
    name: 'value against operator',
    faults: ['value-conflict'],
    make: (it, pick) =>
      withRow(plain(it), 0, { operator: '≥', targetValue: one(['不超过', '≤', '控制在', '小于'], pick) + first(it).targetValue! }),
  },
  {
    name: 'value in another unit',
    faults: ['value-conflict'],
    make: (it) => withRow(plain(it), last(targetOf(it).indicators), { measureUnit: '人', targetValue: '90%' }),
  },
  {
    name: 'one value in all rows',
    faults: ['repeated-value', 'complete-indicator', 'goal-not-quantified'],
    make: (it) => ({
      ...plain(it),
      indicators: targetOf(it).indicators.map((row) => ({ ...row, operator: '=', targetValue: '88/100', measureUnit: '分' })),
    }),
  },
  {
    name: 'one per cent in all rows',
    faults: ['repeated-value'],
    make: (it) => ({
      ...plain(it),
      indicators: targetOf(it).indicators.map((row) => ({
        ...row,
        operator: '≥',
        level3: row.level3.endsWith('满意度') ? row.level3 : `${row.level3.replace(/率$/, '')}完成率`,
        targetValue: '95',
        measureUnit: '%',
      })),
    }),
  },
  {
    name: 'more than all of them',
    faults: ['impossible-rate'],
    make: (it, pick) => satisfaction({ targetValue: one(['120', '100.5', '900'], pick) })(it, pick),
  },
  {
    name: 'qualitative count',
    faults: ['qualitative-where-countable'],
    make: (it) => withRow(plain(it), 0, { operator: '定性', targetValue: '按计划完成', measureUnit: '' }),
  },
  {
    name: 'qualitative number',
    faults: ['qualitative-where-countable'],
    make: (it, pick) =>
      withRow(plain(it), last(targetOf(it).indicators), {
        level3: '服务对象评价',
        operator: '定性',
        targetValue: one(['好评达到90%以上', '九成以上满意', '≥85%'], pick),
        measureUnit: '',
      }),
  },
  {
    name: 'a name twice',
    faults: ['duplicate-name'],
    make: (it, pick) =>
      withRow(plain(it), last(targetOf(it).indicators), {
        level3: one([first(it).level3, ` ${first(it).level3}`, `“${first(it).level3}”`, first(it).level3.split('').join(' ')], pick),
      }),
  },
  {
    name: 'a name twice, two values',
    faults: ['duplicate-name', 'contradicting-indicators'],
    make: (it) => withMore(targetOf(it), extra(it, { targetValue: '999999' })),
  },
  {
    name: 'a name nearly twice',
    faults: ['near-duplicate-name'],
    make: (it, pick) =>
      withMore(
        targetOf(it),
        extra(it, {
          level3: one(
            [
              `${first(it).level3}数`,
              `完成${first(it).level3}`,
              `${first(it).level3}情况`,
              `本年${first(it).level3}`,
              `${first(it).level3.slice(2)}${first(it).level3.slice(0, 2)}`,
            ],
            pick,
          ),
        }),
      ),
  },
  {
    name: 'a name that says nothing',
    faults: ['generic-name'],
    make: (it, pick) =>
      withRow(plain(it), last(targetOf(it).indicators), {
        level3: one(['满意度', '效果', '数量指标', '社会效益', '工作成效', '指标一'], pick),
      }),
  },
  {
    name: 'the name of the project',
    faults: ['name-is-project'],
    make: (it, pick) => withMore(targetOf(it), extra(it, { level3: one([it.project, `${it.project}项目`, `“${it.project}”`], pick) })),
  },
  {
    name: 'satisfied leaders',
    faults: ['satisfaction-of-leaders'],
    make: (it, pick) =>
      satisfaction({ level3: one(['主要领导满意度', '上级部门满意度', '分管领导对工作的满意度', '局机关干部满意度'], pick) })(it, pick),
  },
  {
    name: 'a number more in the goal',
    faults: ['text-number-without-indicator'],
    make: (it, pick) =>
      adding(
        it,
        one(
          [
            '编印宣传手册2000册',
            '另组织外地参观学习七次',
            '慰问困难群众350人',
            '植树造林五百墩',
            '建成示范点6个',
            '接受咨询3万余人次',
            '培养业务骨干二十名',
          ],
          pick,
        ),
      ),
  },
  {
    name: 'more in the goal than in the indicator',
    faults: ['lower-than-goal'],
    make: (it) => saying(it, it.goal.replace(it.short[0], it.short[1])),
  },
  {
    name: 'a promise to save',
    faults: ['goal-aspect-without-indicator'],
    make: (it) => (hasWord(it, /成本|费用|节约|资金/) ? null : adding(it, '同时降低成本')),
  },
  {
    name: 'a promise to be in time',
    faults: ['goal-aspect-without-indicator'],
    make: (it) => (hasWord(it, /时|期|天|日|月|季度|进度|满意度.*时/) ? null : adding(it, '各项任务按时完成')),
  },
  {
    name: 'a goal about something else',
    faults: ['goal-not-covered', 'goal-not-quantified'],
    make: (it, pick) =>
      saying(
        it,
        one(['深入贯彻上级决策部署，全面加强作风建设。', '不断优化营商环境，推动高质量发展。', '强化责任担当，狠抓任务落地。'], pick),
      ),
  },
  {
    name: 'a cost above the funds',
    faults: ['cost-above-funds'],
    make: (it, pick) =>
      withMore(
        targetOf(it),
        extra(it, {
          level1: '成本',
          level2: '经济成本指标',
          level3: '项目总成本',
          operator: '≤',
          ...one(
            [
              { targetValue: '13000', measureUnit: '万元' },
              { targetValue: '12.5', measureUnit: '亿元' },
              { targetValue: '130000000', measureUnit: '元' },
            ],
            pick,
          ),
        }),
      ),
  },
  {
    name: 'costs that are too much together',
    faults: ['cost-above-funds'],
    make: (it) =>
      withMore(
        targetOf(it),
        ...['人工成本', '材料成本'].map((level3) =>
          extra(it, {
            level1: '成本',
            level2: '经济成本指标',
            level3,
            operator: '≤',
            targetValue: String(Math.round(it.funds * 0.6)),
            measureUnit: '元',
          }),
        ),
      ),
  },
  {
    name: 'sources that do not sum',
    faults: ['funds-sum'],
    make: (it, pick) => ({ ...targetOf(it), funds: { ...targetOf(it).funds, total: String(it.funds + one([1, 10_000, -5_000], pick)) } }),
  },
  {
    name: 'another budget, the same target',
    faults: ['unchanged-after-adjustment'],
    make: (it, pick) => ({
      ...targetOf(it),
      beforeAdjustment: {
        annualGoal: one([it.goal, it.goal.replace(/。$/, ''), it.goal.replace('，', '，并'), ` ${it.goal}`], pick),
        indicators: [...targetOf(it).indicators].reverse(),
        budget: String(it.funds * 2),
      },
    }),
  },
  {
    name: 'copied though missed',
    faults: ['copied-though-missed'],
    make: (it, pick) => ({
      ...targetOf(it),
      lastYear: {
        annualGoal: it.goal.replace('2023', '2022'),
        indicators: targetOf(it).indicators.map((row, i) => ({
          ...row,
          ...(i === 0 ? one([{ met: false }, { actualValue: '1' }], pick) : { met: true }),
        })),
      },
    }),
  },
];

const STILL_SOUND: readonly Variation[] = [
  { name: 'another order', faults: [], make: (it) => ({ ...targetOf(it), indicators: [...targetOf(it).indicators].reverse() }) },
  {
    name: 'full width',
    faults: [],
    make: (it) => ({
      ...saying(it, fullWidth(it.goal)),
      indicators: targetOf(it).indicators.map((row) =>
        row.operator === '定性' ? row : { ...row, targetValue: fullWidth(row.targetValue!) },
      ),
    }),
  },
  {
    name: 'numbers in words',
    faults: [],
    make: (it) => {
      const words = IN_WORDS[first(it).targetValue!];
      return words ? withRow(targetOf(it), 0, { targetValue: words }) : null;
    },
  },
  {
    name: 'value with its unit',
    faults: [],
    make: (it, pick) =>
      withRow(targetOf(it), 0, {
        targetValue: `${one(['', '不少于', '≥'], first(it).operator === '≥' ? pick : 0)}${first(it).targetValue!}${first(it).measureUnit!}`,
      }),
  },
  {
    name: 'figures that are no quantities',
    faults: [],
    make: (it, pick) =>
      adding(
        it,
        one(
          [
            '落实“十四五”规划第三章要求',
            '按照渝府发〔2022〕15号文件执行',
            '推进一站式服务',
            '2023年第二季度启动',
            '做到一户一策',
            '利用5G和12345热线',
            '坚持一个标准',
          ],
          pick,
        ),
      ),
  },
  {
    name: 'adjusted with the budget',
    faults: [],
    make: (it) => ({
      ...targetOf(it),
      beforeAdjustment: {
        annualGoal: it.plain,
        indicators: withRow(targetOf(it), 0, { targetValue: '7' }).indicators,
        budget: String(it.funds * 2),
      },
    }),
  },
  {
    name: 'as last year, which was met',
    faults: [],
    make: (it) => ({
      ...targetOf(it),
      lastYear: { annualGoal: it.goal, indicators: targetOf(it).indicators.map((row) => ({ ...row, met: true })) },
    }),
  },
  {
    name: 'names alike, things different',
    faults: [],
    make: (it, pick) => {
      const name = first(it).level3;
      const [a, b] = one(
        [
          ['城区', '乡村'],
          ['小学', '中学'],
          ['甲类', '乙类'],
          ['居家', '机构'],
        ] as const,
        pick,
      );
      return { ...withMore(withRow(plain(it), 0, { level3: a + name }), extra(it, { level3: b + name, targetValue: '77' })) };
    },
  },
  {
    name: 'a row more than the goal says',
    faults: [],
    make: (it) => withMore(targetOf(it), extra(it, { level3: '档案归档完整率', operator: '≥', targetValue: '100', measureUnit: '%' })),
  },
];

/** Each change of eight sound targets, in turn; every target gets a share of all of them. */
const EACH = 8;

export const variations = (sound: readonly Sound[]): readonly Labelled[] =>
  [...FAULTY, ...STILL_SOUND].flatMap(({ name, faults, make }, v) => {
    const made = sound
      .map((_, i) => sound[(i + v * 5) % sound.length]!)
      .flatMap((it, i) => {
        const target = make(it, i);
        return target ? [{ id: `${it.id}: ${name}`, origin: `variation of ${it.id}: ${name}`, faults, target }] : [];
      });
    return made.slice(0, EACH);
  });
