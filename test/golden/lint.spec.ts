import { readFileSync } from 'node:fs';
import { lint } from '#cli/rules/lint.family.js';
import { readCases } from '#contracts/rules/case-file.js';
import { lintSchema } from '#contracts/rules/lint.schema.js';
import { lintGrades } from '#domain/rubric/lint/lint-grades.js';
import { lintWording } from '#domain/rubric/lint/lint-wording.js';
import type { GradeRange } from '#domain/rubric/rubric.js';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');
const found = (file: string): [string, string][] =>
  lint
    .run(readCases(read(file), lintSchema)[0]!.read)
    .documents.flatMap((it) => it.findings.map(({ code, path }): [string, string] => [code, path]));

interface Inconsistency {
  readonly id: string;
  readonly title: string;
}
const DOCUMENTED = JSON.parse(read('fixtures/inconsistencies.json')) as Inconsistency[];

/** Faults of Beibei's rubric that the linter finds by itself, by documented inconsistency. Paths: 决策 0, 过程 1, 产出 2, 效益 3. */
const BEIBEI = 'docs/formats/examples/beibei-2019.yaml';
const FOUND: Readonly<Record<string, readonly [string, string][]>> = {
  'bb19-x07': [
    ['WEIGHTS_SUM', 'indicators.0.children.0.children.0'],
    ...[1, 2, 3].flatMap((i): [string, string][] => [
      ['WEIGHT_MISSING', `indicators.0.children.0.children.0.children.${String(i)}`],
      ['RULE_MISSING', `indicators.0.children.0.children.0.children.${String(i)}`],
    ]),
  ],
  'bb19-x08': [
    ['WEIGHT_MISSING', 'indicators.0.children.2.children.0.children.0'],
    ['RULE_MISSING', 'indicators.0.children.2.children.0.children.0'],
  ],
  'bb19-x11': [
    ['NEUTRAL_COUNTED', 'indicators.3.children.1.children.0.children.0.rule'],
    ['NEUTRAL_COUNTED', 'indicators.3.children.1.children.0.children.0.rule'],
  ],
  'bb19-x12': [
    ['CASE_GAP', 'indicators.3.children.0.children.1.children.0.rule'],
    ['BAND_GAP', 'indicators.3.children.1.children.0.children.0.rule'],
  ],
  'bb19-x16': [['DIMENSION_MIXED', 'indicators.2.children.0.children.1']],
};
/** Found beside the documented ones: 可持续性 reaches 5 of its 10 points; unspent money is punished and rewarded. */
const MORE: readonly [string, string][] = [
  ['FULL_UNREACHABLE', 'indicators.3.children.0.children.2.children.0.rule'],
  ['OPPOSED_INCENTIVES', 'inputs.spent'],
];
/** Not of the rubric by itself: found by comparing scores (`jiheng score`, test/golden/score.spec.ts), or not by a rubric at all. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'bb19-x02': 'score: bb19-i35 does-not-follow',
  'bb19-x04': 'score: bb19-i24 questionable',
  'bb19-x06': 'judgement; nothing is said about the papers, so nothing can be computed',
  'bb19-x10': 'dates of the report: reconcile',
  'bb19-x13': 'score: one cause, four indicators',
  'bb19-x15': 'layout of the printed page',
  'bb19-x18': 'names in the prose: reconcile',
  'bb19-x19': 'names in the prose',
  'bb19-x20': 'dates of costs: reconcile',
};

describe('the rubric of 北碚区 2019', () => {
  it('has every fault of its rules found, and no other', () => {
    const expected = [...Object.values(FOUND).flat(), ...MORE];
    const sorted = (list: readonly (readonly string[])[]): string[] => list.map((it) => it.join(' ')).sort();
    expect(sorted(found(BEIBEI))).toEqual(sorted(expected));
  });

  it('accounts for every documented inconsistency of the report', () => {
    const ids = DOCUMENTED.map((it) => it.id).filter((it) => it.startsWith('bb19'));
    expect([...Object.keys(FOUND), ...Object.keys(ELSEWHERE)].sort()).toEqual(ids.sort());
  });
});

describe('江北区 2022', () => {
  interface Band {
    readonly from: string | null;
    readonly from_inclusive?: boolean;
    readonly to: string | null;
    readonly to_inclusive?: boolean;
  }
  const rules = JSON.parse(read('fixtures/jiangbei-2022/rules.json')) as {
    id: string;
    quote: string;
    structured: { bands?: readonly Band[] };
  }[];
  const ruleOf = (id: string): (typeof rules)[number] => rules.find((it) => it.id === id)!;
  const rangeOf = ({ from, from_inclusive: with0, to, to_inclusive: with1 }: Band, i: number): GradeRange => ({
    grade: (['优', '良', '中', '差'] as const)[i]!,
    ...(from === null ? { from: '0' } : with0 === false ? { above: from } : { from }),
    ...(to === null ? { upTo: '100' } : with1 === false ? { below: to } : { upTo: to }),
  });

  it('leaves a score of exactly 90 in no band (jb22-x04)', () => {
    const bands = ruleOf('jb22-r06').structured.bands!.map(rangeOf);
    expect(lintGrades(bands, '100')).toMatchObject([{ code: 'BAND_GAP', en: 'no grade for 90' }]);
    expect(lintGrades([{ from: '90', upTo: '100', grade: '优' }, ...bands.slice(1)], '100')).toEqual([]);
  });

  it('negates twice (jb22-x07)', () => {
    expect(lintWording(ruleOf('jb22-r01').quote).map((it) => it.code)).toEqual(['WORDING']);
    expect(rules.flatMap((it) => lintWording(it.quote))).toHaveLength(1);
  });
});

describe('the shipped policies', () => {
  it.each([
    ['gangcheng-2026', []],
    ['huaxi-2021', []],
    ['jiangbei-size-2023', [['WORDING', 'targetQuality.0.source']]],
    [
      'gangcheng-2023',
      [
        ['DUE_ON_DAY_OFF', 'plan.5.due'],
        ['DUE_ON_DAY_OFF', 'plan.6.due'],
        ['WINDOW_TOO_SHORT', 'plan.6.due'],
        ['RECTIFICATION_NOT_AFTER_FEEDBACK', 'plan.6.due'],
      ],
    ],
  ])('%s: passes, or lists its known published faults', (file, expected) => {
    expect(found(`policies/${file}.yaml`)).toEqual(expected);
  });
});
