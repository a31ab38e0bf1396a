import { readFileSync } from 'node:fs';
import { select } from '#domain/selection/select.js';
import type { SelectionCandidate, SelectionRule } from '#domain/selection/selection-rule.js';
import { sumYuan, wanToYuan } from '#domain/score/money.js';

interface Row {
  readonly id: string;
  readonly seq: string;
  readonly name: string;
  readonly funds_wan: string;
}
const rows = JSON.parse(readFileSync(new URL('../../fixtures/huaxi-2021/projects.json', import.meta.url), 'utf8')) as Row[];
const rules = JSON.parse(readFileSync(new URL('../../fixtures/huaxi-2021/rules.json', import.meta.url), 'utf8')) as {
  id: string;
  structured: { min_project_spending_wan?: string; inclusive?: boolean };
}[];
const threshold = rules.find(({ id }) => id === 'hx21-r01')!.structured;

/** 花溪区: 对项目支出50万元及以上的项目进行重点绩效评价. */
const RULE: SelectionRule = {
  version: 'huaxi-2020',
  take: 0,
  exclude: [],
  must: [{ id: 'threshold', when: `amount >= ${wanToYuan(threshold.min_project_spending_wan!)}` }],
  criteria: [{ id: 'amount', of: 'amount', from: '0', to: '10000000', points: '100' }],
  quotas: [],
  ties: [],
  coverage: { years: 5, of: 'class == key' },
};
const candidate = (id: string, name: string, amount: string): SelectionCandidate => ({
  id,
  name,
  department: '',
  class: 'key',
  figures: { amount },
  lastEvaluated: null,
});

describe('花溪区: key evaluations from 500,000 yuan on', () => {
  it('takes 33 of the 35 rows; the two small ones of number 24 are below', () => {
    const { chosen, leftOut } = select(
      rows.map((it) => candidate(it.id, it.name, wanToYuan(it.funds_wan))),
      RULE,
      2021,
    );
    expect(threshold.inclusive).toBe(true);
    expect(chosen).toHaveLength(33);
    expect(
      leftOut.map(({ id, why }) => [rows.find((row) => row.id === id)!.seq, rows.find((row) => row.id === id)!.funds_wan, why]),
    ).toEqual([
      ['24', '12', 'no-place'],
      ['24', '3', 'no-place'],
    ]);
  });

  it('takes all 29 numbers, number 24 with its 320 万元 as a whole', () => {
    const numbers = [...new Set(rows.map(({ seq }) => seq))];
    const whole = numbers.map((seq) => {
      const own = rows.filter((row) => row.seq === seq);
      return candidate(seq, own[0]!.name, sumYuan(own.map((row) => wanToYuan(row.funds_wan))));
    });
    const { chosen, totals, coverage } = select(whole, RULE, 2021);
    expect([chosen.length, whole.find(({ id }) => id === '24')!.figures['amount']]).toEqual([29, '3200000.00']);
    expect([totals.share, coverage.covered]).toEqual(['1', 29]);
  });
});
