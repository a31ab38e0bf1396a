import { SAMPLES } from './samples.js';
import { halfNamed, hasLabel, labelOf, labelOfChange } from './labels.js';

const leaves = (value: unknown, path: string): string[] => {
  if (Array.isArray(value)) return value.flatMap((it) => leaves(it, path));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, it]) => leaves(it, path === '' ? key : `${path}.${key}`));
};

it('name every field of every form as printed, in both languages', () => {
  expect(halfNamed()).toEqual([]);
  const fields = Object.values(SAMPLES).flatMap((it) => leaves(it, ''));
  expect(fields.filter((field) => !hasLabel(field))).toEqual([]);
});

it('name a field by its path, a row by its name, and what they do not know by its key', () => {
  expect([labelOf('indicators.3.targetValue'), labelOf('funds'), labelOf('indicators.0.origin.version')]).toEqual([
    '指标值',
    '资金总额',
    '指标来源',
  ]);
  expect([labelOf('constructor'), labelOf('somethingNew.0.field')]).toEqual(['constructor', 'somethingNew.field']);
  const rows = { 'indicators.3': '保洁里程' };
  expect(labelOfChange({ path: 'indicators.3.weight', rows })).toBe('绩效指标“保洁里程” 权重');
  expect(labelOfChange({ path: 'indicators.3', rows })).toBe('绩效指标“保洁里程”');
});
