import type { StageTab } from '../stages/stage-tab.js';

/** What rectification adds to its stage: the checklist, and its totals by unit. */
export const RECTIFICATION_TABS: readonly StageTab[] = [
  {
    stage: 'rectification',
    key: 'checklist',
    leads: true,
    title: { zh: '整改清单', en: 'Checklist' },
    load: () => import('./checklist.tab.js'),
  },
  { stage: 'rectification', key: 'totals', title: { zh: '整改汇总', en: 'Totals' }, load: () => import('./totals.tab.js') },
];
