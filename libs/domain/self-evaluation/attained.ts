import type { Indicator, TargetContent } from '#domain/target-filing/content.js';
import type { IndicatorResult } from './content.js';

/** A line of the scoring table, as far as it is told of one indicator. */
interface ScoredLine {
  readonly indicator?: number;
  readonly full: string;
  readonly shown: string;
}

type Told = Pick<Indicator, 'level1' | 'level2' | 'level3' | 'operator' | 'targetValue' | 'measureUnit' | 'weight' | 'core'>;

export interface AttainedIndicator extends Told {
  readonly actualValue: string | null;
  readonly reason: string | null;
  readonly points: string | null;
  readonly fullPoints: string | null;
}

/** What one sees of an indicator without its remarks and its origin. */
export const told = ({ level1, level2, level3, operator, targetValue, measureUnit, weight, core }: Indicator): Told => ({
  ...{ level1, level2, level3, operator, targetValue, measureUnit, weight, core },
});

/** Each indicator of an approved target with what the self-evaluation reported and scored; nulls where it did not. */
export const attainedIndicators = (
  { indicators }: TargetContent,
  results: readonly IndicatorResult[],
  lines: readonly ScoredLine[],
): readonly AttainedIndicator[] =>
  indicators.map((it, index) => {
    const result = results.find(({ indicator }) => indicator === index);
    const line = lines.find(({ indicator }) => indicator === index);
    return {
      ...told(it),
      actualValue: result?.actualValue ?? null,
      reason: result?.reason ?? null,
      points: line?.shown ?? null,
      fullPoints: line?.full ?? null,
    };
  });
