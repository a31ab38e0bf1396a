import { Skeleton } from 'antd';
import { Suspense, lazy } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/words.js';
import { CHART } from './chart.words.js';
import './chart.css';
import type { CanvasProps } from './option.js';

const Canvas = lazy(async () => ({ default: (await import('./canvas.js')).Canvas }));

/** The drawn figures as a table, for whoever cannot see the drawing or wants to read them; `to` makes a row's first cell a link. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[]; readonly to?: string }[];
}

interface ChartProps extends CanvasProps {
  /** What the chart shows, in words: its accessible name. */
  readonly name: string;
  readonly table: ChartTable;
}

const FiguresTable = ({ name, table }: { readonly name: string; readonly table: ChartTable }) => (
  <div className="chart-table">
    <table aria-label={name}>
      <thead>
        <tr>
          {table.columns.map((it) => (
            <th key={it} scope="col">
              {it}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ key, cells, to }) => (
          <tr key={key}>
            {cells.map((cell, index) => (
              <td key={table.columns[index] ?? String(index)}>{to !== undefined && index === 0 ? <Link to={to}>{cell}</Link> : cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** A chart with a name, and its figures as a table below for keyboard, screen reader and paper. */
export const Chart = ({ name, table, height, ...canvas }: ChartProps) => {
  const say = useWords(CHART);
  return (
    <figure style={{ margin: 0 }}>
      <div role="img" aria-label={`${name}。${say('showChart')}`}>
        <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height }} />}>
          <Canvas height={height} {...canvas} />
        </Suspense>
      </div>
      <details className="chart-figures">
        <summary>{say('asTable')}</summary>
        <FiguresTable name={name} table={table} />
      </details>
    </figure>
  );
};
