import { SATISFACTION_BANDS } from '#domain/key-evaluation/questionnaire.js';
import { keyEvaluationPolicy } from './key-evaluation.schema.js';

const paths = (policy: unknown): readonly string[] =>
  keyEvaluationPolicy.safeParse(policy).error?.issues.map(({ path }) => path.join('.')) ?? [];
const options = SATISFACTION_BANDS.map((option, i) => ({ option, share: `${String(100 - 25 * i)}%` }));
const system = [
  { level1: '产出', level2: '数量', level3: '完成率', weight: 60, rubric: '按完成率计分' },
  { level1: '效益', level2: '满意度', level3: '满意度', weight: 40, rubric: '按问卷计分' },
];

it('what a policy says of questionnaires, raters and indicator systems is kept as decimals', () => {
  const read = keyEvaluationPolicy.parse({
    satisfaction: { options, zeroUpTo: '60%' },
    scoring: { raters: 3, blind: true, trim: 1, arbitrateAbove: 5 },
    indicatorSystems: { policy: system },
  });
  expect(read.satisfaction).toMatchObject({ zeroUpTo: '0.6', options: [{ share: '1' }, { share: '0.75' }, {}, {}, { share: '0' }] });
  expect(read.scoring).toEqual({ raters: 3, blind: true, trim: 1, arbitrateAbove: '5' });
  expect(read.indicatorSystems?.policy?.map(({ weight }) => weight)).toEqual(['60', '40']);
});

it('a band that is missing or doubled, raters of whom nobody is left, and weights that are not 100 are refused', () => {
  expect(paths({ satisfaction: { options: options.slice(1) } })).toEqual(['satisfaction.options']);
  expect(paths({ satisfaction: { options: [options[0], ...options.slice(0, 4)] } })).toEqual(['satisfaction.options']);
  expect(paths({ scoring: { raters: 2, trim: 1 } })).toEqual(['scoring.trim']);
  expect(paths({ scoring: { raters: 1 } })).toEqual(['scoring.raters']);
  expect(paths({ indicatorSystems: { project: system.slice(1) } })).toEqual(['indicatorSystems.project']);
  expect(paths({ indicatorSystems: { bridge: system } })).toEqual(['indicatorSystems']);
});
