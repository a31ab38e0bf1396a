import { defineWords } from '../../../words/words.js';

export const EVALUATION_ROWS = defineWords(
  'evaluationRows',
  {
    indicator: '评价指标',
    full: '满分',
    said: '被评价单位的意见',
    saidOf: '{about}：',
    nothingSaid: '被评价单位没有需要答复的意见。',
    changed: '得分变动（初稿 → 终稿）',
    nothingChanged: '各项得分与初稿相同，无需说明理由。',
    dropIdle: '删除得分未变动的理由（{count} 条）',
    asked: '所需资料',
  },
  {
    indicator: 'Indicator',
    full: 'Full points',
    said: 'What the unit said',
    saidOf: '{about}: ',
    nothingSaid: 'The unit said nothing that has to be answered.',
    changed: 'Changed score (draft → final)',
    nothingChanged: 'All scores are those of the draft: no reason is needed.',
    dropIdle: 'Remove reasons of unchanged scores ({count})',
    asked: 'What is asked for',
  },
);
