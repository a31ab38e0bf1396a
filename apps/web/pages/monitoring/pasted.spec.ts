import { placeOf, readPasted, refusedOf } from './pasted.js';

describe('executed amounts that are pasted', () => {
  const rows = [
    { project: 'A-01', day: '2023-09-30', executed: '1000.00' },
    { project: 'A-02', day: '2023-10-01', executed: '0' },
  ];

  it('are read by the names of their columns, in any order, in either language, as Excel writes days and amounts', () => {
    expect(readPasted('执行数\t项目编码\t备注\t日期\r\n1,000.00\tA-01\t急\t2023/9/30\r\n0\tA-02\t\t2023.10.1\r\n')).toEqual({
      hasHeader: true,
      rows,
    });
    expect(readPasted('Project\tDay\tExecuted\nA-01\t2023-09-30\t1000.00\nA-02\t2023-10-01\t0').rows).toEqual(rows);
  });

  it('are read from a file as well, whose amounts stand in quotation marks', () => {
    expect(readPasted('\uFEFF项目编码,日期,执行数\r\nA-01,2023/9/30,"1,000.00"\r\n\r\nA-02,2023/10/1,0\r\n').rows).toEqual(rows);
  });

  it('are not guessed where a column has no name', () => {
    expect(readPasted('A-01\t2023-09-30\t1000')).toEqual({ hasHeader: false, rows: [] });
    expect(readPasted('项目编码\t日期\nA-01\t2023-09-30')).toEqual({ hasHeader: false, rows: [] });
    expect(readPasted('')).toEqual({ hasHeader: false, rows: [] });
  });

  it('keep what is wrong in them: the server says what', () => {
    expect(readPasted('项目编码\t日期\t执行数\nA-01\t九月\t1,00\nA-02').rows).toEqual([
      { project: 'A-01', day: '九月', executed: '1,00' },
      { project: 'A-02', day: '', executed: '' },
    ]);
  });

  it('come back as a table that can be sent again: those that were refused, each once, in their order', () => {
    const pasted = { hasHeader: true, rows };
    const errors = [{ path: 'body.rows.1.executed' }, { path: 'body.rows.1.day' }];
    expect(refusedOf(pasted, errors)).toBe('project\tday\texecuted\nA-02\t2023-10-01\t0');
    expect(readPasted(refusedOf(pasted, errors)).rows).toEqual([rows[1]]);
    expect(refusedOf(pasted, [])).toBe('');
    expect(placeOf('body.rows.12.day')).toBe(12);
  });
});
