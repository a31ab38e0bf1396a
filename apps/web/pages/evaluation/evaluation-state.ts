import { isState } from '../../parts/states/states.js';
import type { State } from '../../parts/states/states.js';

/** An evaluation's status as it is shown; its draft is one that is being written. */
export const stageOf = (status: string): State => (status === 'draft' ? 'drafting' : isState(status) ? status : 'planned');
