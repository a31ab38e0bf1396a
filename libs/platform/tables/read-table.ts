import { Problem } from '#contracts/errors/problem.js';
import { csvTable, unreadable, withText } from '#contracts/import/csv-table.js';
import type { TableRow } from '#contracts/import/csv-table.js';
import { cellText } from './cell-text.js';
import { isModestWorkbook } from './open-zip.js';

/** A file with a table, as it is sent. */
export const MOST_TABLE_BYTES = 5 * 1024 * 1024;
/** Columns that are looked at; a sheet whose formats reach to the last column has 16,384. */
const MOST_COLUMNS = 60;

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** The container of the older office formats, .xls among them. */
const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const decoded = (bytes: Buffer, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const textTable = (bytes: Buffer): readonly TableRow[] => {
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
  if (text === null || text.includes('\0')) throw new Problem('FILE_KIND_REFUSED', { kinds: 'xlsx, csv' });
  return csvTable(text);
};

/** The rows of the first sheet that is not hidden. */
async function workbookTable(bytes: Buffer): Promise<readonly TableRow[]> {
  if (!(await isModestWorkbook(bytes))) throw new Problem('FILE_KIND_REFUSED', { kinds: 'xlsx, csv' });
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  try {
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
  } catch {
    throw unreadable('工作簿无法读取，请用 Excel 或 WPS 另存为 .xlsx', 'the workbook cannot be read: save it again as .xlsx');
  }
  const sheet = book.worksheets.find(({ state }) => state === 'visible');
  const rows: TableRow[] = [];
  sheet?.eachRow((row, at) => {
    const width = Math.min(row.cellCount, MOST_COLUMNS);
    rows.push({ row: at, cells: Array.from({ length: width }, (_, i) => cellText(row.getCell(i + 1))) });
  });
  return withText(rows);
}

/**
 * Reads the table in a file, told by its content: a workbook (.xlsx), or text with separated cells (.csv, UTF-8 or GB 18030).
 * @throws Problem FILE_EMPTY, TOO_LARGE, FILE_KIND_REFUSED, or NOT_ACCEPTED where it is no table
 */
export async function readTable(bytes: Buffer): Promise<readonly TableRow[]> {
  if (bytes.length === 0) throw new Problem('FILE_EMPTY');
  if (bytes.length > MOST_TABLE_BYTES) throw new Problem('TOO_LARGE');
  if (bytes.subarray(0, OLD_OFFICE.length).equals(OLD_OFFICE)) throw new Problem('FILE_KIND_REFUSED', { kinds: 'xlsx, csv' });
  return bytes.subarray(0, ZIP.length).equals(ZIP) ? workbookTable(bytes) : textTable(bytes);
}
