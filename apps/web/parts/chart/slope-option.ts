import { COLOURS } from '../../app/theme.js';
import type { ChartOption } from './option.js';

/** One line of a slope chart: two scores of the same thing. */
export interface Slope {
  readonly key: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Told apart by colour, weight and a solid end. */
  readonly stands: boolean;
}

const STEP = 10;
const floorOf = (slopes: readonly Slope[]): number =>
  Math.max(0, Math.floor(Math.min(100, ...slopes.flatMap(({ from, to }) => [from, to])) / STEP) * STEP - (slopes.length > 0 ? 0 : 100));

/** Scores before and after (or of one and of another), joined line by line; those that stand out are bold. */
export const slopeOption = (slopes: readonly Slope[], ends: readonly [string, string], unit: string): ChartOption => ({
  grid: { left: 56, right: 90, top: 34, bottom: 28 },
  xAxis: { type: 'category', data: [...ends], boundaryGap: false, axisTick: { show: false } },
  yAxis: { type: 'value', name: unit, nameTextStyle: { align: 'left' }, min: floorOf(slopes), max: 100 },
  tooltip: {
    trigger: 'item',
    formatter: (it) => {
      const slope = Array.isArray(it) ? undefined : slopes[it.seriesIndex ?? 0];
      return slope ? `${slope.name}\n${ends[0]} ${slope.from.toFixed(2)}\n${ends[1]} ${slope.to.toFixed(2)}` : '';
    },
  },
  series: slopes.map(({ name, from, to, stands }) => ({
    name,
    type: 'line' as const,
    data: [from, to],
    symbol: stands ? 'circle' : 'emptyCircle',
    symbolSize: 8,
    lineStyle: { width: stands ? 3 : 1.5, color: stands ? COLOURS.overdue : COLOURS.act },
    itemStyle: { color: stands ? COLOURS.overdue : COLOURS.act },
  })),
});
