import { defineWords } from '../../words/words.js';

export const SCORING = defineWords(
  'scoring',
  {
    ratings: '各评分人的评分',
    rater: '评分人',
    points: '得分',
    reason: '理由',
    evidence: '依据',
    at: '时间',
    notYet: '评分尚未齐全；全部评分人提交前，互不可见。',
    arbitrated: '{by}仲裁为 {points} 分，理由：{reason}',
    needsArbitration: '评分差距 {gap} 分，超过限度，须由主评人仲裁。',
  },
  {
    ratings: 'Points of each rater',
    rater: 'Rater',
    points: 'Points',
    reason: 'Reason',
    evidence: 'Evidence',
    at: 'Time',
    notYet: 'Not all ratings are in; until then nobody sees another’s.',
    arbitrated: '{by} decided on {points} points: {reason}',
    needsArbitration: 'The raters are {gap} points apart, more than allowed; the lead evaluator decides.',
  },
);
