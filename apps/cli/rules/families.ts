import type { Family } from './family.js';

interface ListedFamily {
  readonly description: string;
  readonly load: () => Promise<Family>;
}

/** The rule families that `jiheng NAME FILE` runs without server and database. */
export const FAMILIES: Readonly<Record<string, ListedFamily>> = {
  score: {
    description: 'score indicators by a rubric: points, total, caps and grade, each with its explanation',
    load: async () => (await import('./score.family.js')).score as Family,
  },
  warn: {
    description: 'dual monitoring: which warnings each project raises, its light, and who is monitored once more',
    load: async () => (await import('./warn.family.js')).warn as Family,
  },
};
