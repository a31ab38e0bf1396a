import { cellsOf } from './cells.js';

describe('a block from a spreadsheet', () => {
  it('is cells by tabs and rows by line ends, of either kind, without the one that closes it', () => {
    expect(cellsOf('里程\t10\r\n桥\t\r\n')).toEqual([
      ['里程', '10'],
      ['桥', ''],
    ]);
    expect(cellsOf('里程')).toEqual([['里程']]);
    expect(cellsOf('')).toEqual([['']]);
  });

  it('keeps line ends, tabs and quotation marks of a quoted cell', () => {
    expect(cellsOf('"一\n二\t三"\t"说""好"""\t""\n下一行')).toEqual([['一\n二\t三', '说"好"', ''], ['下一行']]);
  });

  it('takes quotation marks within a text for what they are', () => {
    expect(cellsOf('"重点"项目\t5"管\n3')).toEqual([['"重点"项目', '5"管'], ['3']]);
  });

  it('loses no cell behind a quotation mark that is never closed', () => {
    expect(cellsOf('"十四五规划\t10\n桥\t2')).toEqual([
      ['"十四五规划', '10'],
      ['桥', '2'],
    ]);
  });

  it('parts cells by another sign in a file', () => {
    expect(cellsOf('P1,"1,000.00",a\tb', ',')).toEqual([['P1', '1,000.00', 'a\tb']]);
  });
});
