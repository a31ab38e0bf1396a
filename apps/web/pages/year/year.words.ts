import { defineWords } from '../../words/words.js';

export const YEAR = defineWords(
  'year',
  {
    title: '年度工作',
    titleOf: '{year} 年度工作 · {page}',
    pages: '年度工作的页面',
    overview: '总览',
    progress: '进度与催办',
    plan: '计划调整',
    projects: '项目变动',
    rehearsal: '演练',
    newYear: '新建年度工作',
    noYear: '还没有年度工作。财政局启动年度工作后，这里显示全年的阶段、进度和结果。',
    draftText: '本年度工作已起草，尚未启动：还没有任务，也没有发出通知。',
    toLaunch: '预览并启动',
  },
  {
    title: 'The year',
    titleOf: '{year} · {page}',
    pages: 'Pages about the year',
    overview: 'Overview',
    progress: 'Progress and reminders',
    plan: 'Change of plan',
    projects: 'Changes of projects',
    rehearsal: 'Rehearsal',
    newYear: 'New year',
    noYear: 'There is no year yet. Once the bureau launches one, its stages, progress and results stand here.',
    draftText: 'This year is a draft: there are no tasks yet, and nobody has been told.',
    toLaunch: 'Preview and launch',
  },
);
