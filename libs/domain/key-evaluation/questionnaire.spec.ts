import { answerProblems, tally } from './questionnaire-answers.js';
import { questionnaireProblems } from './questionnaire-checks.js';
import { scoreQuestionnaire } from './questionnaire-score.js';
import type { QuestionnaireContent, SatisfactionRule } from './questionnaire.js';

const RULE: SatisfactionRule = {
  options: [
    { option: '非常满意', share: '1' },
    { option: '满意', share: '0.8' },
    { option: '一般', share: '0.6' },
    { option: '不满意', share: '0.3' },
    { option: '非常不满意', share: '0' },
  ],
};
const CONTENT: QuestionnaireContent = {
  purpose: '了解满意度',
  respondents: '居民',
  questions: [
    { key: 'q1', kind: 'satisfaction', text: '保洁' },
    { key: 'q2', kind: 'satisfaction', text: '清运', optional: true },
    { key: 'q3', kind: 'yes-no', text: '是否知晓' },
    { key: 'q4', kind: 'choice', text: '渠道', options: ['公告', '网络', '邻里'], most: 2, optional: true },
    { key: 'q5', kind: 'text', text: '建议' },
  ],
  scoring: { indicator: '满意度', questions: ['q1', 'q2'] },
  closesOn: '2023-08-15',
};
const PLAN = {
  method: '',
  leadEvaluator: '',
  indicators: [{ level1: '效益' as const, level2: '', level3: '满意度', weight: '10', rubric: '' }],
};
const scored = (questions: readonly string[], tallies: ReturnType<typeof tally>, leastAnswers?: number) =>
  scoreQuestionnaire({
    id: 'n1',
    content: { ...CONTENT, scoring: { indicator: '满意度', questions, ...(leastAnswers ? { leastAnswers } : {}) } },
    rule: RULE,
    fullPoints: '10',
    tallies,
    respondents: 3,
    on: '2023-08-16',
  });

const codes = (problems: readonly { path: string; code: string }[]): string[] => problems.map(({ path, code }) => `${path} ${code}`);

describe('answers', () => {
  it('are held against their questions, one by one', () => {
    expect(answerProblems(CONTENT.questions, { q1: '满意', q3: '是', q4: ['公告', '网络'], q5: '多设垃圾桶' })).toEqual([]);
    const wrong = { q1: '好', q4: ['公告', '网络', '邻里'], q5: 'x'.repeat(1001), q9: '是' };
    expect(codes(answerProblems(CONTENT.questions, wrong))).toEqual([
      'q9 question-unknown',
      'q1 answer-unknown',
      'q3 answer-missing',
      'q4 answer-too-many',
      'q5 answer-too-long',
    ]);
    expect(codes(answerProblems(CONTENT.questions, { q1: '满意', q3: '是', q4: ['公告', '公告'] }))).toEqual(['q4 answer-unknown']);
    expect(codes(answerProblems([{ key: 'constructor', kind: 'yes-no', text: '' }], {}))).toEqual(['constructor answer-missing']);
  });

  it('are counted by option, those that nobody took as well; a question that was left out counts nowhere', () => {
    const tallies = tally(CONTENT.questions, [
      { q1: '满意', q3: '是', q4: ['公告', '网络'] },
      { q1: '一般', q3: '否', q2: '', q5: '无' },
    ]);
    expect(tallies[0]).toMatchObject({ answered: 2, counts: { 非常满意: 0, 满意: 1, 一般: 1, 不满意: 0, 非常不满意: 0 } });
    expect(tallies[1]).toMatchObject({ answered: 0 });
    expect(tallies[3]!.counts).toEqual({ 公告: 1, 网络: 1, 邻里: 0 });
    expect(tallies[4]).toMatchObject({ answered: 1, counts: null });
  });
});

describe('the satisfaction score', () => {
  const answers = [{ q1: '非常满意', q2: '满意' }, { q1: '满意', q2: '不满意' }, { q1: '一般' }];
  const tallies = tally(CONTENT.questions, answers);

  it('is the share by bands times the points, exactly', () => {
    const { points, exact, explanation } = scored(['q1'], tallies);
    expect([points, exact]).toEqual(['8.00', '8']);
    expect(explanation.indicators).toMatchObject([
      { explained: { inputs: [{ name: 'q1', origin: { document: 'questionnaire/n1#q1', at: '2023-08-16' } }] } },
    ]);
  });

  it('is the mean over several questions, whoever left one out', () => {
    // (1 + 0.8 + 0.6) ÷ 3 = 0.8 and (0.8 + 0.3) ÷ 2 = 0.55: 0.675 × 10.
    expect(scored(['q1', 'q2'], tallies)).toMatchObject({ points: '6.75', exact: '27/4' });
  });

  it('is not given by too few respondents, nor by none', () => {
    expect(scored(['q1'], tallies, 4)).toMatchObject({ points: null, reason: 'TOO_FEW_ANSWERS' });
    expect(scored(['q1'], tally(CONTENT.questions, []))).toMatchObject({ points: null, reason: 'NO_ANSWERS' });
  });
});

it('a questionnaire scores what the approved plan names, once, from questions about satisfaction, by a whole rule', () => {
  const known = { plan: PLAN, rule: RULE, taken: [] };
  expect(questionnaireProblems(CONTENT, known)).toEqual([]);
  expect(codes(questionnaireProblems(CONTENT, { plan: null, rule: undefined, taken: ['满意度'] }))).toEqual([
    'scoring.indicator indicator-not-in-plan',
    'scoring.indicator indicator-scored-already',
    'scoring.rule satisfaction-rule-missing',
  ]);
  const [q1, q2] = CONTENT.questions;
  const wrong: QuestionnaireContent = {
    ...CONTENT,
    questions: [q1!, { ...q2!, key: 'q1' }, { key: 'q3', kind: 'choice', text: '' }],
    scoring: { indicator: '满意度', questions: ['q3', 'q1', 'q1'], rule: { options: RULE.options.slice(1) } },
  };
  expect(codes(questionnaireProblems(wrong, known))).toEqual([
    'questions.1.key question-twice',
    'questions.2.options choice-without-options',
    'scoring.questions.0 question-not-about-satisfaction',
    'scoring.questions.2 question-not-about-satisfaction',
    'scoring.rule satisfaction-band-missing',
  ]);
});
