import type { Cell, CellValue } from 'exceljs';

/** As many digits as a spreadsheet keeps and shows: 0.1 + 0.2 is 0.3 there. */
const DIGITS = 15;

/** A number as it would be typed, never with an exponent. */
const numberText = (value: number): string => {
  const text = String(Number(value.toPrecision(DIGITS)));
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text;
};

const isPercent = (format: string | undefined): boolean => /%$/.test(format ?? '');

const valueText = (value: CellValue, format?: string): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return isPercent(format) ? `${numberText(value * 100)}%` : numberText(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return valueText(value.text);
  if ('error' in value) return value.error;
  return valueText(value.result, format);
};

/** What somebody sees in the cell: the result of a formula, a day as YYYY-MM-DD, a share with its sign. */
export const cellText = ({ value, numFmt }: Pick<Cell, 'value' | 'numFmt'>): string => valueText(value, numFmt).trim();
