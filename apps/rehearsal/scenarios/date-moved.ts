import type { Scenario } from './scenario.js';

/** Three working days before the due day the bureau gives everybody a week more: a new ladder for all, and everybody is told why. */
export const dateMoved: Scenario = {
  zh: '启动后调整期限',
  en: 'a date moved after launch',
  projects: ['A-01', 'A-03'],
  plan: [{ stage: 'target-filing', opens: '2022-10-10', due: '2022-11-15', chain: 'filing', ladder: 'standard' }],
  behaves: () => 'on-time',
  isReturned: () => false,
  interferences: [
    {
      at: '2022-11-10T10:30',
      run: (bureau, campaign) =>
        bureau.post(`/campaigns/${campaign}/reschedule`, { key: 'target-filing', dueOn: '2022-11-22', reason: '上级文件推迟报送时间' }),
    },
  ],
};
