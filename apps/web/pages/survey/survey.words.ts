import { defineWords } from '../../words/words.js';

export const SURVEY = defineWords(
  'survey',
  {
    title: '调查问卷',
    respondents: '调查对象：{who}',
    until: '答卷截止：{day}',
    anonymous: '匿名答卷：除所填内容和日期外，不保存答卷人的任何信息。',
    required: '请回答此题',
    most: '最多选 {most} 项',
    code: '一次性答卷码',
    codeNeeded: '请填写答卷码',
    send: '提交答卷',
    thanks: '答卷已提交，谢谢您的参与。',
  },
  {
    title: 'Questionnaire',
    respondents: 'Asked: {who}',
    until: 'Open until {day}',
    anonymous: 'Anonymous: nothing is kept of you but what you fill in here and the day.',
    required: 'Please answer this question',
    most: 'Choose {most} at most',
    code: 'Single-use code',
    codeNeeded: 'Please fill in your code',
    send: 'Send answers',
    thanks: 'Your answers were received. Thank you.',
  },
);
