import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Column } from './column.js';
import type { Selection } from './use-selection.js';

export const ROW_PX = 34;

interface TableRowProps<T> {
  readonly row: T;
  readonly index: number;
  readonly shown: readonly Column<T>[];
  readonly label: string;
  readonly isCurrent: boolean;
  readonly selection: Selection<T> | undefined;
  readonly onOpen: ((row: T) => void) | undefined;
  /** Hears how high the row became: on a narrow screen it is a card. */
  readonly measure: (element: HTMLElement | null) => void;
}

/** A click on something that acts by itself does not open the row. */
const isControl = (target: EventTarget): boolean => target instanceof Element && target.closest('a, button, input, label, select') !== null;

const contentOf = <T,>({ show, text }: Column<T>, row: T): ReactNode => {
  const shown = show?.(row);
  if (shown !== undefined && shown !== null) return shown;
  const written = text(row);
  return <span title={written}>{written}</span>;
};

const Row = <T,>({ row, index, shown, label, isCurrent, selection, onOpen, measure }: TableRowProps<T>) => (
  <tr
    ref={measure}
    data-index={index}
    aria-rowindex={index + 2}
    aria-selected={selection ? selection.has(row) : undefined}
    className={[onOpen ? 'opens' : '', isCurrent ? 'current' : ''].join(' ')}
    onClick={(event) => {
      if (!isControl(event.target)) onOpen?.(row);
    }}
  >
    {selection ? (
      <td className="check">
        <input
          type="checkbox"
          aria-label={label}
          checked={selection.has(row)}
          onChange={(event) => {
            selection.toggle(row, (event.nativeEvent as MouseEvent).shiftKey);
          }}
        />
      </td>
    ) : null}
    {shown.map((it, i) => (
      <td key={it.key} data-title={it.title} className={cellClass(it, i)} style={{ textAlign: it.align }}>
        {contentOf(it, row)}
      </td>
    ))}
  </tr>
);

/** Drawn again only when something of it changed: while a list is scrolled most of its rows stay. */
export const TableRow = memo(Row) as typeof Row;

/** Only the first columns can stay in place. */
export const cellClass = <T,>({ fixed }: Column<T>, index: number): string | undefined => (fixed && index === 0 ? 'fixed' : undefined);
