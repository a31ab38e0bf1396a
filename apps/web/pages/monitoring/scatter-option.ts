import type { ChartOption } from '../../parts/chart/option.js';
import { inTenThousands } from '../../parts/money.js';
import { COLOURS } from '../../app/theme.js';
import { rateOf } from './progress.js';
import type { Progress } from './progress.js';

const DAY_MS = 86_400_000;
const MONTHS = 12;
/** Points of one day whose rates are this near stand side by side, each this many days apart. */
const [NEAR, APART_DAYS, FARTHEST] = [3, 4, 4];
const [SMALLEST_PX, LARGEST_PX] = [9, 24];

export const LIGHTS = ['red', 'yellow', 'blue', 'green', 'undecided'] as const;
export type LightName = (typeof LIGHTS)[number];

/** Shape and colour together, so that lights stay apart in grey. */
const LOOKS: Readonly<Record<LightName, { readonly symbol: string; readonly color: string }>> = {
  red: { symbol: 'triangle', color: COLOURS.overdue },
  yellow: { symbol: 'diamond', color: '#d99a2b' },
  blue: { symbol: 'rect', color: COLOURS.act },
  green: { symbol: 'circle', color: '#3c8f5c' },
  undecided: { symbol: 'emptyCircle', color: COLOURS.quiet },
};

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Time progress by the month, as the rules count it: m ÷ 12 at the end of month m. */
export const planLine = (year: number): [number, number][] =>
  Array.from({ length: MONTHS + 1 }, (_, month) => [Date.UTC(year, month, month === 0 ? 1 : 0), (month / MONTHS) * 100]);

const spread = (place: number): number => {
  const step = Math.min(FARTHEST, Math.ceil(place / 2));
  return (place % 2 === 0 ? step : -step) * APART_DAYS * DAY_MS;
};

interface Point {
  readonly figure: Progress;
  readonly x: number;
  readonly y: number;
}

const placed = (figures: readonly Progress[]): readonly Point[] => {
  const taken = new Map<string, number>();
  return figures.flatMap((figure) => {
    const rate = rateOf(figure);
    if (rate === null) return [];
    const y = Number(rate);
    const spot = `${figure.day}/${String(Math.round(y / NEAR))}`;
    const place = taken.get(spot) ?? 0;
    taken.set(spot, place + 1);
    return [{ figure, x: at(figure.day) + spread(place), y }];
  });
};

const sizeOf = (budget: string | null, largest: number): number =>
  SMALLEST_PX + (LARGEST_PX - SMALLEST_PX) * Math.sqrt(Number(budget ?? 0) / (largest || 1));

export interface ScatterWords {
  readonly light: (it: LightName) => string;
  readonly planLine: string;
  readonly rate: string;
  readonly asOf: string;
  readonly executed: string;
  readonly budget: string;
}

const told = (words: ScatterWords, it: Progress): string =>
  [
    it.projectName,
    it.unitName,
    `${words.asOf} ${it.day}`,
    `${words.executed} ${inTenThousands(it.executed)}`,
    `${words.budget} ${inTenThousands(it.budget ?? '0')}`,
    `${words.rate} ${rateOf(it) ?? '—'}`,
  ].join('\n');

export const timeAxis = (year: number) => ({
  type: 'time' as const,
  min: Date.UTC(year, 0, 1),
  max: Date.UTC(year, 11, 31),
  axisLabel: { formatter: '{M}-{d}', hideOverlap: true },
  splitLine: { show: false },
});

/** From 0 to 100 %, further where more than the budget was spent. */
export const rateAxis = (name: string) => ({
  type: 'value' as const,
  name,
  nameTextStyle: { align: 'left' as const },
  min: 0,
  max: (it: { readonly max: number }) => Math.max(100, Math.ceil(it.max / 10) * 10),
});

export const planSeries = (name: string, year: number) => ({
  name,
  type: 'line' as const,
  data: planLine(year),
  symbol: 'none',
  silent: true,
  lineStyle: { type: 'dashed' as const, color: COLOURS.quiet, width: 2 },
  itemStyle: { color: COLOURS.quiet },
});

/** A point a project: when its figure is from against how much is spent, with the line that the year goes by. */
export const scatterOption = (figures: readonly Progress[], year: number, words: ScatterWords): ChartOption => {
  const points = placed(figures);
  const largest = Math.max(0, ...points.map(({ figure }) => Number(figure.budget ?? 0)));
  const shown = LIGHTS.filter((it) => points.some(({ figure }) => (figure.light ?? 'undecided') === it));
  return {
    grid: { left: 56, right: 20, top: 58, bottom: 32 },
    legend: { top: 0, left: 0 },
    xAxis: timeAxis(year),
    yAxis: rateAxis(words.rate),
    tooltip: {
      trigger: 'item',
      formatter: (it) => {
        const data: unknown = Array.isArray(it) ? undefined : it.data;
        const figure = typeof data === 'object' && data !== null && 'figure' in data ? (data.figure as Progress) : null;
        return figure ? told(words, figure) : words.planLine;
      },
    },
    series: [
      planSeries(words.planLine, year),
      ...shown.map((light) => ({
        name: words.light(light),
        type: 'scatter' as const,
        symbol: LOOKS[light].symbol,
        itemStyle: { color: LOOKS[light].color, opacity: 0.9 },
        data: points
          .filter(({ figure }) => (figure.light ?? 'undecided') === light)
          .map(({ figure, x, y }) => ({ value: [x, y], symbolSize: sizeOf(figure.budget, largest), figure })),
      })),
    ],
  };
};

/** The project of a picked point. */
export const projectOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'figure' in data ? (data.figure as Progress).project : null;
