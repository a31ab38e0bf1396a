import { defineWords } from '../../words/words.js';

export const YEAR = defineWords(
  'year',
  {
    title: '年度工作',
    noYear: '还没有年度工作。财政局启动年度工作后，这里显示全年的阶段、进度和结果。',
    newYear: '新建年度工作',
  },
  {
    title: 'The year',
    noYear: 'There is no year yet. Once the bureau launches one, its stages, progress and results stand here.',
    newYear: 'New year',
  },
);
