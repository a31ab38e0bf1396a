import type { RatingContent } from './content.js';
import { sheetProblems } from './rating-sheet.js';
import type { Arbitration, GivenRating, RaterRules } from './ratings.js';
import { combineRatings } from './ratings.js';
import { scoringLines, scoringProblems } from './scoring-sheet.js';
import type { ScoringKnown } from './scoring-sheet.js';

const AT = '2023-08-01T10:00:00.000Z';
const given = (...points: readonly string[]): readonly GivenRating[] =>
  points.map((it, i) => ({ rater: `r${String(i)}`, points: it, reason: '依据充分', evidence: '底稿', at: AT }));
const RULES: RaterRules = { raters: 2, blind: true, arbitrateAbove: '5' };
const DECIDED: Arbitration = { points: '12', reason: '以现场核查为准', by: 'lead', at: AT };
const indicator = (level3: string, weight: string) => ({ level1: '产出' as const, level2: '', level3, weight, rubric: '' });
const report = (scores: Record<string, string>) => ({
  summary: '',
  score: '0',
  problems: [],
  recommendations: [],
  scoreItems: Object.entries(scores).map(([it, points]) => ({ indicator: it, fullPoints: '20', points, evidence: '' })),
});
const known = (over: Partial<ScoringKnown> = {}): ScoringKnown => ({
  indicators: [indicator('完成率', '20'), indicator('满意度', '10')],
  questionnaires: [],
  rules: RULES,
  raters: 2,
  filed: 2,
  ratings: new Map([
    ['完成率', given('18', '15')],
    ['满意度', given('9', '2')],
  ]),
  arbitrations: new Map(),
  ...over,
});
const codes = (problems: readonly { path: string; code: string }[]): string[] => problems.map(({ path, code }) => `${path} ${code}`);

describe('several raters', () => {
  const combine = (points: readonly string[], rules: RaterRules = RULES, arbitration: Arbitration | null = null) =>
    combineRatings({ indicator: '完成率', fullPoints: '20', ratings: given(...points), arbitration }, rules);

  it('give their exact mean, rounded for the report alone', () => {
    expect(combine(['18', '15', '17'])).toMatchObject({ points: '16.67', exact: '50/3', gap: '3.00', arbitrate: false });
    expect(combine(['18', '18', '2'], { raters: 3, trim: 1 })).toMatchObject({ points: '18.00', gap: '16.00', arbitrate: false });
  });

  it('of whom too few have rated give nothing', () => {
    expect(combine(['18'])).toMatchObject({ points: null, explanation: { reason: 'TOO_FEW_RATINGS' } });
  });

  it('too far apart wait for the lead evaluator, whose points stand with the ratings beside them', () => {
    expect(combine(['18', '13'])).toMatchObject({ arbitrate: false, points: '15.50' });
    expect(combine(['18', '12.99'])).toMatchObject({ arbitrate: true, points: null, gap: '5.01' });
    const decided = combine(['18', '10'], RULES, DECIDED);
    expect(decided).toMatchObject({ points: '12.00', explanation: { rule: { id: 'raters/arbitration' } } });
    expect(decided.explanation.inputs).toMatchObject([{ name: 'raters' }, { value: '12', origin: { by: 'lead', at: AT } }]);
    expect(combine(['18', '17'], RULES, DECIDED)).toMatchObject({ points: '17.50' });
  });
});

it('a rater scores every indicator that people score, once, within its points', () => {
  const sheet = (...items: readonly [string, string][]): RatingContent => ({
    items: items.map(([it, points]) => ({ indicator: it, points, reason: '', evidence: '' })),
  });
  const indicators = known().indicators;
  expect(sheetProblems(indicators, sheet(['完成率', '20'], ['满意度', '0']))).toEqual([]);
  expect(codes(sheetProblems(indicators, sheet(['完成率', '20.5'], ['完成率', '1'], ['别的', '1'])))).toEqual([
    'items.0.points points-above-full',
    'items.1.indicator indicator-twice',
    'items.2.indicator indicator-not-in-plan',
    'items indicator-not-scored',
  ]);
});

describe('a draft', () => {
  it('waits for all raters and takes over what they give, arbitration included', () => {
    expect(codes(scoringProblems(known({ filed: 1 }), report({ 完成率: '1', 满意度: '1' })))).toEqual(['scoreItems ratings-incomplete']);
    expect(codes(scoringProblems(known(), report({ 完成率: '16', 满意度: '5' })))).toEqual([
      'scoreItems.0.points points-differ-from-ratings',
      'scoreItems.1.points arbitration-missing',
    ]);
    const decided = known({ arbitrations: new Map([['满意度', { ...DECIDED, points: '4' }]]) });
    expect(scoringProblems(decided, report({ 完成率: '16.5', 满意度: '4' }))).toEqual([]);
  });

  it('takes a satisfaction score from its questionnaire once that is closed; raters leave it alone', () => {
    const open = { id: 'q', title: '居民问卷', indicator: '满意度', score: null };
    const score = {
      indicator: '满意度',
      fullPoints: '10',
      points: '8.00',
      exact: '8',
      explanation: { total: {} as never, indicators: [] },
    };
    expect(scoringLines(known({ questionnaires: [open] })).map(({ source }) => source)).toEqual(['raters', 'questionnaire']);
    expect(codes(scoringProblems(known({ questionnaires: [open] }), report({ 完成率: '16.5', 满意度: '5' })))).toEqual([
      'scoreItems.1.points questionnaire-open',
    ]);
    const closed = known({ questionnaires: [{ ...open, score }] });
    expect(codes(scoringProblems(closed, report({ 完成率: '16.5', 满意度: '9' })))).toEqual([
      'scoreItems.1.points points-differ-from-questionnaire',
    ]);
    expect(scoringProblems(closed, report({ 完成率: '16.5', 满意度: '8' }))).toEqual([]);
  });

  it('is the agency’s own where the policy wants no raters', () => {
    const { rules, ...alone } = known();
    expect(rules).toBeDefined();
    expect(scoringProblems({ ...alone, raters: 0, filed: 0 }, report({ 完成率: '1', 满意度: '1' }))).toEqual([]);
  });
});
