import { COLOURS } from '../../app/theme.js';
import type { ChartOption } from '../../parts/chart/option.js';
import type { TrendPoint } from './progress.js';
import { planSeries, rateAxis, timeAxis } from './scatter-option.js';

interface TrendWords {
  readonly planLine: string;
  readonly rate: string;
  readonly name: string;
}

/** Execution rate by date from the beginning of the year, beside the progress of time. */
export const trendOption = (points: readonly TrendPoint[], year: number, words: TrendWords): ChartOption => ({
  grid: { left: 56, right: 20, top: 58, bottom: 32 },
  legend: { top: 0, left: 0 },
  xAxis: timeAxis(year),
  yAxis: rateAxis(words.rate),
  tooltip: { trigger: 'axis', valueFormatter: (it) => (typeof it === 'number' ? `${it.toFixed(2)}%` : '') },
  series: [
    planSeries(words.planLine, year),
    {
      name: words.name,
      type: 'line',
      data: [[Date.UTC(year, 0, 1), 0], ...points.map(({ day, rate }) => [Date.parse(`${day}T00:00:00Z`), Number(rate)])],
      symbolSize: 7,
      lineStyle: { width: 2, color: COLOURS.act },
      itemStyle: { color: COLOURS.act },
    },
  ],
});
