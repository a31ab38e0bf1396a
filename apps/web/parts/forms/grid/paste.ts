import { CHOICES, isChoiceWord } from '../choices.js';
import type { Field, Shape } from '../shape.js';

const SAME: Readonly<Record<string, string>> = {
  '>=': '≥',
  '≧': '≥',
  大于等于: '≥',
  '<=': '≤',
  '≦': '≤',
  小于等于: '≤',
  '＝': '=',
  等于: '=',
};
const WHOLE = /^(\d{1,9}|\d{1,3}([,，]\d{3}){1,2})$/;
const YES = /^(是|✓|√|yes|y|true|1|核心)$/i;
const NO = /^(否|no|n|false|0|)$/i;

const choiceOf = (typed: string, options: readonly string[]): string | undefined => {
  const asked = SAME[typed] ?? typed;
  const trimmed = asked.replace(/指标$/, '');
  return options.find((it) => [asked, trimmed].includes(it) || (isChoiceWord(it) && CHOICES.zh[it] === asked));
};

/** Nothing that this field could hold: the cell is left as it is. */
export const NOT_TAKEN = Symbol('not taken');

/** What a pasted cell becomes in a field of this shape. */
export const readCell = (shape: Shape, typed: string): unknown => {
  const text = typed.trim();
  if (shape.is === 'boolean') return YES.test(text) ? true : NO.test(text) ? false : NOT_TAKEN;
  if (text === '') return undefined;
  if (shape.is === 'choice') return choiceOf(text, shape.options) ?? NOT_TAKEN;
  if (shape.is === 'integer') return WHOLE.test(text) ? Number(text.replace(/[,，]/g, '')) : NOT_TAKEN;
  if (shape.is === 'lines') return text.split('\n');
  if (shape.is === 'day')
    return text.replace(
      /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/,
      (_, y: string, m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
    );
  // Too long a text is kept whole: the form says so, and nothing is lost.
  if (shape.is === 'text') return text;
  return text.replace(/[,，]/g, '');
};

/** Is the first row of the block the table's own heading? */
export const isHeading = (cells: readonly string[], labels: readonly string[]): boolean => {
  const named = cells.filter((it) => labels.includes(it.trim())).length;
  return named > 0 && named * 2 >= cells.length;
};

export interface Pasted {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly left: number;
  readonly cut: boolean;
}

/** Puts a block into rows from a cell on, below and to the right, as a spreadsheet does. */
export const pasteInto = (
  rows: readonly Readonly<Record<string, unknown>>[],
  block: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: number },
  columns: readonly Field[],
  write: (row: Readonly<Record<string, unknown>>, key: string, value: unknown) => Readonly<Record<string, unknown>>,
  most: number,
): Pasted => {
  const result = [...rows];
  let left = 0;
  const room = Math.max(0, most - at.row);
  block.slice(0, room).forEach((cells, down) => {
    let row = result[at.row + down] ?? {};
    cells.forEach((cell, right) => {
      const column = columns[at.column + right];
      if (!column) return;
      const value = readCell(column.shape, cell);
      if (value === NOT_TAKEN) left += 1;
      else row = write(row, column.key, value);
    });
    result[at.row + down] = row;
  });
  return { rows: result, left, cut: block.length > room };
};
