import { Comparison } from '../../parts/comparison/comparison.js';
import type { StageTabProps } from '../stages/stage-tab.js';

/** Self-scores against what the spot check made of them. */
export const Component = ({ campaign }: StageTabProps) => <Comparison campaign={campaign.id} against="spot-check" />;
