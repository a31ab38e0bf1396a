import type { Scenario } from './scenario.js';

/**
 * The draft is accepted on 27 September 2023; National Day (29 September to 6 October) lies in the five working days of the comment window,
 * and the Saturday and Sunday after it are worked (调休). One unit comments, the other is silent, which is consent.
 */
export const holidayInCommentWindow: Scenario = {
  zh: '征求意见期遇国庆长假',
  en: 'a holiday in the comment window',
  projects: ['A-01', 'A-03'],
  plan: [
    {
      stage: 'key-evaluation',
      opens: '2023-09-01',
      planDue: '2023-09-11',
      draftDue: '2023-09-27',
      commentWindow: '5d',
      silence: 'consent',
      finalWithin: '10d',
      chain: 'bureau',
      ladder: 'standard',
    },
  ],
  behaves: ({ kind, project }) => (kind === 'evaluation-comment' && project === 'A-03' ? 'silent' : 'on-time'),
  isReturned: () => false,
};
