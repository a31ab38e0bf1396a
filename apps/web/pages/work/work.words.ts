import { defineWords } from '../../words/words.js';

export const WORK = defineWords(
  'work',
  {
    title: '我的工作',
    toFile: '待填报',
    toReview: '待审核',
    returned: '退回',
    everything: '全部待办',
    emptyTasks: '没有待办事项。新的任务下达或有材料等您审核时，会出现在这里。',
    what: '事项',
    kind: '表单',
    forWhom: '经办人',
    turn: '办理',
    file: '填报',
    review: '审核',
  },
  {
    title: 'My work',
    toFile: 'To file',
    toReview: 'To review',
    returned: 'Returned',
    everything: 'All tasks',
    emptyTasks: 'Nothing waits for you. A new task, or something for you to review, will appear here.',
    what: 'Task',
    kind: 'Form',
    forWhom: 'For',
    turn: 'To do',
    file: 'File',
    review: 'Review',
  },
);
