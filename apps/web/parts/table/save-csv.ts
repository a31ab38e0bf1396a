import type { Column } from './column.js';

const MARK = '\uFEFF';

/** Quoted as RFC 4180 wants it; a text that a spreadsheet would run as a formula is kept a text. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+%?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const asCsv = <T>(columns: readonly Column<T>[], rows: readonly T[]): string =>
  [columns.map(({ title }) => cell(title)), ...rows.map((row) => columns.map(({ text }) => cell(text(row))))]
    .map((line) => line.join(','))
    .join('\r\n');

export const saveFile = (name: string, content: BlobPart, type: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
};

/** Saves exactly what is seen, as a table that Excel opens. */
export const saveCsv = <T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): void => {
  saveFile(`${name}.csv`, `${MARK}${asCsv(columns, rows)}`, 'text/csv;charset=utf-8');
};
