import type { StageTab } from '../stages/stage-tab.js';

const stage = 'monitoring';

/** What monitoring adds to its stage: where the projects stand, what warned, what was ordered, and the figures from the treasury. */
export const MONITORING_TABS: readonly StageTab[] = [
  { stage, key: 'progress', leads: true, title: { zh: '执行进度', en: 'Progress' }, load: () => import('./progress.tab.js') },
  { stage, key: 'warnings', leads: true, title: { zh: '预警', en: 'Warnings' }, load: () => import('./warnings.tab.js') },
  { stage, key: 'disposals', leads: true, title: { zh: '处置与落实', en: 'Disposals' }, load: () => import('./disposals.tab.js') },
  { stage, key: 'key', title: { zh: '重点与二次监控', en: 'Key monitoring, second round' }, load: () => import('./key.tab.js') },
  { stage, key: 'idle', title: { zh: '闲置资金', en: 'Idle funds' }, load: () => import('./idle.tab.js') },
  { stage, key: 'import', title: { zh: '导入执行数', en: 'Import figures' }, load: () => import('./import.tab.js') },
];
