import { App, Button } from 'antd';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { LIMITS } from '#contracts/forms/fields.js';
import { isDecimal, show, sum } from '#domain/score/exact.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { cellsOf } from '../../table/cells.js';
import { useForm } from '../form-context.js';
import { FORM } from '../form.words.js';
import { labelIn } from '../label.js';
import { columnsOf } from '../shape.js';
import type { Field } from '../shape.js';
import { GridRow } from './grid-row.js';
import { goTo, spotOf, stepOf } from './move.js';
import type { Spot } from './move.js';
import { isHeading, pasteInto } from './paste.js';
import { asRows, withRowAfter, withoutRow, writeCell } from './rows.js';
import type { Row } from './rows.js';

/** A column that is not typed but shown beside: of the target, of last year, a computed score. */
export interface BesideColumn {
  readonly key: string;
  readonly title: string;
  readonly show: (row: Row, index: number) => ReactNode;
  readonly isNumber?: boolean;
  readonly width?: number;
}

export interface GridProps {
  readonly path: string;
  readonly label: string;
  readonly fields: readonly Field[];
  /** Keys that are not columns of their own. */
  readonly without?: readonly string[];
  readonly before?: readonly BesideColumn[];
  readonly after?: readonly BesideColumn[];
  /** Rows come from elsewhere: none is added or taken away. */
  readonly fixed?: boolean;
  /** Rows that stand there when nothing was written yet; where rows come from elsewhere, always. */
  readonly given?: readonly Row[];
  readonly sums?: readonly string[];
  /** What a new row begins with. */
  readonly blank?: Row;
  readonly tools?: ReactNode;
  readonly widths?: Readonly<Record<string, number>>;
}

const WIDTHS: Readonly<Record<string, number>> = {
  boolean: 56,
  choice: 92,
  points: 72,
  decimal: 96,
  integer: 72,
  amount: 140,
  day: 140,
  text: 180,
  lines: 200,
};

export const widthOf = ({ key, shape }: Field, widths: GridProps['widths']): number => widths?.[key] ?? WIDTHS[shape.is] ?? 160;

/** Read, a table fits beside a list; typed, its cells want room. */
const LEAST_READ_PX = 640;

const isNumber = ({ shape }: Field): boolean => ['decimal', 'points', 'amount', 'integer'].includes(shape.is);

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** The sum of what is a number in a column, exactly. */
export const sumOf = (rows: readonly Row[], key: string): string =>
  trimmed(show(sum(rows.map((row) => row[key]).filter((it): it is string => typeof it === 'string' && isDecimal(it))), 6));

const BesideHeads = ({ of }: { readonly of: readonly BesideColumn[] }) =>
  of.map((it) => (
    <th key={it.key} scope="col" className={it.isNumber ? 'is-number' : ''} style={it.width === undefined ? {} : { width: it.width }}>
      {it.title}
    </th>
  ));

/** Rows of a form as a table: read, or typed like a spreadsheet. */
export const Grid = (props: GridProps) => {
  const { path, label, fields, without = [], before = [], after = [], fixed = false, given, sums = [], tools } = props;
  const form = useForm();
  const say = useWords(FORM);
  const language = useLanguage();
  const { message } = App.useApp();
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<Spot | null>(null);
  const columns = useMemo(() => columnsOf(fields).filter(({ key }) => !without.includes(key)), [fields, without]);
  const written = asRows(form.content[path]);
  const rows = given && (fixed || written.length === 0) ? given : written;

  useLayoutEffect(() => {
    if (wanted.current && goTo(table.current, wanted.current)) wanted.current = null;
  });

  const put = (next: readonly Row[]): void => {
    form.set(path, next, '');
  };
  const insertAfter = (index: number, column = 0): void => {
    if (rows.length >= LIMITS.rows) return;
    wanted.current = { row: index + 1, column };
    put(withRowAfter(rows, index, props.blank ?? {}));
  };
  const remove = (index: number, column = 0): void => {
    wanted.current = { row: Math.max(0, Math.min(index, rows.length - 2)), column };
    put(withoutRow(rows, index));
  };
  const down = (at: Spot): void => {
    if (at.row + 1 < rows.length) goTo(table.current, { ...at, row: at.row + 1 });
    else if (!fixed) insertAfter(at.row, at.column);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const at = spotOf(event.target);
    if (!at || form.readOnly || event.nativeEvent.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const done = (act: () => void): void => {
      event.preventDefault();
      act();
    };
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      done(() => {
        if (command && !fixed) insertAfter(at.row, at.column);
        else down(at);
      });
    } else if (event.key === 'Delete' && command && !fixed) {
      done(() => {
        remove(at.row, at.column);
      });
    } else if (!command && !event.shiftKey && !event.altKey) {
      const step = stepOf(event.key, event.target as Element);
      if (step && goTo(table.current, { row: at.row + step.row, column: at.column + step.column })) event.preventDefault();
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLTableElement>): void => {
    const at = spotOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    const block = cellsOf(text);
    if (!at || form.readOnly || (block.length === 1 && block[0]?.length === 1)) return;
    event.preventDefault();
    const heading = isHeading(
      block[0] ?? [],
      columns.map(({ key }) => labelIn(form.kind, `${path}.${key}`, language)),
    );
    const body = heading ? block.slice(1) : block;
    const pasted = pasteInto(rows, body, at, columns, writeCell, fixed ? rows.length : LIMITS.rows);
    put(pasted.rows);
    body.forEach((cells, below) => {
      cells.forEach((_, right) => {
        const key = columns[at.column + right]?.key;
        if (key !== undefined) form.touch(`${path}.${String(at.row + below)}.${key}`);
      });
    });
    const words = pasted.left > 0 ? say('skipped', { rows: body.length, count: pasted.left }) : say('pasted', { rows: body.length });
    void message.info(pasted.cut ? `${words} ${say('tooMany', { count: fixed ? rows.length : LIMITS.rows })}` : words);
  };

  const editable = !form.readOnly;
  const width = columns.reduce((all, it) => all + widthOf(it, props.widths), 60 + (before.length + after.length) * 90);
  return (
    <>
      {editable && tools ? <div className="grid-tools no-print">{tools}</div> : null}
      <table
        ref={table}
        className={editable ? 'grid-table is-edited' : 'grid-table'}
        aria-label={label}
        style={{ minWidth: editable ? Math.min(width, 1600) : Math.min(width, LEAST_READ_PX) }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <thead>
          <tr>
            <th scope="col" style={{ width: 44 }}>
              {say('number')}
            </th>
            <BesideHeads of={before} />
            {columns.map((it) => (
              <th
                key={it.key}
                scope="col"
                style={editable ? { width: widthOf(it, props.widths) } : {}}
                className={isNumber(it) ? 'is-number' : ''}
              >
                {labelIn(form.kind, `${path}.${it.key}`, language)}
              </th>
            ))}
            <BesideHeads of={after} />
            {editable && !fixed ? (
              <th scope="col" style={{ width: 56 }} className="no-print">
                <span className="visually-hidden">{say('rowTools')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <GridRow key={index} {...{ row, index, path, columns, before, after, fixed, rows }} onInsert={insertAfter} onRemove={remove} />
          ))}
        </tbody>
        {sums.length > 0 && rows.length > 0 ? (
          <tfoot>
            <tr>
              <td colSpan={1 + before.length}>{say('sum')}</td>
              {columns.map((it) => (
                <td key={it.key} className={isNumber(it) ? 'is-number' : ''}>
                  {sums.includes(it.key) ? sumOf(rows, it.key) : ''}
                </td>
              ))}
              {after.length > 0 ? <td colSpan={after.length} /> : null}
              {editable && !fixed ? <td className="no-print" /> : null}
            </tr>
          </tfoot>
        ) : null}
      </table>
      {rows.length === 0 ? <div className="grid-tools form-hint">{say('noRows')}</div> : null}
      {editable && !fixed ? (
        <div className="grid-tools no-print">
          <Button
            size="small"
            onClick={() => {
              insertAfter(rows.length - 1);
            }}
          >
            {say('addRow')}
          </Button>
          {rows.length > 0 ? <span className="form-hint">{say('keys')}</span> : null}
        </div>
      ) : null}
    </>
  );
};
