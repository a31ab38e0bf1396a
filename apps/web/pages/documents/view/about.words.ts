import { defineWords } from '../../../words/words.js';

export const ABOUT = defineWords(
  'documentAbout',
  {
    proposal: '结果应用建议（金额单位万元）',
    base: '基数',
    decided: '决定',
    warning: '所答复的预警',
    problem: '所整改的问题（第 {number} 项）',
    recommendation: '整改建议：',
  },
  {
    proposal: 'What is proposed (10,000 yuan)',
    base: 'Base',
    decided: 'decided',
    warning: 'The warning that is answered',
    problem: 'The problem to be rectified (no. {number})',
    recommendation: 'Recommended:',
  },
);
