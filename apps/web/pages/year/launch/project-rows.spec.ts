import { attributeOf, classOf, projectsText, readProjects } from './project-rows.js';

const HEAD = '项目编码\t项目名称\t单位编码\t预算数\t类型\t性质';

it('reads projects by the names of their columns, in any order, from a spreadsheet or a CSV file', () => {
  const { hasHeader, rows } = readProjects('单位编码,项目编码,预算数,项目名称\n213001,A-01,"1,000.50",道路保洁\n,,,\n');
  expect(hasHeader).toBe(true);
  expect(rows).toEqual([{ code: 'A-01', name: '道路保洁', unit: '213001', budget: '1000.50', class: '', attribute: '' }]);
  expect(readProjects(`${HEAD}\nA-02\t公厕\t213001\t500\t重点\t延续`).rows[0]).toMatchObject({ class: '重点', attribute: '延续' });
});

it('asks for the columns that it needs', () => {
  expect(readProjects('A-01\t道路保洁\t213001\t1000')).toEqual({ hasHeader: false, rows: [] });
});

it('writes what was refused as it was read', () => {
  const text = `${HEAD}\nA-01\t道路保洁\t999\tzwei\t一般\t新增`;
  expect(projectsText(readProjects(text).rows)).toBe(text);
  expect(projectsText([])).toBe('');
});

it('takes a project as ordinary and new unless it says otherwise', () => {
  const [row] = readProjects(`${HEAD}\nA-01\t道路保洁\t213001\t1\t\t`).rows;
  expect([classOf(row!), attributeOf(row!)]).toEqual(['ordinary', 'new']);
  expect([classOf({ ...row!, class: '重点' }), attributeOf({ ...row!, attribute: '延续' })]).toEqual(['key', 'continuing']);
});
