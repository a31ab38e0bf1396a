import type { Sentence } from '#domain/explanation/explained.js';
import type { QualityRule, QualityRuleName } from '#domain/policy/policy.js';
import { countedWhereCountable } from './countable.js';
import { coversDimensions, enoughIndicators, weightsSum } from './counts.js';
import { aspectsAreCarried, goalIsCovered, goalIsQuantified, notBelowTheGoal, numbersAreCarried } from './goal.js';
import { adjustedWithTheBudget, notCopiedThoughMissed } from './history.js';
import { costWithinFunds, fundsAgree } from './money.js';
import { askedOfThoseServed, noContradictions, noNearDuplicates, notTheProject, specificName, uniqueNames } from './naming.js';
import type { Check } from './rule.js';
import { agreesWithItself, complete, differ, possibleRate } from './values.js';

interface Listed extends Sentence {
  readonly check: Check;
}

/** Every rule with its title; what it rests on stands at its check and, for the district, in the policy. */
export const CATALOGUE: Readonly<Record<QualityRuleName, Listed>> = {
  'min-indicators': { zh: '指标数量', en: 'enough indicators', check: enoughIndicators },
  'required-dimensions': { zh: '一级指标维度', en: 'dimensions covered', check: coversDimensions },
  'complete-indicator': { zh: '指标值完整', en: 'value, operator and unit', check: complete },
  'value-conflict': { zh: '指标值自相矛盾', en: 'value against operator or unit', check: agreesWithItself },
  'weights-sum': { zh: '权重合计', en: 'weights sum', check: weightsSum },
  'repeated-value': { zh: '指标值雷同', en: 'one value in all rows', check: differ },
  'impossible-rate': { zh: '比率超过100%', en: 'rate above 100%', check: possibleRate },
  'qualitative-where-countable': { zh: '可量化而定性', en: 'qualitative where a number is possible', check: countedWhereCountable },
  'duplicate-name': { zh: '指标名称重复', en: 'duplicate names', check: uniqueNames },
  'near-duplicate-name': { zh: '指标名称近似', en: 'nearly duplicate names', check: noNearDuplicates },
  'contradicting-indicators': { zh: '同名指标矛盾', en: 'contradicting indicators', check: noContradictions },
  'generic-name': { zh: '指标名称笼统', en: 'name is only a category', check: specificName },
  'name-is-project': { zh: '指标名称即项目名称', en: 'name is the project’s', check: notTheProject },
  'satisfaction-of-leaders': { zh: '满意度对象', en: 'satisfaction of leaders', check: askedOfThoseServed },
  'text-number-without-indicator': { zh: '目标数量无指标', en: 'number of the goal without indicator', check: numbersAreCarried },
  'lower-than-goal': { zh: '指标值低于目标', en: 'indicator below the goal', check: notBelowTheGoal },
  'goal-aspect-without-indicator': { zh: '目标要素无指标', en: 'aspect of the goal without indicator', check: aspectsAreCarried },
  'goal-not-covered': { zh: '指标与目标无关', en: 'indicators unrelated to the goal', check: goalIsCovered },
  'goal-not-quantified': { zh: '目标未量化', en: 'goal not quantified', check: goalIsQuantified },
  'cost-above-funds': { zh: '成本超过资金', en: 'cost above funds', check: costWithinFunds },
  'funds-sum': { zh: '资金来源合计', en: 'funds sum', check: fundsAgree },
  'unchanged-after-adjustment': { zh: '预算调整后目标未变', en: 'unchanged after a budget adjustment', check: adjustedWithTheBudget },
  'copied-though-missed': { zh: '照抄上年未完成目标', en: 'copied though missed', check: notCopiedThoughMissed },
};

const REPORT = 'jiangbei-2022';
const FORM = '财预〔2015〕88号';

/** The rules by which a target is checked where no policy says otherwise: published practice where there is one, the article of the form else. */
export const STANDARD_RULES: readonly QualityRule[] = [
  {
    rule: 'min-indicators',
    class: 'ordinary',
    indicators: 3,
    core: 1,
    severity: 'block',
    source: `${REPORT} jb22-r01 一般项目不少于3个，核心指标不少于1个`,
  },
  {
    rule: 'min-indicators',
    class: 'key',
    indicators: 5,
    core: 3,
    severity: 'block',
    source: `${REPORT} jb22-r02 重点项目不少于5个，核心指标不少于3个`,
  },
  { rule: 'min-indicators', class: 'whole-department', indicators: 5, severity: 'block', source: `${REPORT} jb22-r03 每个单位不少于5个` },
  {
    rule: 'required-dimensions',
    dimensions: ['产出', '效益', '满意度'],
    severity: 'warn',
    source: `${REPORT} jb22-r05 一级指标维度；beibei-2019 bb19-f01`,
  },
  { rule: 'complete-indicator', values: 'any', severity: 'block', source: `${FORM} 完整性；beibei-2019 bb19-f01 没有设置可衡量的指标值` },
  { rule: 'value-conflict', severity: 'warn', source: `${FORM} 相关性` },
  { rule: 'weights-sum', totals: ['90', '100'], severity: 'warn', source: '财预〔2020〕10号：执行率10，其余90' },
  { rule: 'repeated-value', severity: 'warn', source: '公开自评表：各行均为“88/100”' },
  { rule: 'impossible-rate', severity: 'warn', source: `${FORM} 可行性` },
  { rule: 'qualitative-where-countable', severity: 'warn', source: `${REPORT} jb22-f07（三），jb22-p20 信访办：同比下降却设为定性` },
  { rule: 'duplicate-name', severity: 'warn', source: `${REPORT} jb22-f14、jb22-f16 名称重复` },
  { rule: 'near-duplicate-name', severity: 'note', source: `${REPORT} jb22-f07 名称重复` },
  { rule: 'contradicting-indicators', severity: 'warn', source: `${REPORT} jb22-f13 前后不一` },
  { rule: 'generic-name', severity: 'warn', source: `${REPORT} jb22-f14、jb22-p17 均为“满意度”“效果”` },
  { rule: 'name-is-project', severity: 'warn', source: `${REPORT} jb22-f16 均为“防疫补贴经费”` },
  { rule: 'satisfaction-of-leaders', severity: 'warn', source: `${REPORT} jb22-p19 主要领导对拍摄效果满意度` },
  { rule: 'text-number-without-indicator', severity: 'warn', source: `${REPORT} jb22-f06、jb22-f12 未按绩效目标设置绩效指标` },
  { rule: 'lower-than-goal', severity: 'block', source: `${REPORT} jb22-f13 26万人与40000人` },
  { rule: 'goal-aspect-without-indicator', severity: 'note', source: `${REPORT} jb22-f10 及时按时到位` },
  { rule: 'goal-not-covered', severity: 'warn', source: `${REPORT} jb22-f08、jb22-p19 相关度不高` },
  { rule: 'goal-not-quantified', severity: 'note', source: `${REPORT} jb22-f08 指标不量化；jiangbei-2021 jb21-f04-p1` },
  { rule: 'cost-above-funds', severity: 'block', source: `${FORM} 适当性` },
  { rule: 'funds-sum', severity: 'block', source: `${FORM} 项目支出绩效目标申报表` },
  { rule: 'unchanged-after-adjustment', severity: 'warn', source: 'huaxi-2021 hx21-f03 未能及时调整绩效目标和指标' },
  { rule: 'copied-though-missed', severity: 'warn', source: `${FORM} 可行性；gangcheng-2023 gc23-f07` },
];

/** Part of a rule: what it states holds instead of the standard. */
export type QualityRuleChange = Partial<QualityRule> & Pick<QualityRule, 'rule'>;

const isOf = (change: QualityRuleChange, it: QualityRule): boolean =>
  change.rule === it.rule && (change.class === undefined || change.class === it.class);

/** The standard rules as a district changes them; one that is of no standard rule's class comes on top, as a warning unless it says otherwise. */
export const standardRulesWith = (changes: readonly QualityRuleChange[]): readonly QualityRule[] => [
  ...STANDARD_RULES.map((it) =>
    changes.filter((change) => isOf(change, it)).reduce<QualityRule>((rule, change) => ({ ...rule, ...change }), it),
  ),
  ...changes
    .filter((change) => !STANDARD_RULES.some((it) => isOf(change, it)))
    .map((change): QualityRule => ({ severity: 'warn', source: '区县规则', ...change })),
];
