import { copyEntry, departsFrom, takenAs, valueFits } from './library.js';
import type { LibraryEntry } from './library.js';

const entry: LibraryEntry = {
  ...{ id: 'e', version: 3, active: true, sector: '城市管理', level1: '产出', level2: '数量指标', level3: '保洁里程', operator: '≥' },
  ...{ usualValue: '100', measureUnit: '公里', source: '行业标准' },
};

it('copies an entry with its provenance; the value is the usual one or the filer’s', () => {
  const copied = copyEntry(entry, { weight: '20', core: true }, '2023-03-01');
  expect(copied).toMatchObject({
    level3: '保洁里程',
    targetValue: '100',
    weight: '20',
    origin: { entry: 'e', version: 3, copiedOn: '2023-03-01' },
  });
  expect(copyEntry(entry, { weight: '20', core: true, targetValue: '120' }, '2023-03-01').targetValue).toBe('120');
  expect(departsFrom(copyEntry(entry, { weight: '1', core: false, targetValue: '1' }, '2023-03-01'), entry)).toEqual([]);
  expect(departsFrom({ ...copied, level3: '里程', operator: '=' }, entry)).toEqual(['level3', 'operator']);
});

it('says what becomes of an entry that is taken in: its value, unit, operator and source count, and whether it is in use', () => {
  expect(takenAs(entry, undefined)).toBe('added');
  expect(takenAs(entry, entry)).toBe('unchanged');
  expect(takenAs({ ...entry, usualValue: '110' }, entry)).toBe('changed');
  expect(takenAs(entry, { ...entry, active: false })).toBe('changed');
});

it('wants a number as usual value, unless the indicator is qualitative or has none', () => {
  const fits = (usualValue: string, operator: LibraryEntry['operator'] = '≥') => valueFits({ operator, usualValue });
  expect(['', '100', '-3.5', '673.683'].map((it) => fits(it))).toEqual([true, true, true, true]);
  expect(['很多', '95%', '1,000', '1e5'].map((it) => fits(it))).toEqual([false, false, false, false]);
  expect(fits('正常运营', '定性')).toBe(true);
});
