import type { Field } from '../shape.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { Control } from '../control.js';
import { Findings } from '../findings.js';
import { useForm } from '../form-context.js';
import { FORM } from '../form.words.js';
import { labelIn } from '../label.js';
import { valueAt } from '../paths.js';
import { Shown } from '../shown.js';
import type { BesideColumn } from './grid.js';
import { writeCell } from './rows.js';
import type { Row } from './rows.js';

interface GridRowProps {
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly index: number;
  readonly path: string;
  readonly columns: readonly Field[];
  readonly before: readonly BesideColumn[];
  readonly after: readonly BesideColumn[];
  readonly fixed: boolean;
  readonly onInsert: (index: number) => void;
  readonly onRemove: (index: number) => void;
}

const NUMBERS = ['decimal', 'points', 'amount', 'integer'];

const Beside = ({ all, row, index }: { readonly all: readonly BesideColumn[]; readonly row: Row; readonly index: number }) => (
  <>
    {all.map((it) => (
      <td key={it.key} className={it.isNumber ? 'is-shown is-number' : 'is-shown'}>
        {it.show(row, index)}
      </td>
    ))}
  </>
);

/** One row with what is to be said of it below. */
export const GridRow = ({ row, rows, index, path, columns, before, after, fixed, onInsert, onRemove }: GridRowProps) => {
  const form = useForm();
  const say = useWords(FORM);
  const language = useLanguage();
  const at = `${path}.${String(index)}`;
  const found = form.findings(at, true);
  const nameOf = (key: string): string => labelIn(form.kind, `${path}.${key}`, language);
  const set = (key: string, value: unknown): void => {
    // The rows that are shown may not have been written yet, so they are written together.
    const next = rows.map((it, i) => (i === index ? writeCell(row, key, value) : it));
    form.set(path, next, `${at}.${key}`);
  };
  const classOf = ({ key, shape }: Field): string =>
    [
      ...(NUMBERS.includes(shape.is) ? ['is-number'] : []),
      ...(shape.is === 'boolean' ? ['is-centred'] : []),
      ...(form.isChanged?.(`${at}.${key}`) ? ['form-changed'] : []),
    ].join(' ');
  return (
    <>
      <tr>
        <td className="is-shown numbers">
          {index + 1}
          {form.beside?.(at)}
        </td>
        <Beside all={before} row={row} index={index} />
        {columns.map((column, place) => (
          <td key={column.key} data-cell={`${String(index)}/${String(place)}`} className={classOf(column)}>
            {form.readOnly ? (
              <Shown shape={column.shape} value={valueAt(row, column.key)} />
            ) : (
              <Control
                bare
                shape={column.shape}
                path={`${at}.${column.key}`}
                label={say('cell', { label: nameOf(column.key), number: index + 1 })}
                value={valueAt(row, column.key)}
                severity={form.findings(`${at}.${column.key}`)[0]?.severity ?? null}
                describedBy={found.length > 0 ? `found-${at}` : undefined}
                set={(_, value) => {
                  set(column.key, value);
                }}
                touch={form.touch}
              />
            )}
          </td>
        ))}
        <Beside all={after} row={row} index={index} />
        {form.readOnly || fixed ? null : (
          <td className="no-print">
            <div className="row-tools">
              <button
                type="button"
                aria-label={`${say('insertRow')} ${String(index + 1)}`}
                title={say('insertRow')}
                onClick={() => {
                  onInsert(index);
                }}
              >
                ＋
              </button>
              <button
                type="button"
                aria-label={`${say('removeRow')} ${String(index + 1)}`}
                title={say('removeRow')}
                onClick={() => {
                  onRemove(index);
                }}
              >
                ✕
              </button>
            </div>
          </td>
        )}
      </tr>
      {found.length > 0 ? (
        <tr className="grid-findings">
          <td colSpan={columns.length + before.length + after.length + 2}>
            <Findings all={found} id={`found-${at}`} label={(it) => (it === at ? '' : nameOf(it.slice(at.length + 1)))} />
          </td>
        </tr>
      ) : null}
    </>
  );
};
