import type { StageTab } from '../stages/stage-tab.js';

const stage = 'self-evaluation';

/** What self-evaluation adds to its stage. */
export const SELF_EVALUATION_TABS: readonly StageTab[] = [
  { stage, key: 'scores', leads: true, title: { zh: '得分与等级', en: 'Scores and grades' }, load: () => import('./scores.tab.js') },
  { stage, key: 'draws', title: { zh: '抽查抽样', en: 'Draws' }, load: () => import('./draws.tab.js') },
  { stage, key: 'compare', title: { zh: '自评与复核对照', en: 'Self against spot check' }, load: () => import('./compare.tab.js') },
  { stage, key: 'problems', title: { zh: '问题清单', en: 'Problems' }, load: () => import('./problems.tab.js') },
];
