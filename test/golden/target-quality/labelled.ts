import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { QualityRuleName } from '#domain/policy/policy.js';
import type { GivenIndicator, TargetUnderCheck } from '#domain/target-filing/quality/target-under-check.js';

/**
 * A target with the faults that a reviewer would name, by the rule that should see them. `origin`: where it comes from. `real` (quoted in a
 * report), `sound` (written by hand), `variation` (made from a sound one, see variations.ts), `hand` (hard.yaml: sound ones that look
 * suspicious, faulty ones that look sound), `fresh` (fresh.yaml: not used to correct the rules).
 */
export interface Labelled {
  readonly id: string;
  readonly origin: string;
  readonly faults: readonly QualityRuleName[];
  /** Rules about which the source says nothing: not counted. */
  readonly unknown?: readonly QualityRuleName[];
  readonly target: TargetUnderCheck;
}

export type Row = readonly [
  level1: GivenIndicator['level1'],
  level2: string,
  level3: string,
  operator: GivenIndicator['operator'],
  targetValue: string,
  measureUnit: string,
  weight: number,
  core: boolean,
];

/** A sound target as it is written in sound.yaml. */
export interface Sound {
  readonly id: string;
  readonly from: string;
  readonly project: string;
  readonly projectClass?: TargetUnderCheck['projectClass'];
  readonly funds: number;
  readonly goal: string;
  /** A goal without numbers. */
  readonly plain: string;
  /** What the goal states, and the same raised above its indicator. */
  readonly short: readonly [string, string];
  readonly rows: readonly Row[];
}

export const indicatorOf = ([level1, level2, level3, operator, targetValue, measureUnit, weight, core]: Row): GivenIndicator => ({
  ...(level1 ? { level1 } : {}),
  level2,
  level3,
  ...(operator ? { operator } : {}),
  targetValue,
  measureUnit,
  weight: String(weight),
  core,
});

export const targetOf = ({ project, projectClass = 'ordinary', funds, goal, rows }: Sound): TargetUnderCheck => ({
  projectClass,
  project,
  annualGoal: goal,
  indicators: rows.map(indicatorOf),
  funds: { fiscal: String(funds), carriedOver: '0', own: '0', other: '0' },
});

const read = <T>(name: string): readonly T[] => parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T[];

export const SOUND = read<Sound>('sound.yaml');

interface HandWritten extends Partial<Omit<Sound, 'id' | 'rows'>> {
  readonly id: string;
  readonly faults?: readonly QualityRuleName[];
  readonly rows: readonly Row[];
  readonly more?: Partial<TargetUnderCheck>;
}

const handWritten = (file: string, origin: string): readonly Labelled[] =>
  read<HandWritten>(file).map(({ id, faults = [], more = {}, ...it }) => {
    const whole = { id, from: 'hand', project: '', funds: 5_000_000, goal: '', plain: '', short: ['', ''] as const, ...it };
    return { id, origin, faults, target: { ...targetOf(whole), ...more } };
  });

const real = (): readonly Labelled[] => read<Labelled>('real.yaml');

export const writtenByHand = (): readonly Labelled[] => [
  ...real(),
  ...SOUND.map((it) => ({ id: it.id, origin: `sound, for ${it.from}`, faults: [], target: targetOf(it) })),
  ...handWritten('hard.yaml', 'hand'),
  ...handWritten('fresh.yaml', 'fresh'),
];
