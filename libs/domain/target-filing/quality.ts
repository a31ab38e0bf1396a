import { UNROUNDED } from '#domain/explanation/explained.js';
import type { Explained, ExplainedInput, Origin, Sentence } from '#domain/explanation/explained.js';
import type { Policy, QualityRule, QualityRuleName, QualitySeverity } from '#domain/policy/policy.js';
import { exactText, sum } from '#domain/score/exact.js';
import { CATALOGUE } from './quality/catalogue.js';
import { readTarget } from './quality/read-target.js';
import type { ReadTarget } from './quality/read-target.js';
import { isFault, shortened } from './quality/rule.js';
import type { Unjudged } from './quality/rule.js';
import type { TargetUnderCheck } from './quality/target-under-check.js';

export type FindingSeverity = Exclude<QualitySeverity, 'off'>;

/** What an automatic check found before anybody read the target. `block` keeps it from being submitted. */
export interface QualityFinding extends Sentence {
  readonly rule: QualityRuleName;
  readonly severity: FindingSeverity;
  /** Field of the form, for instance `indicators.2.targetValue`. */
  readonly path: string;
  /** The words of the target that the finding is about. */
  readonly quote: string | null;
  /** The article or published finding that the policy's rule rests on. */
  readonly source: string;
}

/** A rule that could not judge for want of a figure: neither clean nor at fault. */
export interface UnjudgedRule extends Unjudged {
  readonly rule: QualityRuleName;
}

/** `submittable`: nothing blocks. The counts are of findings. */
export interface QualityVerdict {
  readonly submittable: boolean;
  readonly block: number;
  readonly warn: number;
  readonly note: number;
  readonly [key: string]: number | boolean;
}

export interface TargetQuality extends Explained<QualityVerdict> {
  readonly findings: readonly QualityFinding[];
  readonly unjudged: readonly UnjudgedRule[];
}

/** The rules of a policy, with the total of weights that follows from its self-evaluation. */
export const qualityRules = ({ targetQuality, selfEvaluation: { weights } }: Policy): readonly QualityRule[] => {
  const total = exactText(sum([weights.output, weights.benefit, weights.satisfaction]));
  return targetQuality.map((it) => (it.rule === 'weights-sum' && !it.totals ? { ...it, totals: [total] } : it));
};

/** No rule says more than this about one target: what is wrong everywhere is said often enough. */
const MOST_FINDINGS = 50;

const applies = ({ severity, class: wanted }: QualityRule, { given }: ReadTarget): boolean =>
  severity !== 'off' && (wanted === undefined || wanted === given.projectClass);

interface Judged {
  readonly rule: QualityRule;
  readonly findings: readonly QualityFinding[];
  readonly unjudged: readonly UnjudgedRule[];
}

const judge = (target: ReadTarget, rule: QualityRule): Judged => {
  const answers = CATALOGUE[rule.rule].check(target, rule);
  const { severity, source } = rule;
  const findings = answers.filter(isFault).slice(0, MOST_FINDINGS);
  return {
    rule,
    findings: findings.map((it) => ({ rule: rule.rule, severity: severity as FindingSeverity, ...it, source })),
    unjudged: answers.flatMap((it) => (isFault(it) ? [] : [{ rule: rule.rule, ...it }])),
  };
};

const resultOf = ({ findings, unjudged }: Judged): string =>
  findings.length > 0 ? `${findings[0]!.severity} ${String(findings.length)}` : unjudged.length > 0 ? unjudged[0]!.reason : 'clean';

const inputsOf = ({ given, funds, goal }: ReadTarget, origin: Origin | null): readonly ExplainedInput[] => [
  { name: 'projectClass', zh: '项目类别', en: 'class of project', value: given.projectClass, origin },
  ...(given.annualGoal === undefined ? [] : [{ name: 'annualGoal', zh: '年度目标', en: 'annual goal', value: shortened(goal), origin }]),
  ...given.indicators.map((it, i) => ({
    name: `indicators.${String(i)}`,
    zh: shortened(it.level3),
    en: `indicator ${String(i + 1)}`,
    value: shortened([it.operator, it.targetValue, it.measureUnit].filter(Boolean).join(' ')) || null,
    origin,
  })),
  { name: 'funds', zh: '资金总额', en: 'funds', value: funds && exactText(funds), origin },
];

const sentenceOf = ({ submittable, block, warn, note }: QualityVerdict): Sentence => {
  const [b, w, n] = [block, warn, note].map(String) as [string, string, string];
  if (block + warn + note === 0) return { zh: '没有发现问题', en: 'nothing was found' };
  return {
    zh: `${submittable ? '可以提交' : '不能提交'}：须改正 ${b} 处，提醒 ${w} 处，提示 ${n} 处`,
    en: `${submittable ? 'may be submitted' : 'cannot be submitted'}: ${b} to correct, ${w} warnings, ${n} notes`,
  };
};

/**
 * Checks a target by quality rules, in their order, before anybody reads it (绩效目标审核: 完整性、相关性、适当性、可行性, 财预〔2015〕88号). The value
 * says whether it may be submitted. Pure; in time proportional to the target, at most 50 ms for 100 kB of text.
 */
export const checkTarget = (given: TargetUnderCheck, rules: readonly QualityRule[], origin: Origin | null = null): TargetQuality => {
  const target = readTarget(given);
  const judged = rules.filter((it) => applies(it, target)).map((it) => judge(target, it));
  const findings = judged.flatMap((it) => it.findings);
  const count = (severity: FindingSeverity): number => findings.filter((it) => it.severity === severity).length;
  const [block, warn, note] = [count('block'), count('warn'), count('note')];
  const value: QualityVerdict = { submittable: block === 0, block, warn, note };
  return {
    rule: { id: 'target-quality', version: '1', source: '财预〔2015〕88号' },
    value,
    inputs: inputsOf(target, origin),
    steps: judged.map((it) => ({
      rule: it.rule.rule,
      zh: CATALOGUE[it.rule.rule].zh,
      en: CATALOGUE[it.rule.rule].en,
      result: resultOf(it),
    })),
    rounding: UNROUNDED,
    sentence: sentenceOf(value),
    findings,
    unjudged: judged.flatMap((it) => it.unjudged),
  };
};
