import { normalText } from './quantity.js';
import { readTargetValue, splitIndicator } from './target-value.js';

const read = (value: string, unit = ''): string => {
  const { quantity, comparison, unitMissing } = readTargetValue(value, unit);
  return quantity ? `${comparison ?? ''} ${normalText(quantity)}${unitMissing ? '?' : ''}`.trim() : 'words';
};

describe('the value of an indicator', () => {
  it.each([
    ['3.2', '万人次', '32000 人次'],
    ['120', '公里', '120000 米'],
    ['不少于三千二百人次', '', '≥ 3200 人次'],
    ['≥95%', '%', '≥ 95 %'],
    ['≥ 95', '%', '≥ 95 %'],
    ['百分之八十以上', '', '≥ 80 %'],
    ['２６万', '人', '260000 人'],
    ['4.5亿', '元', '450000000 元'],
    ['500', '万元', '5000000 元'],
    ['10-15', '个工作日', '10 个工作日'],
    ['5', '标准箱', '5 标准箱'],
    ['5', '', '5 ?'],
    ['≤10天', '', '≤ 10 天'],
    ['半', '', 'words'],
    ['很多', '个', 'words'],
    ['', '个', 'words'],
    ['88/100', '', 'words'],
    ['环境明显改善30%以上', '', 'words'],
    ['9'.repeat(100), '个', 'words'],
  ])('%s %s', (value, unit, wanted) => {
    expect(read(value, unit)).toBe(wanted);
  });

  it('is taken off an indicator written in one line', () => {
    expect(splitIndicator('教职工员工外出培训≥2次')).toEqual({ name: '教职工员工外出培训', value: '≥2次' });
    expect(splitIndicator('满意度不低于百分之九十')).toEqual({ name: '满意度', value: '不低于百分之九十' });
    expect(splitIndicator('培训人次')).toEqual({ name: '培训人次', value: '' });
    expect(splitIndicator('≥2次')).toEqual({ name: '≥2次', value: '' });
  });
});
