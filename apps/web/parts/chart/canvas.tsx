import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { MarkPointComponent, TooltipComponent } from 'echarts/components';
import { init, use as draw } from 'echarts/core';
import type { EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { COLOURS, FONTS } from '../../app/theme.js';
import type { CanvasProps } from './option.js';

draw([BarChart, CustomChart, LineChart, ScatterChart, CanvasRenderer]);
draw([AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent]);
draw([TooltipComponent]);

/** Darker and lighter in turn, so that they stay apart in grey. */
const PALETTE = [COLOURS.act, '#d99a2b', COLOURS.done, '#7a8291', COLOURS.overdue, '#6fa3dd'];
const PRINTED_PX = 660;

const THEME = {
  color: PALETTE,
  textStyle: { fontFamily: FONTS, fontSize: 12, color: '#262b33' },
  animation: false,
  tooltip: { renderMode: 'richText', confine: true, borderColor: COLOURS.line, textStyle: { color: '#262b33', fontSize: 12 } },
};

const onPaper = (chart: EChartsType): (() => void) => {
  const shrink = (): void => {
    chart.resize({ width: Math.min(PRINTED_PX, chart.getWidth()) });
  };
  const back = (): void => {
    chart.resize({ width: 'auto' });
  };
  window.addEventListener('beforeprint', shrink);
  window.addEventListener('afterprint', back);
  return () => {
    window.removeEventListener('beforeprint', shrink);
    window.removeEventListener('afterprint', back);
  };
};

/** The drawing itself; loaded only by pages that draw. */
export const Canvas = ({ option, height, onPick }: CanvasProps) => {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const made = init(place.current, null, { renderer: 'canvas' });
    chart.current = made;
    made.on('click', (it) => pick.current?.({ series: it.seriesName ?? '', index: it.dataIndex, data: it.data }));
    const watcher = new ResizeObserver(() => {
      made.resize();
    });
    watcher.observe(place.current);
    const forget = onPaper(made);
    return () => {
      forget();
      watcher.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption({ ...THEME, ...option, tooltip: { ...THEME.tooltip, ...option.tooltip } }, { notMerge: true });
  }, [option]);
  return <div ref={place} style={{ height }} />;
};
