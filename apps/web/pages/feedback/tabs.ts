import type { StageTab } from '../stages/stage-tab.js';

/** What feedback adds to its stage: the notices. */
export const FEEDBACK_TABS: readonly StageTab[] = [
  { stage: 'feedback', key: 'notices', leads: true, title: { zh: '反馈通知', en: 'Notices' }, load: () => import('./notices.tab.js') },
];
