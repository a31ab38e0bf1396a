import type { Servers } from './stage.js';

/** What the process of a rehearsal is told: whose row it fills, and where the servers are. */
export interface RehearsalOrder {
  readonly rehearsal: string;
  readonly servers: Servers;
}

/** The name of the rehearsal's schema follows from its id, so that what a killed one left can be found. */
export const stageNameOf = (rehearsal: string): string => `rehearsal_${rehearsal.replaceAll('-', '').slice(-12)}`;
