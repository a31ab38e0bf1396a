import { Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { Column } from './column.js';

interface TableBarProps<T> {
  readonly columns: readonly Column<T>[];
  readonly shown: readonly Column<T>[];
  readonly choose: (keys: readonly string[] | null) => void;
  readonly count: number;
  readonly hasMore: boolean;
  readonly filters: ReactNode;
  readonly save: () => void;
}

const ColumnChoice = <T,>({ columns, shown, choose }: Pick<TableBarProps<T>, 'columns' | 'shown' | 'choose'>) => {
  const say = useWords(COMMON);
  const toggled = (column: Column<T>): string[] => columns.filter((it) => shown.includes(it) !== (it === column)).map(({ key }) => key);
  return (
    <div style={{ display: 'grid', gap: 6 }}>
      {columns.map((it) => (
        <label key={it.key} style={{ display: 'flex', gap: 8 }}>
          <input
            type="checkbox"
            checked={shown.includes(it)}
            onChange={() => {
              choose(toggled(it));
            }}
          />
          {it.title}
        </label>
      ))}
      <Button
        size="small"
        onClick={() => {
          choose(null);
        }}
      >
        {say('reset')}
      </Button>
    </div>
  );
};

/** Above a table: its filters, how many rows there are, which columns are seen, and the export of just that. */
export const TableBar = <T,>({ filters, count, hasMore, save, ...choice }: TableBarProps<T>) => {
  const say = useWords(COMMON);
  return (
    <div className="list-table-bar no-print">
      {filters}
      <span className="list-table-count" role="status">
        {say(hasMore ? 'rowsMore' : 'rows', { count })}
      </span>
      <Popover trigger="click" content={<ColumnChoice {...choice} />}>
        <Button size="small">{say('columns')}</Button>
      </Popover>
      <Button size="small" disabled={count === 0} onClick={save}>
        {say('export')}
      </Button>
    </div>
  );
};
