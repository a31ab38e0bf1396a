import type { Schemas } from '../../api/client.js';

/** An obligation that is open runs. */
export const stateOf = (status: Schemas['Obligation']['status']): 'running' | 'closed' => (status === 'open' ? 'running' : 'closed');
