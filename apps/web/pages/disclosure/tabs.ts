import type { StageTab } from '../stages/stage-tab.js';

/** What disclosure adds to its stage: duties, how much of them is done, and what was published. */
export const DISCLOSURE_TABS: readonly StageTab[] = [
  { stage: 'disclosure', key: 'duties', leads: true, title: { zh: '公开责任', en: 'Duties' }, load: () => import('./duties.tab.js') },
  { stage: 'disclosure', key: 'coverage', title: { zh: '公开覆盖率', en: 'Coverage' }, load: () => import('./coverage.tab.js') },
  {
    stage: 'disclosure',
    key: 'publications',
    title: { zh: '已公开内容', en: 'Publications' },
    load: () => import('./publications.tab.js'),
  },
];
