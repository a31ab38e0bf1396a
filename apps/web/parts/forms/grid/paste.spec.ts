import { NOT_TAKEN, isHeading, pasteInto, readCell } from './paste.js';
import { asRows, withRowAfter, withoutRow, writeCell } from './rows.js';
import type { Field } from '../shape.js';

const text = { is: 'text', most: 5 } as const;
const columns: readonly Field[] = [
  { key: 'name', shape: text, optional: false },
  { key: 'operator', shape: { is: 'choice', options: ['=', '≥', '≤'] }, optional: false },
  { key: 'target.value', shape: { is: 'decimal' }, optional: false },
  { key: 'core', shape: { is: 'boolean' }, optional: false },
];

describe('a pasted cell', () => {
  it.each([
    ['a sign by its other spellings', { is: 'choice', options: ['=', '≥', '≤'] }, ' >= ', '≥'],
    ['a kind with the word that tables put behind it', { is: 'choice', options: ['产出', '效益'] }, '产出指标', '产出'],
    ['a tick', { is: 'boolean' }, '√', true],
    ['an empty box', { is: 'boolean' }, '', false],
    ['an amount with separators', { is: 'amount' }, '1,234，567.80', '1234567.80'],
    ['a whole number with separators', { is: 'integer' }, '12,000', 12_000],
    ['a day as Excel writes it', { is: 'day' }, '2023/9/3', '2023-09-03'],
    ['a day in Chinese', { is: 'day' }, '2023年12月31日', '2023-12-31'],
    ['a day without its zeros', { is: 'day' }, '2023-9-3', '2023-09-03'],
    ['lines', { is: 'lines' }, '一\n二', ['一', '二']],
    ['a text that is too long, whole: the form says so', text, '一二三四五六', '一二三四五六'],
    ['nothing', { is: 'decimal' }, '  ', undefined],
  ] as const)('is read: %s', (_, shape, typed, value) => expect(readCell(shape, typed)).toEqual(value));

  it.each([
    [{ is: 'choice', options: ['=', '≥'] }, '大约'],
    [{ is: 'boolean' }, '也许'],
    [{ is: 'integer' }, '1.5'],
    [{ is: 'integer' }, '1,00'],
  ] as const)('is left where the field cannot hold it: %o %s', (shape, typed) => expect(readCell(shape, typed)).toBe(NOT_TAKEN));
});

describe('a pasted block', () => {
  it('goes from the cell on, below and to the right, past the last row; what stands beside stays', () => {
    const rows = [{ name: '里程', note: '留' }];
    const block = [
      ['≥', '10', '是', '多出的一列'],
      ['=', '2', ''],
    ];
    expect(pasteInto(rows, block, { row: 0, column: 1 }, columns, writeCell, 30)).toEqual({
      rows: [
        { name: '里程', note: '留', operator: '≥', target: { value: '10' }, core: true },
        { operator: '=', target: { value: '2' }, core: false },
      ],
      left: 0,
      cut: false,
    });
    expect(rows).toEqual([{ name: '里程', note: '留' }]);
  });

  it('says how many cells were left as they were, and that rows found no room', () => {
    const block = [['里程', '大约'], ['桥', '='], ['路']];
    expect(pasteInto([{ operator: '≤' }], block, { row: 0, column: 0 }, columns, writeCell, 2)).toEqual({
      rows: [
        { name: '里程', operator: '≤' },
        { name: '桥', operator: '=' },
      ],
      left: 1,
      cut: true,
    });
  });

  it('knows its own heading, of which half the cells are labels', () => {
    expect(isHeading(['指标名称', ' 单位 ', 'x'], ['指标名称', '单位'])).toBe(true);
    expect(isHeading(['里程', '公里'], ['指标名称', '单位'])).toBe(false);
    expect(isHeading([], ['单位'])).toBe(false);
  });
});

describe('rows of a table', () => {
  it('are added behind one and taken away, the others staying the same', () => {
    const rows = asRows([{ name: 'a' }, null, 'b']);
    expect(rows).toEqual([{ name: 'a' }, {}, {}]);
    const added = withRowAfter(rows, 0, { name: 'c' });
    expect(added.map((it) => it['name'])).toEqual(['a', 'c', undefined, undefined]);
    expect(withoutRow(added, 1)).toEqual(rows);
    expect(asRows('nothing')).toEqual([]);
  });
});
