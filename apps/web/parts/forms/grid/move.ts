export interface Spot {
  readonly row: number;
  readonly column: number;
}

type Typing = HTMLInputElement | HTMLTextAreaElement;

const isTyping = (it: Element): it is Typing => (it instanceof HTMLInputElement && it.type === 'text') || it instanceof HTMLTextAreaElement;

const LINES_ONE_PX = 36;

const caretAt = (it: Element, end: 'start' | 'end'): boolean => {
  if (!isTyping(it)) return true;
  const at = end === 'start' ? 0 : it.value.length;
  return it.selectionStart === at && it.selectionEnd === at;
};

/** Whole cell selected, as it is after Tab: arrows then move on. */
const isWhole = (it: Element): boolean => isTyping(it) && it.selectionStart === 0 && it.selectionEnd === it.value.length;

const isOneLine = (it: Element): boolean => !(it instanceof HTMLTextAreaElement) || it.scrollHeight <= LINES_ONE_PX;

/** Where a key leads from a cell, as in a spreadsheet; null where the key belongs to the cell itself. */
export const stepOf = (key: string, cell: Element): Spot | null => {
  if (cell instanceof HTMLInputElement && cell.type === 'date') return null;
  switch (key) {
    case 'ArrowDown':
      return cell instanceof HTMLSelectElement || !(isOneLine(cell) || caretAt(cell, 'end')) ? null : { row: 1, column: 0 };
    case 'ArrowUp':
      return cell instanceof HTMLSelectElement || !(isOneLine(cell) || caretAt(cell, 'start')) ? null : { row: -1, column: 0 };
    case 'ArrowLeft':
      return caretAt(cell, 'start') || isWhole(cell) ? { row: 0, column: -1 } : null;
    case 'ArrowRight':
      return caretAt(cell, 'end') || isWhole(cell) ? { row: 0, column: 1 } : null;
    default:
      return null;
  }
};

/** Puts the focus into a cell of a table, its text selected. */
export const goTo = (table: HTMLElement | null, { row, column }: Spot): boolean => {
  const cell = table?.querySelector<HTMLElement>(`[data-cell="${String(row)}/${String(column)}"] .form-input`);
  cell?.focus();
  if (cell && isTyping(cell)) cell.select();
  return cell !== null && cell !== undefined;
};

/** The cell that the event happened in. */
export const spotOf = (target: EventTarget): Spot | null => {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
  if (at === undefined) return null;
  const [row, column] = at.split('/').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
};
