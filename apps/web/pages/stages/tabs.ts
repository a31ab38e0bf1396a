import { DISCLOSURE_TABS } from '../disclosure/tabs.js';
import { FEEDBACK_TABS } from '../feedback/tabs.js';
import { LINKAGE_TABS } from '../linkage/tabs.js';
import { EVALUATION_TABS } from '../evaluation/tabs.js';
import { MONITORING_TABS } from '../monitoring/tabs.js';
import { RECTIFICATION_TABS } from '../rectification/tabs.js';
import { SELF_EVALUATION_TABS } from '../self-evaluation/tabs.js';
import type { StageTab } from './stage-tab.js';

/** What the areas add to the pages of the stages: each brings its tabs from its own folder (`export const <AREA>_TABS: readonly StageTab[]`). */
export const STAGE_TABS: readonly StageTab[] = [
  ...MONITORING_TABS,
  ...SELF_EVALUATION_TABS,
  ...EVALUATION_TABS,
  ...FEEDBACK_TABS,
  ...RECTIFICATION_TABS,
  ...DISCLOSURE_TABS,
  ...LINKAGE_TABS,
];
