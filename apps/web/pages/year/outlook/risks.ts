import type { Risk } from '#domain/outlook/ahead.js';
import type { Tone } from '../../../parts/states/states.js';

/** How each risk looks. */
export const LOOK_OF: Readonly<Record<Risk, { readonly tone: Tone; readonly sign: string }>> = {
  overdue: { tone: 'overdue', sign: '!' },
  late: { tone: 'warn', sign: '◔' },
  silence: { tone: 'act', sign: '◆' },
  escalation: { tone: 'warn', sign: '▲' },
  limit: { tone: 'warn', sign: '◔' },
};

/** How many days ahead one may look. */
export const REACHES = ['7', '14', '30'] as const;
