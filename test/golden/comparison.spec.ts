import { readFileSync } from 'node:fs';
import { compareScores } from '#domain/comparison/compare.js';
import type { ComparedGroup, Comparison, ComparisonRule, ScoredItem } from '#domain/comparison/scores.js';
import { compare, exact, exactText, show } from '#domain/score/exact.js';

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/huaxi-2021/${file}.json`, import.meta.url), 'utf8')) as T;

interface Project {
  readonly id: string;
  readonly seq: string;
  readonly row_in_seq: string;
  readonly name: string;
  readonly self_score: string;
  readonly third_party_score: string;
  readonly grade: string;
}
interface Department {
  readonly name: string;
  readonly category: string;
  readonly agency: string;
  readonly overall_score: string;
  readonly grade: string;
}
const projects = read<Project[]>('projects');
const departments = read<Department[]>('departments');
const derived = new Map(read<{ topic: string; recomputed_exact: string }[]>('derived').map((it) => [it.topic, it.recomputed_exact]));

const RULE: ComparisonRule = {
  version: 'huaxi-2021',
  atLeast: 5,
  notable: '3',
  tolerance: '5',
  fence: '1.5',
  grades: [
    { from: '90', to: '100', grade: '优' },
    { from: '80', to: '90', grade: '良' },
    { from: '60', to: '80', grade: '中' },
    { from: '0', to: '60', grade: '差' },
  ],
};
const itemOf = ({ id, self_score: selfScore, third_party_score: agencyScore }: Project): ScoredItem => ({
  name: id,
  selfScore,
  agencyScore,
});

/** As the derived figures are written: up to six decimals, none without need. */
const written = (value: string): string => show(value, 6).replace(/\.?0+$/, '');

describe('花溪区 2021: 67 departments and their agencies', () => {
  const byUnit = compareScores(
    departments.map(({ name, agency, category, overall_score: agencyScore }) => ({
      name,
      unit: name,
      agency,
      category,
      agencyScore,
      selfScore: null,
    })),
    RULE,
  );
  const groups: readonly ComparedGroup[] = [...byUnit.agencies, ...byUnit.categories];

  it('gives every derived count, mean and grade count of an agency or a category', () => {
    const wanted = [...derived].filter(
      ([topic]) => / (mean score|units|grade [优良中差])$/.test(topic) && groups.some(({ group }) => topic.startsWith(`${group}: `)),
    );
    expect(wanted.length).toBeGreaterThanOrEqual(17);
    for (const [topic, figure] of wanted) {
      const [name, what] = topic.split(': ') as [string, string];
      const { agency, grades } = groups.find(({ group }) => group === name)!;
      const own =
        what === 'mean score' ? written(agency!.mean) : what === 'units' ? String(agency!.n) : String(grades![what.slice(6) as '优']);
      expect([topic, own]).toEqual([topic, figure]);
    }
  });

  it('gives the mean of the 67 and their grades, as published', () => {
    expect(written(byUnit.overall.agency!.mean)).toBe(derived.get('mean score of the 67 units'));
    expect([String(byUnit.overall.grades!.优), String(byUnit.overall.grades!.良)]).toEqual([
      derived.get('units with grade 优'),
      derived.get('units with grade 良'),
    ]);
    expect([String(byUnit.agencies.length), byUnit.overall.grades!.中 + byUnit.overall.grades!.差]).toEqual([
      derived.get('evaluating agencies'),
      0,
    ]);
  });

  it('counts exact sums: 67 × the mean is the sum of the published scores', () => {
    const cents = departments.reduce((n, it) => n + Math.round(Number(it.overall_score) * 100), 0);
    expect(compare(exact(byUnit.overall.agency!.mean).mul(67), `${String(cents)}/100`)).toBe(0);
  });

  it('says nothing about the agency with three units, and of the others who is lenient or strict', () => {
    expect(
      byUnit.agencies.map(({ group, agency, againstOthers }) => [group, agency!.n, againstOthers.value, againstOthers.reason]),
    ).toEqual([
      ['北京信府科技有限责任公司', 3, null, 'SMALL_SAMPLE'],
      ...byUnit.agencies.slice(1).map(({ group, agency, againstOthers }) => [group, agency!.n, againstOthers.value, undefined]),
    ]);
    const strict = byUnit.agencies.find(({ group }) => group === '贵州恒正信德会计师事务所有限公司')!;
    const others = departments.filter(({ agency }) => agency !== strict.group).map(({ overall_score: it }) => Number(it));
    const difference = 85.363333 - others.reduce((a, b) => a + b, 0) / others.length;
    expect(Number(show(strict.againstOthers.steps.at(-1)!.result, 6))).toBeCloseTo(difference, 4);
    expect(strict.againstOthers.value).toBe('low');
  });
});

describe('花溪区 2021: 29 key projects on 35 rows', () => {
  const rows = compareScores(projects.map(itemOf), RULE);
  const first = compareScores(projects.filter((it) => it.row_in_seq === '1').map(itemOf), RULE);
  const gapOfNumber = (result: Comparison, seq: string): string => {
    const { id } = projects.find((it) => it.seq === seq)!;
    return written(result.items.find(({ name }) => name === id)!.gap.value!);
  };

  it('has the derived means, extremes and gaps', () => {
    expect([rows.items.length, first.items.length]).toEqual([35, 29]);
    expect(written(rows.overall.agency!.mean)).toBe(derived.get('mean third-party score over the 35 rows'));
    expect(written(first.overall.self!.mean)).toBe(derived.get('mean self score over the 29 projects (first rows)'));
    expect([rows.overall.agency!.most, rows.overall.agency!.least].map(written)).toEqual([
      derived.get('highest third-party score'),
      derived.get('lowest third-party score'),
    ]);
    expect(['2', '12', '27'].map((seq) => gapOfNumber(rows, seq))).toEqual(
      ['2', '12', '27'].map((seq) => derived.get(`self score - third-party score, number ${seq}`)),
    );
    expect(rows.overall.grades).toMatchObject({ 优: Number(derived.get('project rows 优')), 良: 8 });
  });

  it('finds number 10: 100 by itself against 80.31, and that self-scores are lenient', () => {
    expect(gapOfNumber(first, '10')).toBe('19.69');
    const flagged = first.items
      .filter(({ flags }) => flags.length > 0)
      .map(({ name, flags }) => [projects.find((it) => it.id === name)!.seq, flags]);
    expect(flagged).toContainEqual(['10', ['beyond-tolerance', 'outside-fences']]);
    expect([first.overall.leniency.value, first.overall.signs.above + first.overall.signs.equal + first.overall.signs.below]).toEqual([
      'high',
      29,
    ]);
    expect(exactText(exact(first.overall.self!.mean).sub(exact(first.overall.agency!.mean)))).toBe(first.overall.gap!.mean);
  });

  it('has self-scores below the agency for numbers 2, 12 and 13 only', () => {
    const below = first.items
      .filter(({ gap }) => compare(gap.value!, '0') < 0)
      .map(({ name }) => projects.find((it) => it.id === name)!.seq);
    expect(below).toEqual(['2', '12', '13']);
    expect(first.overall.signs.below).toBe(3);
  });
});
