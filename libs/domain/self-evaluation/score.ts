import type { Explained, Sentence } from '#domain/explanation/explained.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Facts, Rubric } from '#domain/rubric/rubric.js';
import { reachedOf } from '#domain/score/attainment.js';
import { compare, isDecimal, ZERO } from '#domain/score/exact.js';
import { scoreRubric } from '#domain/score/score-rubric.js';
import type { Total } from '#domain/score/score-rubric.js';
import type { Points, ScoredIndicator } from '#domain/score/score-tree.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import type { SelfEvaluationContent, WholeIndicatorResult } from './content.js';
import { partOf, PROJECT_FORM, selfFacts, selfRubric } from './self-rubric.js';
import type { KnownFigures, Part, SelfForm } from './self-rubric.js';

/** One line of the scoring table. `points` is exact (`"25/3"`), `shown` is for eyes. */
export interface ScoreLine extends Sentence {
  readonly part: Part;
  /** Place in the target's indicators; absent for execution. */
  readonly indicator?: number;
  readonly full: string;
  readonly points: string;
  readonly shown: string;
  readonly explained: Explained<Points>;
}

/** What the unit still has to say before the form can be submitted, by field of the self-evaluation. */
export interface MissingReason extends Sentence {
  readonly path: string;
}

export interface SelfScore {
  /** Exact, `exact()` reads it back; `null` while an indicator has no actual value or a target is no number. */
  readonly value: { readonly score: string; readonly shown: string } | null;
  readonly explanation: readonly ScoreLine[];
  readonly total: Explained<Total>;
  /** What it was computed from: a case of `jiheng score`, which computes it anew. */
  readonly case: { readonly rubric: Rubric; readonly facts: Facts };
  readonly missing: readonly MissingReason[];
}

const missing = (path: string, zh: string, en: string): MissingReason => ({ path, zh, en });

/** Parts without any indicator cannot be scored; their points are missing and said to be. */
const emptyParts = (target: TargetContent, { selfEvaluation: { weights } }: Policy): MissingReason[] =>
  (['output', 'benefit', 'satisfaction'] as const)
    .filter((part) => compare(weights[part], ZERO) > 0 && !target.indicators.some((it) => partOf(it) === part))
    .map((part) =>
      missing('results', `目标没有“${part}”类指标，该部分不得分`, `the target has no ${part} indicator, so that part scores nothing`),
    );

/** One field asks for both where the form has no second one. */
const asked = (says: SelfForm['says'], field: 'reason' | 'correction'): Sentence => {
  if (says.length === 1) return { zh: '原因和改进措施', en: 'the reason and the correction' };
  return field === 'reason' ? { zh: '原因', en: 'the reason' } : { zh: '改进措施', en: 'the correction' };
};

/** What an indicator still lacks: a value, a target that is a number, or the reason why it was not met or far exceeded. */
const lacks = (
  content: SelfEvaluationContent,
  target: TargetContent,
  index: number,
  { selfEvaluation: rule }: Policy,
  { says }: SelfForm,
): MissingReason[] => {
  const indicator = target.indicators[index]!;
  const { level3, operator, targetValue } = indicator;
  const at = content.results.findIndex((it) => it.indicator === index);
  const result: WholeIndicatorResult | undefined = content.results[at];
  const path = `results.${String(at)}`;
  if (!result) return [missing('results', `缺少指标“${level3}”的完成值`, `no actual value for indicator ${String(index + 1)}`)];
  if (operator !== '定性' && !isDecimal(targetValue)) {
    return [missing(path, `批复的指标值“${targetValue}”不是数值`, `the approved target "${targetValue}" is not a number`)];
  }
  const { attained, met } = reachedOf(indicator, result.actualValue, rule.reverse);
  const over = attained !== null && operator !== '≤' && compare(attained.mul(100), rule.explainFrom) >= 0;
  if (met && !over) return [];
  const [zh, en] = met ? ['大幅超额完成', 'far over-fulfilled'] : ['未完成', 'not met'];
  return says.flatMap((field) =>
    result[field]
      ? []
      : [missing(`${path}.${field}`, `指标${zh!}，须说明${asked(says, field).zh}`, `the target is ${en!}: give ${asked(says, field).en}`)],
  );
};

const notApproved = (content: SelfEvaluationContent, target: TargetContent): MissingReason[] =>
  content.results.flatMap((it, i) =>
    target.indicators[it.indicator]
      ? []
      : [missing(`results.${String(i)}.indicator`, '批复的目标中没有这个指标', 'the approved target has no such indicator')],
  );

/** Execution at exactly 100% needs no word. */
const executionReason = (content: SelfEvaluationContent, rate: string | null): MissingReason[] =>
  content.executionReason || (rate !== null && compare(rate, '1') === 0)
    ? []
    : [missing('executionReason', '执行率不是 100%，须说明原因', 'say why execution is not 100%')];

const lineOf = ({ id, explained }: ScoredIndicator, target: TargetContent): ScoreLine[] => {
  if (explained.value === null) return [];
  const place =
    id === 'execution' ? { part: 'execution' as const } : { part: partOf(target.indicators[Number(id)]!), indicator: Number(id) };
  return [{ ...place, ...explained.value, ...explained.sentence, explained }];
};

/**
 * 自评得分: execution by rate (at most full), each indicator by actual against target (pro rata, at most full; less-is-better by the policy's
 * rule), 财预〔2020〕10号 with the weights and caps of the policy. An unmet target, an over-fulfilment from `explainFrom` on and an execution rate
 * other than 100% need a reason. A unit as a whole (`WHOLE_FORM`) is scored by its own indicators alike. Nothing is rounded before it is shown.
 */
export const selfScore = (
  content: SelfEvaluationContent,
  target: TargetContent,
  policy: Policy,
  figures: KnownFigures = {},
  form: SelfForm = PROJECT_FORM,
): SelfScore => {
  // Of an indicator that is reported twice the first one counts; what was not approved is refused below.
  const results = content.results.filter(
    (it, i, all) => target.indicators[it.indicator] && all.findIndex((one) => one.indicator === it.indicator) === i,
  );
  const facts = selfFacts({ ...content, results }, policy, figures, form);
  const rubric = selfRubric(target, policy, form);
  const { total, indicators } = scoreRubric(rubric, facts);
  return {
    value: total.value === null ? null : { score: total.value.score, shown: total.value.shown },
    explanation: indicators.flatMap((it) => lineOf(it, target)),
    total,
    case: { rubric, facts },
    missing: [
      ...(form.parts ? emptyParts(target, policy) : []),
      ...executionReason(content, facts['executionRate']!.value as string | null),
      ...notApproved(content, target),
      ...target.indicators.flatMap((_, index) => lacks(content, target, index, policy, form)),
    ],
  };
};
