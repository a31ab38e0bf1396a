import { UNROUNDED } from '#domain/explanation/explained.js';
import type { Explained, Sentence } from '#domain/explanation/explained.js';
import { WARNING_COLOURS } from '#domain/policy/policy.js';
import type { Policy, ReverseRule, WarningColour, WarningRule } from '#domain/policy/policy.js';
import type { MonitoringInput } from './input.js';
import { ask, explainAsked, knownOf, labelsOf } from './judge.js';
import type { Asked, Known } from './judge.js';
import { thresholdOn } from './quantities.js';

export type Light = WarningColour | 'green';

/** 亮灯 as people name them. */
export const LIGHTS: Readonly<Record<Light, Sentence>> = {
  red: { zh: '红色', en: 'red' },
  yellow: { zh: '黄色', en: 'yellow' },
  blue: { zh: '蓝色', en: 'blue' },
  green: { zh: '绿色', en: 'green' },
};

/** The district's rules, and how indicators where less is better are scored. `version` names the document they stand in. */
export interface MonitoringRules {
  readonly version: string;
  readonly warnings: readonly WarningRule[];
  readonly reverse: ReverseRule;
}

export const monitoringRules = ({ district, fiscalYear, version, monitoring, selfEvaluation }: Policy): MonitoringRules => ({
  version: `${district}-${String(fiscalYear)}@${String(version)}`,
  warnings: monitoring.warnings,
  reverse: selfEvaluation.reverse,
});

/** What one rule says of a project. Of an indicator rule, `indicators` are those that raised it (or could not be decided). */
export interface Judged {
  readonly id: string;
  readonly indicators: readonly string[];
  readonly explanation: Explained<WarningColour>;
}

/** A warning that the rule `id` raises. `answerWithin` in working days; null: it informs only. */
export interface Warning extends Judged {
  readonly colour: WarningColour;
  readonly answerWithin: number | null;
  /** The project is monitored once more because of it (二次监控). */
  readonly secondRound: boolean;
}

export interface MonitoringResult {
  /** The worst warning's colour, green without any; null where nothing warns but something could not be decided. */
  readonly light: Explained<Light>;
  readonly warnings: readonly Warning[];
  /** Rules that could not be decided, with their reasons: never silently green. */
  readonly undecided: readonly Judged[];
  /** Rules with thresholds by month of which none is due yet. */
  readonly notDue: readonly string[];
}

const ids = (judged: readonly Judged[]): string => judged.map(({ id }) => id).join(', ');

const lightSentence = (light: Light | null, warnings: readonly Warning[], undecided: readonly Judged[]): Sentence => {
  const [zh, en] = light ? [LIGHTS[light].zh, LIGHTS[light].en] : ['无法亮灯', 'no light'];
  const by = light && light !== 'green' ? ids(warnings.filter(({ colour }) => colour === light)) : '';
  const open = ids(undecided);
  return {
    zh: `${zh}${by && `：${by}`}${open && `；未能判定：${open}`}`,
    en: `${en}${by && `: ${by}`}${open && `; not decided: ${open}`}`,
  };
};

/** 亮灯: a project's light is its worst warning, in the order red, yellow, blue (one province's published rule). */
const lightOf = (warnings: readonly Warning[], undecided: readonly Judged[], version: string): Explained<Light> => {
  const worst = WARNING_COLOURS.find((colour) => warnings.some((it) => it.colour === colour));
  const light = worst ?? (undecided.length > 0 ? null : 'green');
  const step = ({ id, explanation }: Judged, result: string) => ({ rule: id, result, ...explanation.sentence });
  return {
    rule: { id: 'project-light', version, source: '预警亮灯：项目取最重的一盏（地方做法）' },
    value: light,
    ...(light === null ? { reason: 'UNDECIDED' } : {}),
    inputs: [],
    steps: [...warnings.map((it) => step(it, it.colour)), ...undecided.map((it) => step(it, 'null'))],
    rounding: UNROUNDED,
    sentence: lightSentence(light, warnings, undecided),
  };
};

interface RuleAnswer {
  readonly raised?: Warning;
  readonly open?: Judged;
  readonly notDue?: string;
}

const answerOf = (rule: WarningRule, input: MonitoringInput, known: Known, rules: MonitoringRules): RuleAnswer => {
  const threshold = rule.thresholds ? thresholdOn(input.asOf, rule.thresholds) : null;
  if (rule.thresholds && threshold === null) return { notDue: rule.id };
  const asked = ask(rule, known, threshold);
  const judged = (some: readonly Asked[]): Judged => ({
    id: rule.id,
    indicators: labelsOf(some),
    explanation: explainAsked(rule, some, input, rules),
  });
  const holding = asked.filter(({ verdict }) => verdict.holds);
  const open = asked.filter(({ verdict }) => verdict.holds === null);
  const { colour, answerWithin = null, secondRound = false } = rule;
  return {
    ...(holding.length > 0 ? { raised: { ...judged(holding), colour, answerWithin, secondRound } } : {}),
    ...(open.length > 0 ? { open: judged(open) } : {}),
  };
};

/**
 * 绩效运行双监控 (财预〔2019〕136号): which of the district's warnings a project raises, each with the figures that it saw, and the project's
 * light. Rules and thresholds are the policy's; a condition that lacks a figure or divides by zero is reported as not decided.
 */
export const monitor = (input: MonitoringInput, rules: MonitoringRules): MonitoringResult => {
  const known = knownOf(input, rules.reverse);
  const answers = rules.warnings.map((rule) => answerOf(rule, input, known, rules));
  const warnings = answers.flatMap(({ raised }) => raised ?? []);
  const undecided = answers.flatMap(({ open }) => open ?? []);
  return { light: lightOf(warnings, undecided, rules.version), warnings, undecided, notDue: answers.flatMap(({ notDue }) => notDue ?? []) };
};
