import { Button, Checkbox, Dropdown, Empty, Table } from 'antd';
import type { Key, ReactNode } from 'react';
import { useState } from 'react';
import type { Listed } from '../../api/pages.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { ProblemAlert } from '../problem.js';
import type { Column } from './column.js';
import { saveCsv } from './save-csv.js';
import { useChosenColumns } from './use-chosen-columns.js';
import { useRoom } from './use-room.js';

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

const SELECTION_WIDTH = 40;
const NEAR_END_PX = 600;

/** The table of every list: compact, virtual, fixed header, chosen columns, selection with what can be done in bulk, export of what is seen. */
export const ListTable = <T extends object>(props: ListTableProps<T>) => {
  const { id, name, columns, list, rowKey, empty, bulk, onOpen, current, filters, totals } = props;
  const say = useWords(COMMON);
  const { shown, choose } = useChosenColumns(id, columns);
  const [selected, setSelected] = useState<readonly Key[]>([]);
  const { ref, height } = useRoom();
  const width = shown.reduce((sum, it) => sum + it.width, bulk ? SELECTION_WIDTH : 0);
  const chosenRows = list.rows.filter((row) => selected.includes(rowKey(row)));
  const clear = (): void => {
    setSelected([]);
  };

  if (list.error) return <ProblemAlert error={list.error} retry={list.readAgain} />;
  return (
    <div ref={ref} style={{ background: '#fff', border: '1px solid #dfe3e8', borderRadius: 4 }}>
      <div className="no-print" style={{ display: 'flex', gap: 8, padding: 8, alignItems: 'center', flexWrap: 'wrap' }}>
        {filters}
        <span style={{ marginInlineStart: 'auto', color: '#595f69' }} role="status">
          {say(list.hasMore ? 'rowsMore' : 'rows', { count: list.rows.length })}
        </span>
        <Dropdown
          trigger={['click']}
          popupRender={() => (
            <div style={{ background: '#fff', padding: 12, border: '1px solid #dfe3e8', borderRadius: 4, display: 'grid', gap: 6 }}>
              {columns.map((it) => (
                <Checkbox
                  key={it.key}
                  checked={shown.includes(it)}
                  onChange={() => {
                    choose(columns.filter((c) => shown.includes(c) !== (c === it)).map(({ key }) => key));
                  }}
                >
                  {it.title}
                </Checkbox>
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
          )}
        >
          <Button size="small">{say('columns')}</Button>
        </Dropdown>
        <Button
          size="small"
          disabled={list.rows.length === 0}
          onClick={() => {
            saveCsv(name, shown, list.rows);
          }}
        >
          {say('export')}
        </Button>
      </div>
      {bulk && chosenRows.length > 0 ? (
        <div
          className="no-print"
          style={{ display: 'flex', gap: 8, padding: '6px 8px', background: '#e8effa', alignItems: 'center', flexWrap: 'wrap' }}
        >
          <strong>{say('selected', { count: chosenRows.length })}</strong>
          {bulk(chosenRows, clear)}
          <Button type="link" size="small" onClick={clear}>
            {say('clearSelection')}
          </Button>
        </div>
      ) : null}
      <Table<T>
        size="small"
        virtual
        aria-label={name}
        rowKey={rowKey}
        loading={list.isFirst}
        dataSource={list.rows}
        pagination={false}
        scroll={{ x: Math.max(width, 320), y: height }}
        onScroll={(event) => {
          const at = event.currentTarget as HTMLElement;
          if (at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_END_PX) list.readMore();
        }}
        columns={shown.map((it) => ({
          key: it.key,
          title: it.title,
          width: it.width,
          ...(it.align ? { align: it.align } : {}),
          ...(it.fixed ? { fixed: 'left' as const } : {}),
          ellipsis: true,
          render: (_: unknown, row: T) => it.show?.(row) ?? it.text(row),
        }))}
        {...(bulk
          ? {
              rowSelection: {
                selectedRowKeys: [...selected],
                onChange: setSelected,
                columnWidth: SELECTION_WIDTH,
                getTitleCheckboxProps: () => ({ 'aria-label': say('all') }),
                getCheckboxProps: (row: T) => ({ 'aria-label': columns[0]!.text(row) }),
              },
            }
          : {})}
        onRow={(row) =>
          onOpen
            ? {
                onClick: () => {
                  onOpen(row);
                },
                style: { cursor: 'pointer', ...(rowKey(row) === current ? { background: '#e8effa' } : {}) },
              }
            : {}
        }
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty ?? say('empty')} /> }}
        {...(totals
          ? {
              summary: () => (
                <Table.Summary fixed>
                  <Table.Summary.Row>
                    {bulk ? <Table.Summary.Cell index={0} /> : null}
                    {shown.map((it, index) => (
                      <Table.Summary.Cell key={it.key} index={index + (bulk ? 1 : 0)} {...(it.align ? { align: it.align } : {})}>
                        <strong>{index === 0 ? say('total') : totals[it.key]}</strong>
                      </Table.Summary.Cell>
                    ))}
                  </Table.Summary.Row>
                </Table.Summary>
              ),
            }
          : {})}
      />
    </div>
  );
};
