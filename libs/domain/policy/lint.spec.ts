import { lintPolicy } from './lint.js';
import type { Policy } from './policy.js';
import { SAMPLE_POLICY } from './sample-policy.js';

const codes = (change: Partial<Policy>): string[] => lintPolicy({ ...SAMPLE_POLICY, ...change }).map((it) => `${it.code} ${it.path}`);

describe('the linter of policies', () => {
  it('finds nothing wrong with a good one', () => {
    expect(lintPolicy(SAMPLE_POLICY)).toEqual([]);
  });

  it('finds bands that are empty, doubled, out of range', () => {
    const [top, ...rest] = SAMPLE_POLICY.grades;
    expect(codes({ grades: [{ ...top!, to: '101' }, ...rest] })).toEqual(['GRADE_BANDS grades']);
    expect(codes({ grades: [{ ...top!, grade: '良' }, ...rest] })).toEqual(['GRADE_BANDS grades']);
    expect(codes({ grades: [{ ...top!, from: '100' }, ...rest] })).toContain('GRADE_BANDS grades.0');
    expect(codes({ grades: [...SAMPLE_POLICY.grades].reverse() })).toEqual([]);
  });

  it('finds a rung that tells nobody and a step that occurs twice', () => {
    expect(codes({ ladders: { standard: [{ day: 0 }] } })).toEqual(['RUNG_EMPTY ladders.standard.0']);
    const step = SAMPLE_POLICY.chains['filing']![0]!;
    expect(codes({ chains: { filing: [step, step] } })).toEqual(['STEP_TWICE chains.filing.1.step']);
  });

  it('finds a stage that reports on days to come, follows nothing, or has two starts', () => {
    const monitoring = { stage: 'monitoring', opens: '2022-11-01', due: '2022-11-20' } as const;
    expect(codes({ plan: [{ ...monitoring, asOf: '2022-11-30' }] })).toEqual(['STAGE_DATES plan.0.asOf']);
    expect(codes({ plan: [{ stage: 'feedback', after: 'key-evaluation', within: 5 }] })).toEqual(['STAGE_AFTER plan.0.after']);
    expect(codes({ plan: [monitoring, { stage: 'feedback', after: 'monitoring', opens: '2022-11-21', within: 5 }] })).toEqual([
      'STAGE_INCOMPLETE plan.1',
    ]);
    expect(codes({ plan: [{ stage: 'feedback', after: 'feedback', within: 5 }] })).toEqual(['STAGE_AFTER plan.0.after']);
  });

  it('finds warnings of one name and quality rules that ask nothing', () => {
    const { monitoring } = SAMPLE_POLICY;
    expect(codes({ monitoring: { ...monitoring, warnings: [monitoring.warnings[0]!, monitoring.warnings[0]!] } })).toEqual([
      'RULE_TWICE monitoring.warnings.1.id',
    ]);
    expect(codes({ targetQuality: [{ rule: 'required-dimensions', severity: 'note', source: 'x' }] })).toEqual([
      'RULE_INCOMPLETE targetQuality.0',
    ]);
    expect(codes({ targetQuality: [{ rule: 'min-indicators', severity: 'note', source: 'x' }] })).toEqual([
      'RULE_INCOMPLETE targetQuality.0',
    ]);
  });
});
