import { Comparison } from '../../parts/comparison/comparison.js';
import type { StageTabProps } from '../stages/stage-tab.js';

/** Self-scores against those of the agencies. */
export const Component = ({ campaign }: StageTabProps) => <Comparison campaign={campaign.id} against="evaluation" />;
