import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { Listed } from '../../api/pages.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { ProblemAlert } from '../problem.js';
import type { Column } from './column.js';
import './list-table.css';
import { saveCsv } from './save-csv.js';
import { TableBar } from './table-bar.js';
import { squeezed } from './squeeze.js';
import { ROW_PX, TableRow, cellClass } from './table-rows.js';
import { useChosenColumns } from './use-chosen-columns.js';
import { useRoom } from './use-room.js';
import { useSelection } from './use-selection.js';

interface ListTableProps<T> {
  /** Names the table: for the remembered columns and the exported file. */
  readonly id: string;
  readonly name: string;
  readonly columns: readonly Column<T>[];
  readonly list: Listed<T>;
  readonly rowKey: (row: T) => string;
  /** What stands here when there is nothing: what will appear, and when. */
  readonly empty?: string;
  /** Buttons for what is selected; without it nothing can be selected. */
  readonly bulk?: (selected: readonly T[], clear: () => void) => ReactNode;
  readonly onOpen?: (row: T) => void;
  readonly current?: string | undefined;
  /** Filters, left of the table's own buttons. */
  readonly filters?: ReactNode;
  readonly totals?: Readonly<Record<string, ReactNode>>;
}

const CHECK_PX = 40;
const NEAR_END_ROWS = 30;
const OVERSCAN = 12;
/** Its own borders, and a scroll bar. */
const FRAME_PX = 18;

/** The table of every list: compact, virtual, fixed header, chosen columns, selection with what can be done in bulk, export of what is seen. */
export const ListTable = <T extends object>(props: ListTableProps<T>) => {
  const { id, name, columns, list, rowKey, empty, bulk, onOpen, current, filters, totals } = props;
  const say = useWords(COMMON);
  const { shown, choose } = useChosenColumns(id, columns);
  const { ref, height, width: room } = useRoom();
  const scroller = useRef<HTMLDivElement>(null);
  const all = useSelection(list.rows, rowKey);
  const selection = bulk ? all : undefined;
  const virtual = useVirtualizer({
    count: list.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });
  const window = virtual.getVirtualItems();
  const [above, below] = [window[0]?.start ?? 0, virtual.getTotalSize() - (window.at(-1)?.end ?? 0)];
  const isNearEnd = (window.at(-1)?.index ?? 0) >= list.rows.length - NEAR_END_ROWS;
  const { hasMore, isReading, readMore } = list;
  useEffect(() => {
    if (isNearEnd && hasMore && !isReading) readMore();
  }, [isNearEnd, hasMore, isReading, readMore]);

  if (list.error) return <ProblemAlert error={list.error} retry={list.readAgain} />;
  const widths = squeezed([...(selection ? [CHECK_PX] : []), ...shown.map((it) => it.width)], room - FRAME_PX);
  const width = widths.reduce((sum, it) => sum + it, 0);
  const span = shown.length + (selection ? 1 : 0);
  const save = (): void => {
    saveCsv(name, shown, list.rows);
  };
  const space = (px: number): ReactNode =>
    px > 0 ? (
      <tr className="space" aria-hidden="true">
        <td colSpan={span} style={{ height: px }} />
      </tr>
    ) : null;
  return (
    <div ref={ref} className="list-table">
      <TableBar columns={columns} shown={shown} choose={choose} count={list.rows.length} hasMore={hasMore} filters={filters} save={save} />
      {bulk && all.rows.length > 0 ? (
        <div className="list-table-bar chosen no-print">
          <strong>{say('selected', { count: all.rows.length })}</strong>
          {bulk(all.rows, all.clear)}
          <Button type="link" size="small" onClick={all.clear}>
            {say('clearSelection')}
          </Button>
        </div>
      ) : null}
      <div ref={scroller} className="list-table-scroll" style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={name}>
        <table aria-rowcount={list.rows.length + 1} style={{ minWidth: width }}>
          <colgroup>
            {widths.map((it, i) => (
              <col key={i} style={{ width: it }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {selection ? (
                <th className="check" scope="col">
                  <input type="checkbox" aria-label={say('all')} checked={selection.isAll} onChange={selection.toggleAll} />
                </th>
              ) : null}
              {shown.map((it, i) => (
                <th key={it.key} scope="col" className={cellClass(it, i)} style={{ textAlign: it.align }} title={it.title}>
                  {it.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {space(above)}
            {window.flatMap(({ index }) => {
              const row = list.rows[index];
              if (!row) return [];
              const key = rowKey(row);
              const label = columns[0]?.text(row) ?? key;
              return (
                <TableRow
                  key={key}
                  {...{ row, index, shown, label, selection, onOpen }}
                  measure={virtual.measureElement}
                  isCurrent={key === current}
                />
              );
            })}
            {space(below)}
          </tbody>
          {totals && list.rows.length > 0 ? (
            <tfoot>
              <tr>
                {selection ? <td /> : null}
                {shown.map((it, i) => (
                  <td
                    key={it.key}
                    data-title={i > 0 && totals[it.key] !== undefined ? it.title : undefined}
                    className={it.fixed ? 'fixed' : undefined}
                    style={{ textAlign: it.align }}
                  >
                    {i === 0 ? say('total') : totals[it.key]}
                  </td>
                ))}
              </tr>
            </tfoot>
          ) : null}
        </table>
        {list.rows.length > 0 ? null : list.isFirst ? (
          <Skeleton active style={{ padding: 16 }} />
        ) : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty ?? say('empty')} style={{ padding: 16 }} />
        )}
      </div>
    </div>
  );
};
