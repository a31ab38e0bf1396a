import type { Schemas } from '../../api/client.js';
import type { State } from '../../parts/states/states.js';

export type Warning = Schemas['Warning'];

/** Informs only, waits for its answer, or is answered. */
export const warningState = ({ status }: Warning): State => (status === 'open' ? 'toAnswer' : status);
