import type { ReactNode } from 'react';
import './plain-table.css';

interface PlainColumn<T> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: T, index: number) => ReactNode;
  readonly align?: 'right';
  readonly width?: number | string;
}

interface PlainTableProps<T> {
  /** What the table holds: its accessible name. */
  readonly name: string;
  readonly columns: readonly PlainColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T, index: number) => string;
  /** What is said where there are no rows. */
  readonly empty?: string;
  readonly foot?: readonly ReactNode[];
}

/** A table of few rows whose cells wrap, for reading and for paper; lists of many rows take ListTable. */
export const PlainTable = <T,>({ name, columns, rows, rowKey, empty, foot }: PlainTableProps<T>) => {
  if (rows.length === 0 && empty !== undefined) return <p className="plain-empty">{empty}</p>;
  return (
    <div className="plain-table" role="region" aria-label={name} tabIndex={0}>
      <table aria-label={name}>
        <thead>
          <tr>
            {columns.map((it) => (
              <th key={it.key} scope="col" className={it.align} style={{ width: it.width }}>
                {it.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map((it) => (
                <td key={it.key} className={it.align}>
                  {it.cell(row, index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr>
              {columns.map((it, index) => (
                <td key={it.key} className={it.align}>
                  {foot[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
};
