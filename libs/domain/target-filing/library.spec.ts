import { copyEntry, departsFrom } from './library.js';
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
