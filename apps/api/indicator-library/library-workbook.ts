import type { Workbook, Worksheet } from 'exceljs';
import { COLUMNS, HEADS, MOST_ENTRIES } from '#contracts/import/indicator-library.js';
import { LEVEL1, OPERATORS } from '#domain/target-filing/content.js';
import { USUAL_LEVEL2 } from '#domain/target-filing/library.js';
import type { EntryFields } from '#domain/target-filing/library.js';

export const FIELDS = Object.values(COLUMNS);

/** What stands in the sheet 填表说明 of each column: must it be filled, what belongs there, an example. */
const EXPLAINED: Readonly<Record<keyof EntryFields, readonly [must: string, text: string, example: string]>> = {
  sector: ['是', '指标适用的行业或领域。可从下拉列表选择，也可填写新的行业。', '城市管理'],
  level1: ['是', `只能从下拉列表选择：${LEVEL1.join('、')}。`, '产出'],
  level2: ['是', '可从下拉列表选择常用名称，也可填写本地区使用的名称。', '数量指标'],
  level3: ['是', '指标名称，说明考核什么；不写数值，不写“满意度”“效果”等类别名称。', '道路保洁里程'],
  operator: ['是', `只能从下拉列表选择：${OPERATORS.join('、')}。越低越好的指标选“≤”，无法量化的选“定性”。`, '≥'],
  usualValue: ['否', '常用的指标值。定量指标只写数字，不写单位；定性指标写预期达到的状态；没有则留空。', '100'],
  measureUnit: ['否', '与参考值对应的计量单位，百分比写 %；定性指标留空。', '公里'],
  source: ['是', '指标出自哪里：标准、文件或报告名称，引用时随指标一并保留。', '2022年度绩效目标批复'],
};

const WIDTHS: Readonly<Record<keyof EntryFields, number>> = {
  sector: 16,
  level1: 12,
  level2: 18,
  level3: 34,
  operator: 11,
  usualValue: 16,
  measureUnit: 11,
  source: 46,
};

/** `stop`: nothing but the list may be typed; otherwise the list only helps. */
const LISTED: Readonly<Partial<Record<keyof EntryFields, 'stop' | 'help'>>> = {
  sector: 'help',
  level1: 'stop',
  level2: 'help',
  operator: 'stop',
};

/** The types of exceljs leave out the validations of a whole range, which it has. */
type Validated = Worksheet & { readonly dataValidations: { add(range: string, rule: object): void } };

const letterOf = (field: keyof EntryFields): string => String.fromCharCode(65 + FIELDS.indexOf(field));

const headed = (sheet: Worksheet, heads: readonly string[]): void => {
  const row = sheet.addRow([...heads]);
  row.font = { bold: true };
  row.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF5' } };
  row.alignment = { vertical: 'middle' };
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
};

const explain = (book: Workbook): void => {
  const sheet = book.addWorksheet('填表说明');
  headed(sheet, ['列', '是否必填', '填写说明', '示例']);
  for (const field of FIELDS) sheet.addRow([HEADS[field], ...EXPLAINED[field]]);
  const last = `一次最多 ${String(MOST_ENTRIES)} 行。行业和三级名称都相同的是同一指标：文件中不能出现两次；指标库中已有的，按文件更正。`;
  sheet.addRow([]);
  sheet.addRow(['说明', '', last]);
  [12, 10, 70, 26].forEach((width, i) => (sheet.getColumn(i + 1).width = width));
  sheet.getColumn(3).alignment = { wrapText: true, vertical: 'top' };
};

/** The lists that cells choose from, on a hidden sheet: a list within a rule ends at 255 characters. */
const addLists = (book: Workbook, sheet: Validated, sectors: readonly string[]): void => {
  const lists = { sector: sectors, level1: LEVEL1, level2: Object.values(USUAL_LEVEL2).flat(), operator: OPERATORS };
  const hidden = book.addWorksheet('选项', { state: 'hidden' });
  Object.entries(lists).forEach(([field, values], i) => {
    if (values.length === 0) return;
    hidden.getColumn(i + 1).values = [...values];
    const column = String.fromCharCode(65 + i);
    const [letter, head] = [letterOf(field as keyof typeof lists), HEADS[field as keyof typeof lists]];
    const strict = LISTED[field as keyof typeof lists] === 'stop';
    sheet.dataValidations.add(`${letter}2:${letter}${String(MOST_ENTRIES + 1)}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`选项!$${column}$1:$${column}$${String(values.length)}`],
      showErrorMessage: strict,
      errorStyle: 'stop',
      errorTitle: head,
      error: `请从下拉列表中选择${head}`,
    });
  });
};

/**
 * The library as a workbook (.xlsx) with its printed heads, lists to choose from and an explanation of each column; without entries it is the
 * template. What is read from it is what was written: every cell is a text.
 */
export async function libraryWorkbook(entries: readonly EntryFields[], sectors: readonly string[]): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('指标库') as Validated;
  headed(
    sheet,
    FIELDS.map((it) => HEADS[it]),
  );
  FIELDS.forEach((field, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = WIDTHS[field];
    column.numFmt = '@';
  });
  for (const entry of entries) sheet.addRow(FIELDS.map((it) => entry[it]));
  sheet.autoFilter = { from: 'A1', to: `${letterOf('source')}1` };
  explain(book);
  addLists(book, sheet, sectors);
  return Buffer.from(await book.xlsx.writeBuffer());
}
