import { executionLines } from './execution-table.js';

const table = (...lines: readonly string[]) => lines.map((it, i) => ({ row: i + 1, cells: it.split('|') }));

it('reads a table by its heads, in any order, with days and amounts as Excel writes them', () => {
  expect(executionLines(table('日期|单位|执行数（元）|项目编码', '2023/9/3|甲|1,234,567.80|A-01', '2023-09-30||12,34|A-02'))).toEqual([
    { row: 2, project: 'A-01', day: '2023-09-03', executed: '1234567.80' },
    { row: 3, project: 'A-02', day: '2023-09-30', executed: '12,34' },
  ]);
});

it('is no table without each of its heads once', () => {
  expect(executionLines([])).toBeNull();
  expect(executionLines(table('项目编码|日期', 'A|2023-01-01'))).toBeNull();
  expect(executionLines(table('项目编码|日期|执行数|执行数'))).toBeNull();
  expect(executionLines(table('Project|Day|Executed'))).toEqual([]);
});
