import type { Details } from './finding.js';

/** `error`: a contradiction. `warn`: very likely wrong, or a rule broken. `note`: somebody should look, it may be meant. */
export type Severity = 'error' | 'warn' | 'note';

/** A kind of finding. */
export interface Kind {
  readonly severity: Severity;
  /** The article, or the published report in which the fault stands. */
  readonly source: string;
  readonly zh: (it: Details) => string;
  readonly en: (it: Details) => string;
  /** Of its details, in Chinese and English. */
  readonly labels: Readonly<Record<string, readonly [string, string]>>;
}

const BUDGET = ['预算', 'budget'] as const;
const SPENT = ['支出', 'spent'] as const;
const RATE = ['公布的执行率（%）', 'published rate (%)'] as const;
const COMPUTED = ['复算', 'recomputed'] as const;
const PRINTED = ['公布', 'published'] as const;
const NAME = ['名称', 'name'] as const;

const money = {
  OVERSPENT: {
    severity: 'error',
    source: 'fixtures/jiangbei-2021 jb21-x06',
    zh: ({ spent, budget, rate }) => `支出 ${spent} 超过预算 ${budget}（${rate}%），文中未作说明`,
    en: ({ spent, budget, rate }) => `${spent} was spent of a budget of ${budget} (${rate}%), and not a word about it`,
    labels: { budget: BUDGET, spent: SPENT, rate: COMPUTED },
  },
  RATE_CUT_OFF: {
    severity: 'warn',
    source: 'fixtures/jiangbei-2021 jb21-x08',
    zh: ({ rate, computed }) => `执行率公布 ${rate}%，实为 ${computed}%：截断而未四舍五入`,
    en: ({ rate, computed }) => `the execution rate is published as ${rate}% and is ${computed}%: cut off, not rounded`,
    labels: { rate: RATE, computed: COMPUTED },
  },
  RATE_OTHER_DENOMINATOR: {
    severity: 'error',
    source: 'fixtures/jiangbei-2021 (annexes 9, 11)',
    zh: ({ rate, other, computed }) => `执行率公布 ${rate}%，是以${other}为分母；按约定的分母为 ${computed}%`,
    en: ({ rate, other, computed }) =>
      `the execution rate ${rate}% is a share of ${other}; by the denominator that is agreed it is ${computed}%`,
    labels: { rate: RATE, other: ['所用分母', 'denominator used'], computed: COMPUTED },
  },
  RATE_DIFFERS: {
    severity: 'error',
    source: 'fixtures/jiangbei-2021 (annex 5)',
    zh: ({ rate, computed }) => `执行率公布 ${rate}%，复算为 ${computed}%`,
    en: ({ rate, computed }) => `the execution rate is published as ${rate}% and recomputes to ${computed}%`,
    labels: { rate: RATE, computed: COMPUTED },
  },
  RATE_UNSUPPORTED: {
    severity: 'note',
    source: 'fixtures/jiangbei-2021 jb21-x12',
    zh: ({ rate }) => `公布了执行率 ${rate}%，却没有可据以复算的支出或预算数`,
    en: ({ rate }) => `an execution rate of ${rate}% without the spend or the budget that it rests on`,
    labels: { rate: RATE },
  },
  REMAINDER_DIFFERS: {
    severity: 'error',
    source: 'fixtures/jiangbei-2021 (annexes 5, 6, 8)',
    zh: ({ printed, computed }) => `结余公布 ${printed}，预算减支出为 ${computed}`,
    en: ({ printed, computed }) => `the remainder is published as ${printed}, budget less spend is ${computed}`,
    labels: { printed: PRINTED, computed: COMPUTED },
  },
  FUNDS_ARE_SPEND: {
    severity: 'error',
    source: 'fixtures/jiangbei-2021 jb21-x05',
    zh: ({ printed, budget, spent }) => `汇总表资金 ${printed} 是支出数（${spent}），不是预算数（${budget}），与其他各行口径不一`,
    en: ({ printed, budget, spent }) =>
      `the table's funds ${printed} are the spend (${spent}), not the budget (${budget}): another basis than its other rows`,
    labels: { printed: PRINTED, budget: BUDGET, spent: SPENT },
  },
  FUNDS_DIFFER: {
    severity: 'error',
    source: 'fixtures/jiangbei-2021 (annexes against table)',
    zh: ({ printed, budget }) => `汇总表资金 ${printed} 与预算数 ${budget} 不符`,
    en: ({ printed, budget }) => `the table's funds ${printed} are not the budget ${budget}`,
    labels: { printed: PRINTED, budget: BUDGET },
  },
  PARTS_DIFFER: {
    severity: 'error',
    source: 'fixtures/beibei-2019 (seven items of expense)',
    zh: ({ printed, computed }) => `分项合计 ${computed}，总数为 ${printed}`,
    en: ({ printed, computed }) => `the parts add up to ${computed}, the whole is ${printed}`,
    labels: { printed: PRINTED, computed: COMPUTED },
  },
} as const satisfies Record<string, Kind>;

const scores = {
  GRADE_DIFFERS: {
    severity: 'error',
    source: '财预〔2020〕10号；等级界限见政策文件',
    zh: ({ score, printed, computed }) => `得分 ${score} 应为“${computed}”，公布为“${printed}”`,
    en: ({ score, printed, computed }) => `a score of ${score} is ${computed}, published is ${printed}`,
    labels: { score: ['得分', 'score'], printed: PRINTED, computed: COMPUTED },
  },
  SCORE_IN_NO_BAND: {
    severity: 'error',
    source: 'fixtures/jiangbei-2022 jb22-x04',
    zh: ({ score }) => `得分 ${score} 不在任何等级内`,
    en: ({ score }) => `no band holds a score of ${score}`,
    labels: { score: ['得分', 'score'] },
  },
  SCORE_ABOVE_WEIGHT: {
    severity: 'error',
    source: '评分不得超过分值',
    zh: ({ score, weight }) => `得分 ${score} 超过分值 ${weight}`,
    en: ({ score, weight }) => `a score of ${score} of ${weight} points`,
    labels: { score: ['得分', 'score'], weight: ['分值', 'points'] },
  },
  SCORE_IN_NO_CASE: {
    severity: 'error',
    source: 'fixtures/beibei-2019 (可持续性影响)',
    zh: ({ score, cases }) => `得分 ${score} 不是评分标准所列的任何一档（${cases}）`,
    en: ({ score, cases }) => `a score of ${score} is none of the cases that the rubric lists (${cases})`,
    labels: { score: ['得分', 'score'], cases: ['各档分数', 'points of the cases'] },
  },
  SCORE_UNSUPPORTED: {
    severity: 'note',
    source: 'fixtures/beibei-2019 bb19-x02',
    zh: ({ score, name }) => `得分 ${score}，但评分所需的数据（${name}）未公布`,
    en: ({ score, name }) => `a score of ${score} without the figures that its rule needs (${name})`,
    labels: { score: ['得分', 'score'], name: ['未公布的数据', 'figures not published'] },
  },
  POINT_BLANK: {
    severity: 'note',
    source: 'fixtures/beibei-2019 bb19-x07, bb19-x08',
    zh: ({ name }) => `“${name}”没有分值或得分`,
    en: ({ name }) => `"${name}" has no weight or no score`,
    labels: { name: NAME },
  },
  SAME_FAULT_TWICE: {
    severity: 'warn',
    source: 'fixtures/beibei-2019 bb19-x13',
    zh: ({ fault, points }) => `同一问题（“${fault}”）在多处扣分，共 ${points} 分`,
    en: ({ fault, points }) => `one fault ("${fault}") costs points in several places, ${points} in all`,
    labels: { fault: ['问题', 'fault'], points: ['共扣分', 'points lost'] },
  },
  NEUTRAL_COUNTED: {
    severity: 'note',
    source: 'fixtures/beibei-2019 bb19-x11',
    zh: ({ label, share, without }) => `把中间项“${label}”（${share}%）计入认可；不计为 ${without}%`,
    en: ({ label, share, without }) => `the middle answer ${label} (${share}%) counts as approval; without it ${without}%`,
    labels: { label: ['选项', 'answer'], share: ['占比（%）', 'share (%)'], without: ['不计时（%）', 'without it (%)'] },
  },
} as const satisfies Record<string, Kind>;

const shares = {
  SHARE_IMPOSSIBLE: {
    severity: 'error',
    source: 'fixtures/jiangbei-2022 jb22-x01',
    zh: ({ pct, n }) => `${n} 个单位中没有任何整数个占 ${pct}%`,
    en: ({ pct, n }) => `no whole number of ${n} units is ${pct}%`,
    labels: { pct: ['占比（%）', 'share (%)'], n: ['总数', 'whole'] },
  },
  SHARE_ONLY_CUT_OFF: {
    severity: 'note',
    source: 'fixtures/jiangbei-2022 jb22-x03',
    zh: ({ pct, n, units }) => `${n} 个单位中只有截断才得 ${pct}%（${units} 个）`,
    en: ({ pct, n, units }) => `${pct}% of ${n} units only if cut off (${units} units)`,
    labels: { pct: ['占比（%）', 'share (%)'], n: ['总数', 'whole'], units: ['单位数', 'units'] },
  },
  SHARES_SUM: {
    severity: 'error',
    source: '各档占比之和应为 100%',
    zh: ({ computed }) => `各档占比之和为 ${computed}%，不是 100%`,
    en: ({ computed }) => `the shares add up to ${computed}%, not to 100%`,
    labels: { computed: COMPUTED },
  },
  BAND_GAP: {
    severity: 'warn',
    source: 'fixtures/jiangbei-2022 jb22-x04',
    zh: ({ value }) => `${value} 不属于任何一档`,
    en: ({ value }) => `${value} is in no band`,
    labels: { value: ['数值', 'value'] },
  },
  BAND_OVERLAP: {
    severity: 'warn',
    source: '各档不得重叠',
    zh: ({ value, bands }) => `${value} 同属${bands}`,
    en: ({ value, bands }) => `${value} is in several bands: ${bands}`,
    labels: { value: ['数值', 'value'], bands: ['各档', 'bands'] },
  },
  MEASURES_DIFFER: {
    severity: 'warn',
    source: 'fixtures/jiangbei-2022 jb22-x05, jb22-x06',
    zh: ({ measure, values }) => `“${measure}”前后数值不同：${values}，文中未说明口径`,
    en: ({ measure, values }) => `"${measure}" has different values: ${values}; the text explains no difference of scope`,
    labels: { measure: ['指标', 'measure'], values: ['各处数值', 'values'] },
  },
} as const satisfies Record<string, Kind>;

const days = {
  SIGNED_BEFORE_COMMENTS_END: {
    severity: 'error',
    source: 'fixtures/beibei-2019 bb19-x10；财监〔2021〕4号 征求意见',
    zh: ({ signed, end }) => `报告 ${signed} 落款，早于征求意见截止日 ${end}`,
    en: ({ signed, end }) => `the report is signed on ${signed}, before its comment window ends on ${end}`,
    labels: { signed: ['落款日', 'signed on'], end: ['征求意见截止日', 'comments end on'] },
  },
  DUE_NOT_AFTER_FEEDBACK: {
    severity: 'error',
    source: 'fixtures/gangcheng-2023 gc23-x04',
    zh: ({ due, feedback }) => `整改期限 ${due} 不晚于反馈日 ${feedback}`,
    en: ({ due, feedback }) => `rectification is due on ${due}, not after the feedback of ${feedback}`,
    labels: { due: ['整改期限', 'due on'], feedback: ['反馈日', 'feedback on'] },
  },
  DATE_MISSING: {
    severity: 'note',
    source: 'fixtures/huaxi-2021 hx21-x05',
    zh: () => '报告没有落款日期',
    en: () => 'the report bears no date',
    labels: {},
  },
  DATE_UNREADABLE: {
    severity: 'warn',
    source: 'fixtures/gangcheng-2023 gc23-x03',
    zh: ({ printed }) => `落款“${printed}”的年份不是四位`,
    en: ({ printed }) => `the year of "${printed}" does not have four digits`,
    labels: { printed: PRINTED },
  },
  COST_BEFORE_GRANT: {
    severity: 'warn',
    source: 'fixtures/beibei-2019 bb19-x20',
    zh: ({ name, from, granted }) => `“${name}”自 ${from} 起列支，早于资金下达日 ${granted}`,
    en: ({ name, from, granted }) => `"${name}" is charged from ${from} on, the money was granted on ${granted}`,
    labels: { name: NAME, from: ['起始月', 'from'], granted: ['下达日', 'granted on'] },
  },
  YEAR_DIFFERS: {
    severity: 'note',
    source: 'fixtures/jiangbei-2021 jb21-x13',
    zh: ({ name, year }) => `“${name}”不属于 ${year} 年度`,
    en: ({ name, year }) => `"${name}" is not of the fiscal year ${year}`,
    labels: { name: NAME, year: ['年度', 'fiscal year'] },
  },
} as const satisfies Record<string, Kind>;

const names = {
  NAMES_DIFFER: {
    severity: 'warn',
    source: 'fixtures/jiangbei-2021 jb21-x14, jb21-x16, jb21-x17',
    zh: ({ one, other }) => `“${one}”与“${other}”应为同一名称`,
    en: ({ one, other }) => `"${one}" and "${other}" should be the same name`,
    labels: { one: NAME, other: ['另一处', 'elsewhere'] },
  },
  ALIAS: {
    severity: 'note',
    source: 'fixtures/jiangbei-2021 jb21-x19',
    zh: ({ one, other }) => `“${one}”应是“${other}”的简称`,
    en: ({ one, other }) => `"${one}" seems to be short for "${other}"`,
    labels: { one: NAME, other: ['全称', 'full name'] },
  },
  NAME_ABSENT: {
    severity: 'warn',
    source: 'fixtures/jiangbei-2021 jb21-x15',
    zh: ({ name }) => `“${name}”在另一处没有列出`,
    en: ({ name }) => `"${name}" is not listed in the other place`,
    labels: { name: NAME },
  },
  NAMES_UNEVEN: {
    severity: 'note',
    source: 'fixtures/gangcheng-2023 gc23-x06',
    zh: ({ values }) => `同类名称写法不一：${values}`,
    en: ({ values }) => `names of one kind are written in different ways: ${values}`,
    labels: { values: ['写法', 'ways'] },
  },
  NAME_BLANK: {
    severity: 'note',
    source: 'fixtures/huaxi-2021 hx21-x03',
    zh: () => '该行没有名称',
    en: () => 'the row has no name',
    labels: {},
  },
  NUMBER_ON_SEVERAL_ROWS: {
    severity: 'note',
    source: 'fixtures/huaxi-2021 hx21-x02',
    zh: ({ numbers, rows }) => `${numbers} 个序号占 ${rows} 行`,
    en: ({ numbers, rows }) => `${numbers} numbers stand on ${rows} rows`,
    labels: { numbers: ['序号数', 'numbers'], rows: ['行数', 'rows'] },
  },
  SELF_EVALUATED: {
    severity: 'note',
    source: '财监〔2021〕4号 独立性；fixtures/huaxi-2021 hx21-x06, fixtures/gangcheng-2023 gc23-x08',
    zh: ({ name }) => `组织评价者“${name}”自身也在被评价之列`,
    en: ({ name }) => `"${name}", who has the evaluation made, is evaluated itself`,
    labels: { name: NAME },
  },
  NUMBERING: {
    severity: 'note',
    source: 'fixtures/gangcheng-2023 gc23-x05',
    zh: ({ markers, fault }) => `编号${fault}：${markers}`,
    en: ({ markers, fault }) => `the numbering is not consistent (${fault}): ${markers}`,
    labels: { markers: ['编号', 'markers'], fault: ['问题', 'fault'] },
  },
} as const satisfies Record<string, Kind>;

const wording = {
  DOUBLE_NEGATION: {
    severity: 'warn',
    source: 'fixtures/jiangbei-2022 jb22-x07',
    zh: ({ words }) => `“${words}”双重否定，字面意思相反`,
    en: ({ words }) => `"${words}" negates twice and says the opposite`,
    labels: { words: ['原文', 'words'] },
  },
  LIST_INCOMPLETE: {
    severity: 'note',
    source: 'fixtures/jiangbei-2022 jb22-x10',
    zh: ({ number, named }) => `称 ${number} 个，只列出 ${named} 个`,
    en: ({ number, named }) => `${number} are claimed, ${named} are named`,
    labels: { number: ['所称个数', 'claimed'], named: ['列出个数', 'named'] },
  },
  TWO_NAMES: {
    severity: 'note',
    source: 'fixtures/jiangbei-2022 jb22-x09',
    zh: ({ one, other }) => `“${one}”“${other}”是一个项目还是两个，不明`,
    en: ({ one, other }) => `"${one}" "${other}": one project or two`,
    labels: { one: NAME, other: ['另一名称', 'other name'] },
  },
  TITLES_NEAR: {
    severity: 'note',
    source: 'fixtures/beibei-2019 bb19-x18',
    zh: ({ one, other }) => `《${one}》与《${other}》疑为同一文件`,
    en: ({ one, other }) => `《${one}》 and 《${other}》 seem to be one document`,
    labels: { one: ['文件名', 'title'], other: ['另一处', 'elsewhere'] },
  },
} as const satisfies Record<string, Kind>;

/** Every kind of finding: how grave, on what it rests, and how it is said. */
export const FINDINGS = { ...money, ...scores, ...shares, ...days, ...names, ...wording };

export type FindingCode = keyof typeof FINDINGS;
