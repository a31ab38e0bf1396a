import type { Scenario } from './scenario.js';

/** No mail server answers for a week while reminders fall due. Nothing is lost, nothing comes twice, and deadlines do not wait for letters. */
export const mailDown: Scenario = {
  zh: '邮件中断一周',
  en: 'mail down for a week',
  projects: ['A-03'],
  plan: [{ stage: 'target-filing', opens: '2022-10-10', due: '2022-11-15', chain: 'filing', ladder: 'standard' }],
  behaves: () => 'late',
  isReturned: () => false,
  mailDown: { from: '2022-11-04T00:00', to: '2022-11-11T00:00' },
};
