import type { Scenario } from './scenario.js';

/** Everything that was filed comes back at once. The rungs that spoke before stay said, the others wait until something is owed again. */
export const massReturn: Scenario = {
  zh: '集中退回',
  en: 'a mass return',
  projects: ['A-01', 'A-03', 'A-04'],
  plan: [{ stage: 'target-filing', opens: '2022-10-10', due: '2022-11-15', chain: 'filing', ladder: 'standard' }],
  behaves: () => 'on-time',
  isReturned: ({ step }) => step === 'sectorOffice',
};
