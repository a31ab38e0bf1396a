import type { Scenario } from './scenario.js';

/** The agency lets the day of its draft pass: reminded before and after, then the sector office is told, then a circular goes round. */
export const silentAgency: Scenario = {
  zh: '第三方机构逾期不交报告',
  en: 'a silent agency',
  projects: ['A-01'],
  plan: [
    {
      stage: 'key-evaluation',
      opens: '2023-06-01',
      planDue: '2023-06-30',
      draftDue: '2023-08-31',
      commentWindow: '5d',
      silence: 'consent',
      finalWithin: '10d',
      chain: 'bureau',
      ladder: 'standard',
    },
  ],
  behaves: ({ kind }) => (kind === 'evaluation-draft' ? 'silent' : 'on-time'),
  isReturned: () => false,
};
