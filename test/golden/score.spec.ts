import { readFileSync } from 'node:fs';
import { score } from '#cli/rules/score.family.js';
import { readCases } from '#contracts/rules/case-file.js';
import { scoreSchema } from '#contracts/rules/score.schema.js';
import { comparePublished } from '#domain/score/compare-published.js';
import type { Verdict } from '#domain/score/compare-published.js';
import { compare, exactText, sum } from '#domain/score/exact.js';
import { gradeIn } from '#domain/score/grade.js';
import { scoreRubric } from '#domain/score/score-rubric.js';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

interface Item {
  readonly id: string;
  readonly weight: string | null;
  readonly published_score: string | null;
  readonly computed_score?: string | null;
  readonly implied_inputs?: { readonly rate?: string } | null;
  readonly verdict?: Verdict;
}
interface Derived {
  readonly id: string;
  readonly recomputed: string;
}
const TABLE = JSON.parse(read('fixtures/beibei-2019/scoring.json')) as {
  readonly items: readonly Item[];
  readonly level1: readonly { readonly id: string; readonly score: string }[];
  readonly totals: { readonly published_total: string; readonly visible_score_sum: string; readonly inferred_hidden_score: string };
};
const DERIVED = new Map((JSON.parse(read('fixtures/beibei-2019/derived.json')) as Derived[]).map((it) => [it.id, it.recomputed]));
const CASE = readCases(read('docs/formats/examples/beibei-2019.yaml'), scoreSchema)[0]!.read;
const SCORED = scoreRubric(CASE.rubric, CASE.facts);
const COMPARED = comparePublished(CASE.rubric, SCORED, CASE.published!);
const itemOf = new Map(TABLE.items.map((it) => [it.id, it]));
const same = (a: string | null, b: string | null | undefined): boolean =>
  a === null || b === null || b === undefined ? a === (b ?? null) : compare(a, b) === 0;
/** What the fixture leaves out on purpose, found by the rules: the published score, the computed one, the verdict. */
const LEFT_OUT: Readonly<Record<string, readonly [string, string | null, Verdict]>> = {
  'bb19-i08': ['1', '1', 'judgement'],
  'bb19-i14': ['0', '0', 'follows'],
  'bb19-i20': ['1', '1', 'follows'],
  'bb19-i22': ['2', '2', 'follows'],
  'bb19-i23': ['0', '0', 'follows'],
  'bb19-i25': ['0.5', '1/2', 'follows'],
  'bb19-i27': ['2', '2', 'judgement'],
  'bb19-i30': ['2', '1', 'questionable'],
  'bb19-i32': ['0', '0', 'follows'],
  'bb19-i36': ['4', null, 'does-not-follow'],
  'bb19-i37': ['5', '5', 'follows'],
  'bb19-i40': ['0', '0', 'judgement'],
  'bb19-i43': ['10', '5', 'does-not-follow'],
};

describe('the published score table of 北碚区 2019', () => {
  it('stands in the example as it was published: every weight, every score', () => {
    expect(SCORED.indicators.map((it) => it.id)).toEqual(TABLE.items.map((it) => it.id));
    for (const { id, full } of SCORED.indicators) expect([id, same(full, itemOf.get(id)!.weight)]).toEqual([id, true]);
    for (const { id, published } of COMPARED.indicators) expect([id, same(published, itemOf.get(id)!.published_score)]).toEqual([id, true]);
  });

  it.each(COMPARED.indicators.map((it) => [it.id, it] as const))('%s: published and computed score, verdict', (id, it) => {
    const item = itemOf.get(id)!;
    if (item.verdict === undefined) {
      expect([it.published, it.computed, it.verdict]).toEqual(LEFT_OUT[id]);
      return;
    }
    expect(it.verdict).toBe(item.verdict);
    // Pure judgement is a manual score here: the evaluator's points with their reason and evidence.
    if (item.computed_score !== null) expect(same(it.computed, item.computed_score)).toBe(true);
    if (item.implied_inputs?.rate !== undefined) expect(same(it.implied, item.implied_inputs.rate)).toBe(true);
  });

  it('has verdicts whose points sum to what the fixture derives', () => {
    const pointsOf = (verdict: Verdict): string =>
      exactText(sum(COMPARED.indicators.flatMap((it) => (it.verdict === verdict ? (it.published ?? []) : []))));
    expect(same(pointsOf('follows'), DERIVED.get('bb19-d025'))).toBe(true);
    expect(same(pointsOf('questionable'), DERIVED.get('bb19-d027'))).toBe(true);
    expect(same(pointsOf('does-not-follow'), DERIVED.get('bb19-d028'))).toBe(true);
    expect(COMPARED.verdicts).toEqual({
      follows: 21,
      judgement: 14,
      questionable: 2,
      'does-not-follow': 3,
      'not-legible': 4,
      'not-published': 0,
    });
  });

  it('is 84.50, 良: the legible points and the 1.00 that is not legible', () => {
    const { published_total, visible_score_sum, inferred_hidden_score } = TABLE.totals;
    expect([same(COMPARED.sum, visible_score_sum), same(COMPARED.rest, inferred_hidden_score)]).toEqual([true, true]);
    expect(same(CASE.published!.score!, published_total)).toBe(true);
    expect(COMPARED.grade).toEqual({ published: '良', computed: '良' });
  });

  it('cannot be 84.50 by its own rules and stated facts: 64.50 to 80.50', () => {
    expect([SCORED.total.value, SCORED.bounds, COMPARED.attainable]).toEqual([null, { least: '129/2', most: '161/2' }, false]);
  });

  it('is 84.50 again when the evaluator answers by hand for what does not follow', () => {
    const taken = COMPARED.indicators.filter((it) => it.verdict === 'questionable' || it.verdict === 'does-not-follow');
    expect(taken.map((it) => it.id)).toEqual(['bb19-i24', 'bb19-i30', 'bb19-i35', 'bb19-i36', 'bb19-i43']);
    const overrides = {
      ...Object.fromEntries(taken.map((it) => [it.id, { points: it.published!, reason: '公布得分' }])),
      'bb19-s3-01': { points: '2', reason: '公布总分减去可辨认得分' },
      'bb19-s3-05': { points: '3', reason: '①没有分值' },
    };
    const { total, parts } = scoreRubric(CASE.rubric, CASE.facts, overrides);
    expect(total.value).toEqual({ score: '169/2', shown: '84.50', full: '100', grade: '良' });
    for (const { id, score: points } of TABLE.level1)
      expect([id, same(parts.find((it) => it.id === id)!.points, points)]).toEqual([id, true]);
  });

  it('needs a rate that nobody stated: four fifths of the outputs of standard quality, a fifth of the days too many', () => {
    const implied = COMPARED.indicators.flatMap((it) => (it.implied === null ? [] : [[it.id, it.implied]]));
    expect(implied).toEqual([
      ['bb19-i35', '4/5'],
      ['bb19-i36', '-1/5'],
    ]);
    expect(COMPARED.indicators.find((it) => it.id === 'bb19-i35')!.en).toMatch(/so standard would be 3\.20, which is no whole number$/);
  });

  it('punishes one fault at four indicators (bb19-x13)', () => {
    expect(COMPARED.repeated.map(({ ids, lost }) => ({ ids, lost }))).toEqual([
      { ids: ['bb19-i34', 'bb19-i35', 'bb19-i36', 'bb19-i40'], lost: '8.00' },
    ]);
  });

  it('is to be corrected, and says each figure with its inputs and steps', () => {
    const result = score.run(CASE);
    expect(score.objects!(result)).toBe(true);
    const outputs = result.indicators.find((it) => it.id === 'bb19-i34')!.explained;
    expect(outputs.steps.map(({ formula, result: value }) => [formula, value])).toEqual([
      ['4 ÷ 5', '4/5'],
      ['4/5 × 10', '8'],
    ]);
    expect(outputs.inputs[0]).toMatchObject({
      name: 'outputs',
      zh: '实际产出数',
      value: '4',
      origin: { document: expect.stringContaining('5 个产出指标') as string },
    });
    expect(result.total.rule).toMatchObject({ id: 'beibei-2019/total', version: '1' });
  });
});

describe('the grades that the reports print', () => {
  interface Row {
    readonly score?: string | null;
    readonly overall_score?: string;
    readonly grade: string | null;
  }
  const rows = (file: string): { score: string; grade: string | null }[] =>
    (JSON.parse(read(`fixtures/${file}.json`)) as Row[]).flatMap(({ score: points, overall_score: overall, grade }) => {
      const value = points ?? overall ?? null;
      return value === null || grade === null ? [] : [{ score: value, grade }];
    });
  it.each([
    ['gangcheng-2023/projects', 11],
    ['huaxi-2021/projects', 35],
    ['huaxi-2021/departments', 67],
    ['jiangbei-2021/projects', 12],
    ['beibei-2019/projects', 1],
  ])('%s: %d, all by the half-open bands', (file, count) => {
    const found = rows(file);
    expect(found).toHaveLength(count);
    expect(found.map((it) => gradeIn(it.score, CASE.rubric.grades!))).toEqual(found.map((it) => it.grade));
  });
});
