import { isState } from '../../parts/states/states.js';
import type { State } from '../../parts/states/states.js';

/** An evaluation's status as it is shown; its draft is one that is being written. */
export const stageOf = (status: string): State => (status === 'draft' ? 'drafting' : isState(status) ? status : 'planned');

const UNDER_WAY = ['plan', 'draft', 'comment', 'final'];

/** It has begun and is not accepted yet: something may still be asked for it. */
export const isUnderWay = ({ status }: { readonly status: string }): boolean => UNDER_WAY.includes(status);
