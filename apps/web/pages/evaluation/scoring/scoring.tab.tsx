import type { TabProps } from '../tab-props.js';
import { ScoringView } from './scoring-view.js';

/** 独立评分 as a tab of the evaluation. */
export const ScoringTab = ({ evaluation }: TabProps) => <ScoringView evaluation={evaluation.id} campaign={evaluation.campaign} />;
