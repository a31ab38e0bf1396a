import { evaluateCondition } from '#domain/condition/evaluate.js';
import type { Inputs, Verdict } from '#domain/condition/evaluate.js';
import { conditionInputs, conditionStep, inWords, undecidedSentence } from '#domain/condition/explain.js';
import { UNROUNDED } from '#domain/explanation/explained.js';
import type { Explained, ExplainedInput, Sentence, Step } from '#domain/explanation/explained.js';
import type { ReverseRule, WarningColour, WarningRule } from '#domain/policy/policy.js';
import { quantitiesOf } from '#domain/policy/quantities.js';
import type { MonitoredIndicator, MonitoringInput } from './input.js';
import { derivation, indicatorQuantities, originOf, projectQuantities } from './quantities.js';

/** A rule's condition as asked of the project (`indicator` null) or of one of its indicators. */
export interface Asked {
  readonly indicator: MonitoredIndicator | null;
  /** The indicator's place and name; empty for the project. */
  readonly label: string;
  /** Quantities that are the indicator's and not the project's. */
  readonly own: Inputs;
  readonly verdict: Verdict;
}

/** Everything that conditions may name of one project, found once for all rules. */
export interface Known {
  readonly project: Inputs;
  readonly indicators: readonly Pick<Asked, 'indicator' | 'label' | 'own'>[];
}

export const knownOf = (input: MonitoringInput, reverse: ReverseRule): Known => ({
  project: projectQuantities(input, reverse),
  indicators: input.indicators.map((indicator, i) => ({
    indicator,
    label: `${String(i + 1)}. ${indicator.name}`,
    own: indicatorQuantities(indicator, reverse),
  })),
});

const THE_PROJECT: Known['indicators'] = [{ indicator: null, label: '', own: {} }];

export const ask = (rule: WarningRule, { project, indicators }: Known, threshold: string | null): readonly Asked[] => {
  const quantities = quantitiesOf(rule);
  const objects = rule.of === 'indicator' ? indicators : THE_PROJECT;
  return objects.map((it) => ({ ...it, verdict: evaluateCondition(rule.when, quantities, { ...project, threshold, ...it.own }) }));
};

/** Figures of the project are given once, those of an indicator under its label. */
const inputsOf = (asked: readonly Asked[], input: MonitoringInput): readonly ExplainedInput[] => {
  const found = new Map<string, ExplainedInput>();
  for (const { label, own, verdict } of asked) {
    for (const it of conditionInputs(verdict, originOf(input))) {
      const name = Object.hasOwn(own, it.name) ? `${label}/${it.name}` : it.name;
      found.set(name, { ...it, name });
    }
  }
  return [...found.values()];
};

const stepsOf = ({ indicator, label, verdict }: Asked, rule: string, input: MonitoringInput, reverse: ReverseRule): Step[] => {
  const derived = verdict.inputs.flatMap(({ name, value }) =>
    typeof value === 'string' ? derivation(name, value, input, indicator, reverse) : [],
  );
  const step = conditionStep(verdict, rule);
  const said = label === '' ? step : { ...step, zh: `${label}：${step.zh}`, en: `${label}: ${step.en}` };
  return [...derived, said];
};

const listed = (asked: readonly Asked[]): Sentence => {
  const labels = labelsOf(asked);
  return labels.length === 0 ? { zh: '', en: '' } : { zh: `（${labels.join('、')}）`, en: ` (${labels.join(', ')})` };
};

export const labelsOf = (asked: readonly Asked[]): readonly string[] => asked.flatMap(({ label }) => label || []);

/** The colour that a rule raises with all that it saw; of conditions that could not be decided, null with the first reason. */
export const explainAsked = (
  rule: WarningRule,
  asked: readonly Asked[],
  input: MonitoringInput,
  { version, reverse }: { readonly version: string; readonly reverse: ReverseRule },
): Explained<WarningColour> => {
  const { verdict } = asked[0]!;
  const why = undecidedSentence(verdict) ?? inWords(verdict);
  const { zh, en } = listed(asked);
  return {
    rule: { id: rule.id, version, source: rule.source ?? '财预〔2019〕136号' },
    value: verdict.reason ? null : rule.colour,
    ...(verdict.reason ? { reason: verdict.reason.why } : {}),
    inputs: inputsOf(asked, input),
    steps: asked.flatMap((it) => stepsOf(it, rule.id, input, reverse)),
    rounding: UNROUNDED,
    sentence: { zh: `${why.zh}${zh}`, en: `${why.en}${en}` },
  };
};
