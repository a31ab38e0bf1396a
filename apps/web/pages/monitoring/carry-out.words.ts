import { defineWords } from '../../words/words.js';

export const CARRY_OUT = defineWords(
  'monitoringCarryOut',
  {
    carryOut: '办理',
    carriedOut: '办理情况',
    adjustFollows: '本项目按新的预算数重新申报绩效目标，批复后生效。',
    reallocateFollows: '收回的资金调剂给所选项目，两个项目都按新的预算数重新申报绩效目标，批复后生效。',
    cancelFollows: '项目终止，未办结的事项随之撤销，有关人员收到通知。',
    keeps: '本项目调整后的预算数（元）',
    keepsWrong: '应为元，最多两位小数',
    receiver: '调入资金的项目',
    receiverHint: '输入项目名称或编码查找',
    given: '调出 {amount} 元至 {project}',
  },
  {
    carryOut: 'Carry out',
    carriedOut: 'Carried out',
    adjustFollows: 'The target of this project is filed again with the new budget, which holds once that is approved.',
    reallocateFollows:
      'What is taken goes to the project that you choose. The targets of both are filed again with their new budgets, which hold once approved.',
    cancelFollows: 'The project ends. What is open about it is cancelled, and everybody concerned is told.',
    keeps: 'New budget of this project (yuan)',
    keepsWrong: 'Yuan with at most two decimals',
    receiver: 'Project that receives the funds',
    receiverHint: 'Search by name or code',
    given: '{amount} yuan given to {project}',
  },
);
