import type { StageTab } from '../stages/stage-tab.js';

/** What linkage adds to its stage: proposals with their decisions, other parameters tried, letters, and what was really budgeted. */
export const LINKAGE_TABS: readonly StageTab[] = [
  {
    stage: 'budget-linkage',
    key: 'proposals',
    leads: true,
    title: { zh: '处理建议', en: 'Proposals' },
    load: () => import('./proposals.tab.js'),
  },
  { stage: 'budget-linkage', key: 'what-if', title: { zh: '假设分析', en: 'What if' }, load: () => import('./what-if.tab.js') },
  { stage: 'budget-linkage', key: 'letters', title: { zh: '通知文件', en: 'Letters' }, load: () => import('./letters.tab.js') },
  { stage: 'budget-linkage', key: 'follow-up', title: { zh: '落实情况', en: 'Follow-up' }, load: () => import('./follow-up.tab.js') },
];
