import { relateNames, named } from './names.js';
import { reconcile } from './reconcile.js';
import type { Report } from './report.js';

const EMPTY: Report = {
  ...{
    tables: {},
    statements: [],
    grades: [],
    rows: [],
    dates: {},
    shares: [],
    bands: [],
    points: [],
    listed: [],
    numberings: [],
    texts: [],
  },
};
const found = (report: Partial<Report>): string[][] => reconcile({ ...EMPTY, ...report }).findings.map(({ code, at }) => [code, ...at]);

const MONEY = {
  table: 't',
  name: 'name',
  budget: 'budget',
  allocated: 'allocated',
  spent: 'spent',
  remaining: 'left',
  rate: 'rate',
  funds: 'funds',
};
const row = (cells: Record<string, string | null>): string[] =>
  found({ tables: { t: [{ id: 'r', name: '项目', ...cells }] }, rows: [MONEY] }).map(([code]) => code!);

describe('a row of money', () => {
  it('is sound when its figures follow from each other, rounded half up', () => {
    expect(row({ budget: '300', allocated: '250', spent: '200', left: '100', rate: '66.67', funds: '300' })).toEqual([]);
  });

  it.each([
    [{ budget: '300', spent: '200', rate: '66.66' }, 'RATE_CUT_OFF'],
    [{ budget: '300', allocated: '250', spent: '200', rate: '80' }, 'RATE_OTHER_DENOMINATOR'],
    [{ budget: '300', allocated: '250', spent: '200', rate: '70' }, 'RATE_DIFFERS'],
    [{ budget: '0', spent: '200', rate: '70' }, 'OVERSPENT', 'RATE_UNSUPPORTED'],
    [{ budget: '300', rate: '100' }, 'RATE_UNSUPPORTED'],
    [{ budget: '300', spent: '300.01' }, 'OVERSPENT'],
    [{ budget: '300', spent: '200', left: '90' }, 'REMAINDER_DIFFERS'],
    [{ budget: '300', spent: '310.4', funds: '310' }, 'OVERSPENT', 'FUNDS_ARE_SPEND'],
    [{ budget: '300', spent: '200', funds: '310' }, 'FUNDS_DIFFER'],
  ])('%j gives it away', (cells, ...codes) => {
    expect(row(cells as Record<string, string>)).toEqual(codes);
  });

  it('may exceed its budget where the problems say so', () => {
    const tables = { t: [{ id: 'r', budget: '1', spent: '2' }], problems: [{ of: 'r', text: '项目超支较多' }] };
    const mentions = { table: 'problems', row: 'of', text: 'text' };
    expect(found({ tables, rows: [{ ...MONEY, mentions }] })).toEqual([]);
    expect(found({ tables: { ...tables, problems: [] }, rows: [{ ...MONEY, mentions }] })).toEqual([['OVERSPENT', 'r']]);
  });
});

describe('shares and bands', () => {
  it('add up to 100 within what their rounding allows', () => {
    expect(found({ shares: [{ n: '3', percents: ['33.3', '33.3', '33.3'] }] })).toEqual([]);
    expect(found({ shares: [{ n: '4', percents: ['25', '25', '25'] }] })).toEqual([['SHARES_SUM', 'shares.0']]);
  });

  it('hold every bound exactly once', () => {
    const bands = (fromInclusive: boolean) => [
      {
        name: 'grades',
        bands: [
          { label: '优', from: '90', fromInclusive, to: '100', toInclusive: true },
          { label: '良', from: '0', to: '90' },
        ],
      },
    ];
    expect(found({ bands: bands(true) })).toEqual([]);
    expect(found({ bands: bands(false) })).toEqual([['BAND_GAP', 'grades']]);
    const twice = [
      {
        name: 'x',
        bands: [
          { label: 'a', from: '0', to: '5', toInclusive: true },
          { label: 'b', from: '5' },
        ],
      },
    ];
    expect(found({ bands: twice })).toEqual([['BAND_OVERLAP', 'x']]);
  });
});

describe('days, numbers and words', () => {
  it('are sound in their order', () => {
    const dates = {
      signedOn: '2023-10-20',
      signedAs: '二〇二三年十月二十日',
      commentsEndOn: '2023-10-20',
      feedbackOn: '2023-10-25',
      rectificationDueOn: '2023-11-15',
    };
    expect(
      found({
        dates,
        title: '2023年度报告',
        fiscalYear: '2023',
        numberings: [
          ['一、', '二、', '三、'],
          ['（1）', '（2）'],
        ],
      }),
    ).toEqual([]);
  });

  it('a list names all, none is cut short, negations are single', () => {
    expect(found({ texts: ['《甲办法》《乙办法》等2个办法', '项目不得少于3个', '“甲”和“乙”项目'] })).toEqual([]);
  });

  it('names differ by a slip, are short for another, or are others', () => {
    const how = (a: string, b: string): string => relateNames(named(a), named(b));
    expect(how('3.人行道改造及周边环境整治绩效评价报告', '人行道改造 及周边环境整治')).toBe('same');
    expect(how('溉澜溪体育公园管护项目', '溉澜溪体育公园等护项目')).toBe('near');
    expect(how('区应急局', '重庆市江北区应急管理局')).toBe('short');
    expect(how('区教委', '区科技实验小学')).toBe('other');
  });
});
