import fc from 'fast-check';
import { readLibrary } from './indicator-library.js';

const HEAD = '行业,一级指标,二级指标,三级指标,指标性质,参考值,计量单位,来源';
const ROAD = '城市管理,产出,数量指标,保洁里程,≥,100,公里,行业标准';
const read = (...lines: string[]) => readLibrary(['\uFEFF' + HEAD, ...lines].join('\n'));

it('reads rows by their heads, in any order of columns', () => {
  expect(read(ROAD).entries).toEqual([
    {
      row: 2,
      entry: {
        ...{ sector: '城市管理', level1: '产出', level2: '数量指标', level3: '保洁里程' },
        ...{ operator: '≥', usualValue: '100', measureUnit: '公里', source: '行业标准' },
      },
    },
  ]);
  expect(
    readLibrary(`来源,行业,一级指标,二级指标,三级指标,指标性质,参考值,计量单位\n标准,教育,效益,社会效益,"入学率,高中",≥,95,%`).entries[0]!
      .entry,
  ).toMatchObject({
    level3: '入学率,高中',
    source: '标准',
  });
});

it('names every wrong cell by its row, and reads the good rows besides', () => {
  const { entries, errors } = read(ROAD, '城市管理,投入,数量指标,里程,>,1,公里,标准', ROAD, '教育,产出,,入学率,≥,95,%,标准');
  expect(entries).toHaveLength(1);
  expect(errors.map(({ path }) => path)).toEqual(['row 3.level1', 'row 3.operator', 'row 4', 'row 5.level2']);
  expect(readLibrary('行业,来源\na,b').errors[0]).toMatchObject({ path: 'row 1' });
  expect(readLibrary('"').errors[0]).toMatchObject({ path: 'row 1', code: 'file' });
});

it('counts rows as a spreadsheet does, and says what stands in a wrong cell and which row said the same before', () => {
  const { errors } = read(ROAD, '', '教育,效益,社会效益,入学率,≥,很高,%,标准', ROAD);
  expect(errors).toEqual([
    expect.objectContaining({ path: 'row 4.usualValue', quote: '很高', zh: expect.stringContaining('数字') as string }),
    expect.objectContaining({ path: 'row 5', code: 'twice', en: expect.stringContaining('row 2') as string }),
  ]);
});

it('takes what forms and keyboards write for the same: >=, 产出指标, 95%', () => {
  const [only] = read('教育,产出指标,数量指标,入学率,>=,95%,,统计').entries;
  expect(only!.entry).toMatchObject({ level1: '产出', operator: '≥', usualValue: '95', measureUnit: '%' });
});

it('never throws, whatever the file holds', () => {
  fc.assert(
    fc.property(fc.string(), (text) => Array.isArray(readLibrary(`${HEAD}\n${text}`).errors) && Array.isArray(readLibrary(text).errors)),
  );
});
