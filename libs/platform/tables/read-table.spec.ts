import exceljs from 'exceljs';
import fc from 'fast-check';
import { Problem } from '#contracts/errors/problem.js';
import { isModestWorkbook } from './open-zip.js';
import { readTable } from './read-table.js';

const workbook = async (fill: (book: exceljs.Workbook) => void): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
};

it('reads a workbook as people see it: days, shares, results of formulas, texts in several fonts, the rows by their numbers', async () => {
  const bytes = await workbook((book) => {
    book.addWorksheet('选项', { state: 'hidden' }).addRow(['不读']);
    const sheet = book.addWorksheet('执行数');
    sheet.addRow(['项目编码', '日期', '执行数', '执行率']);
    sheet.addRow([]);
    sheet.addRow(['A-01', new Date(Date.UTC(2023, 8, 30)), 0.1 + 0.2, 0.07]).getCell(4).numFmt = '0.00%';
    sheet.addRow([213001, { formula: '1+1', result: 24008850.1 }, { richText: [{ text: '红' }, { text: '黑' }] }, true]);
  });
  expect(await readTable(bytes)).toEqual([
    { row: 1, cells: ['项目编码', '日期', '执行数', '执行率'] },
    { row: 3, cells: ['A-01', '2023-09-30', '0.3', '7%'] },
    { row: 4, cells: ['213001', '24008850.1', '红黑', 'true'] },
  ]);
});

it('reads text in both encodings, with commas, semicolons or tabs, and takes the guard off what looks like a formula', async () => {
  expect(await readTable(Buffer.from('\uFEFF行业,性质\n\n教育,\'=\n"两\n行",≥\n'))).toEqual([
    { row: 1, cells: ['行业', '性质'] },
    { row: 3, cells: ['教育', '='] },
    { row: 4, cells: ['两\n行', '≥'] },
  ]);
  const [head] = await readTable(Buffer.from([0xd0, 0xd0, 0xd2, 0xb5, 0x3b, 0x61]));
  expect(head).toEqual({ row: 1, cells: ['行业', 'a'] });
  expect((await readTable(Buffer.from('a\t1,000.00')))[0]!.cells).toEqual(['a', '1,000.00']);
});

const refusedAs = async (bytes: Buffer): Promise<string> => {
  const error: unknown = await readTable(bytes).then(() => null, String);
  return String(error);
};

it('refuses what is no table, what is empty and what is too large', async () => {
  expect(await refusedAs(Buffer.alloc(0))).toContain('FILE_EMPTY');
  expect(await refusedAs(Buffer.alloc(6 * 1024 * 1024))).toContain('TOO_LARGE');
  expect(await refusedAs(Buffer.from('d0cf11e0a1b11ae100', 'hex'))).toContain('FILE_KIND_REFUSED');
  expect(await refusedAs(Buffer.from('PK\u0003\u0004 no workbook'))).toContain('FILE_KIND_REFUSED');
  expect(await refusedAs(Buffer.from([0x61, 0, 0x62]))).toContain('FILE_KIND_REFUSED');
  expect(await refusedAs(Buffer.from('a,"b'))).toContain('NOT_ACCEPTED');
});

it('takes a workbook by what its parts unpack to, not by what the file says', async () => {
  const book = await workbook((it) => it.addWorksheet('大').addRow(['大'.repeat(100_000)]));
  expect(book.length).toBeLessThan(50_000);
  expect(await isModestWorkbook(book)).toBe(true);
  expect(await isModestWorkbook(book, 250_000)).toBe(false);
});

it('answers any bytes with a table or an expected refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, zipped) => {
      const all = Buffer.concat([Buffer.from(zipped ? 'PK\u0003\u0004' : ''), bytes]);
      const read: unknown = await readTable(all).catch((error: unknown) => error);
      expect(Array.isArray(read) || read instanceof Problem).toBe(true);
    }),
  );
});
