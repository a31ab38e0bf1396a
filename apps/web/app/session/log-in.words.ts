import { defineWords } from '../../words/words.js';

export const LOG_IN = defineWords(
  'logIn',
  {
    title: '登录',
    heading: '绩衡 · 预算绩效管理',
    slogan: '目标、监控、评价、整改、应用，一年到头有人盯着期限。',
    email: '邮箱',
    password: '密码',
    enter: '登录',
    emailNeeded: '请填写邮箱',
    passwordNeeded: '请填写密码',
    public: '查看公开的绩效信息（无需登录）',
  },
  {
    title: 'Log in',
    heading: 'Jiheng · budget performance management',
    slogan: 'Targets, monitoring, evaluation, rectification, linkage: the year and its deadlines, driven.',
    email: 'E-mail',
    password: 'Password',
    enter: 'Log in',
    emailNeeded: 'Please enter your e-mail',
    passwordNeeded: 'Please enter your password',
    public: 'See what is disclosed (no log-in needed)',
  },
);
