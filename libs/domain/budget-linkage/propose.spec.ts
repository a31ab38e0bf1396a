import type { LinkageRule } from '#domain/policy/policy.js';
import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { proposeLinkage } from './propose.js';
import type { LinkageProposal } from './propose.js';
import { tableOf } from './table.js';
import type { LinkageTable } from './table.js';

const TABLE = tableOf(SAMPLE_POLICY);
const under = (rules: readonly LinkageRule[], bounds: LinkageTable['bounds'] = {}): LinkageTable => ({ ...TABLE, rules, bounds });
const proposed = (grade: string | null, overdue: boolean | null, base = '1000.00'): LinkageProposal =>
  proposeLinkage({ base, facts: { grade, 'rectification.overdue': overdue } }, TABLE);
const valueOf = ({ explained }: LinkageProposal) => explained.value;

describe('a linkage proposal', () => {
  it('follows the grade', () => {
    expect(
      (['优', '良', '中', '差'] as const).map((it) => [valueOf(proposed(it, false))?.treatment, valueOf(proposed(it, false))?.proposed]),
    ).toEqual([
      ['prioritise', '1000.00'],
      ['maintain', '1000.00'],
      ['compress', '900.00'],
      ['cancel', '0.00'],
    ]);
  });

  it('cuts further where rectification is overdue, of the same base', () => {
    expect(valueOf(proposed('中', true))).toMatchObject({ treatment: 'compress', base: '1000.00', proposed: '850.00', cut: '15' });
    expect(valueOf(proposed('优', true))).toMatchObject({ treatment: 'compress', proposed: '950.00' });
    expect(valueOf(proposed('差', true))).toMatchObject({ treatment: 'cancel', proposed: '0.00', cut: '100' });
  });

  it('rounds to the fen, half up, at the very end', () => {
    expect(valueOf(proposed('中', true, '0.10'))?.proposed).toBe('0.09');
    const third = under([
      { when: 'grade == 中', treatment: 'compress', by: '33.3' },
      { when: 'grade == 中', treatment: 'compress', by: '33.35', adds: true },
    ]);
    // 100 − 66.65 % of 0.30 are 0.10005; two roundings on the way would give 0.10 and 0.11 elsewhere.
    expect(valueOf(proposeLinkage({ base: '0.30', facts: { grade: '中' } }, third))?.proposed).toBe('0.10');
  });

  it('is none while the grade is not known, and says so', () => {
    expect(proposed(null, false).explained).toMatchObject({ value: null, reason: 'NOT_DECIDABLE' });
    const onlyPoor = under([SAMPLE_POLICY.linkage[3]!]);
    expect(proposeLinkage({ base: '1', facts: { grade: '优' } }, onlyPoor).explained).toMatchObject({
      value: null,
      reason: 'NO_RULE_HOLDS',
    });
  });

  it('says what became of each rule, and which came first', () => {
    expect(proposed('中', null).rules.map(({ id, standing }) => [id, standing])).toEqual([
      ['R1', 'not-met'],
      ['R2', 'not-met'],
      ['R3', 'decides'],
      ['R4', 'not-met'],
      ['R5', 'undecided'],
    ]);
    const conflict = under([
      { id: 'poor-execution', when: 'executionRate < 60%', treatment: 'compress', by: '20' },
      { id: 'excellent', when: 'grade == 优', treatment: 'prioritise' },
    ]);
    const { rules, explained } = proposeLinkage({ base: '100.00', facts: { grade: '优', executionRate: '59/100' } }, conflict);
    expect(rules.map(({ id, standing, by }) => [id, standing, by])).toEqual([
      ['poor-execution', 'decides', null],
      ['excellent', 'outranked', 'poor-execution'],
    ]);
    expect(explained.steps[1]!.zh).toContain('成立，但规则 poor-execution 在前');
    const turned = proposeLinkage(
      { base: '100.00', facts: { grade: '优', executionRate: '59/100' } },
      under([...conflict.rules].reverse()),
    );
    expect(valueOf(turned)).toMatchObject({ treatment: 'prioritise', proposed: '100.00' });
  });

  it('names its inputs with their origin, once each', () => {
    const origins = { grade: { document: '评价报告', by: '财政局', at: '2023-10-15' } };
    const { explained } = proposeLinkage({ base: '1000.00', facts: { grade: '中', 'rectification.overdue': false }, origins }, TABLE);
    expect(explained.inputs.map(({ name, value, origin }) => [name, value, origin])).toEqual([
      ['base', '1000.00', null],
      ['grade', '中', origins.grade],
      ['rectification.overdue', false, null],
    ]);
  });
});

describe('raises, idle funds and bounds', () => {
  const rules: readonly LinkageRule[] = [
    { when: 'grade == 优', treatment: 'prioritise', raise: '10' },
    { when: 'grade == 中', treatment: 'compress', by: '30' },
    { when: 'idleFunds > 0', treatment: 'compress', takeBack: '100', adds: true },
  ];
  const of = (facts: Record<string, string>, bounds: LinkageTable['bounds'] = {}) =>
    valueOf(proposeLinkage({ base: '1000.00', facts }, under(rules, bounds)));

  it('raise by a share of the base', () => {
    expect(of({ grade: '优', idleFunds: '0' })).toMatchObject({ treatment: 'prioritise', proposed: '1100.00', bounded: [] });
    expect(of({ grade: '优', idleFunds: '0' }, { ceiling: '1050' })).toMatchObject({ proposed: '1050.00', bounded: ['ceiling'] });
  });

  it('take idle funds back, never below nothing', () => {
    expect(of({ grade: '中', idleFunds: '200' })).toMatchObject({
      treatment: 'compress',
      proposed: '500.00',
      takenBack: '200.00',
      cut: '30',
    });
    expect(of({ grade: '中', idleFunds: '900' })).toMatchObject({ proposed: '0.00', takenBack: '700.00' });
  });

  it('hold a cut at its bound, but not a cancellation', () => {
    expect(of({ grade: '中', idleFunds: '200' }, { maxCut: '40' })).toMatchObject({ proposed: '600.00', bounded: ['maxCut'] });
    expect(of({ grade: '中', idleFunds: '200' }, { floor: '2000' })).toMatchObject({ proposed: '1000.00', bounded: ['floor'] });
    const cancelled = proposeLinkage({ base: '1000.00', facts: { grade: '差' } }, { ...TABLE, bounds: { maxCut: '40', floor: '500' } });
    expect(valueOf(cancelled)?.proposed).toBe('0.00');
  });

  it('are no proposal where idle funds are to be taken back and nobody reported them', () => {
    const table = under([{ when: 'grade == 中', treatment: 'compress', takeBack: '50' }]);
    expect(proposeLinkage({ base: '1000.00', facts: { grade: '中' } }, table).explained).toMatchObject({
      value: null,
      reason: 'IDLE_FUNDS_MISSING',
    });
  });
});
