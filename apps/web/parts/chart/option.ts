import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type {
  AriaComponentOption,
  DataZoomComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

type Series = BarSeriesOption | CustomSeriesOption | LineSeriesOption | ScatterSeriesOption;
type Parts = AriaComponentOption | DataZoomComponentOption | GridComponentOption | LegendComponentOption | TooltipComponentOption;

/** What is drawn, as echarts takes it. Tooltips have one look (rich text: no HTML); keep the option by `useMemo`. */
export type ChartOption = Omit<ComposeOption<Series | Parts>, 'tooltip'> & { readonly tooltip?: TooltipComponentOption };

/** What was clicked on. */
export interface Picked {
  readonly series: string;
  readonly index: number;
  readonly data: unknown;
}

export interface CanvasProps {
  readonly option: ChartOption;
  readonly height: number;
  readonly onPick?: (it: Picked) => void;
}

/** Bars carry patterns where colours alone would tell them apart, so that they can be told apart in grey. */
export const PATTERNED: AriaComponentOption = { enabled: true, label: { enabled: false }, decal: { show: true } };
