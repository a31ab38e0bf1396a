import type { StageTab } from '../stages/stage-tab.js';

const stage = 'key-evaluation';

/** Those who see evaluations; experts see what they score alone. */
const READERS: StageTab['roles'] = ['bureau', 'sector-office', 'department', 'unit', 'agency', 'observer'];

/** What key evaluation adds to its stage. */
export const EVALUATION_TABS: readonly StageTab[] = [
  {
    ...{ stage, key: 'evaluations', leads: true, title: { zh: '评价项目', en: 'Evaluations' }, load: () => import('./list.tab.js') },
    roles: READERS,
  },
  {
    ...{ stage, key: 'scorings', title: { zh: '独立评分', en: 'Scored by several' }, load: () => import('./scoring/scorings.tab.js') },
    roles: ['bureau', 'agency', 'expert', 'observer'],
  },
  {
    ...{ stage, key: 'compare', title: { zh: '自评与评价对照', en: 'Self against agency' }, load: () => import('./compare.tab.js') },
    roles: READERS,
  },
  { ...{ stage, key: 'assign', title: { zh: '选定与委托', en: 'Selection' }, load: () => import('./assign.tab.js') }, roles: READERS },
  {
    ...{ stage, key: 'agencies', title: { zh: '机构名册', en: 'Agencies' }, load: () => import('./register.tab.js') },
    roles: ['bureau', 'agency', 'observer'],
  },
];
