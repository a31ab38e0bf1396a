import { LINKAGE_TABS } from '../linkage/tabs.js';
import { MONITORING_TABS } from '../monitoring/tabs.js';
import { RECTIFICATION_TABS } from '../rectification/tabs.js';
import type { StageTab } from './stage-tab.js';

/** What the areas add to the pages of the stages: each brings its tabs from its own folder (`export const <AREA>_TABS: readonly StageTab[]`). */
export const STAGE_TABS: readonly StageTab[] = [...MONITORING_TABS, ...RECTIFICATION_TABS, ...LINKAGE_TABS];
