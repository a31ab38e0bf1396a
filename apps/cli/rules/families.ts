import type { Family } from './family.js';

interface ListedFamily {
  readonly description: string;
  readonly load: () => Promise<Family>;
}

/** The rule families that `jiheng NAME FILE` runs without server and database. */
export const FAMILIES: Readonly<Record<string, ListedFamily>> = {
  check: {
    description: 'the quality of targets before anybody reads them: findings with field, words and source',
    load: async () => (await import('./check.family.js')).check as Family,
  },
  lint: {
    description: 'what is wrong with a rubric or a policy: weights, bands, points that cannot be reached, figures without a source',
    load: async () => (await import('./lint.family.js')).lint as Family,
  },
  link: {
    description: 'budget linkage: treatment and amount of each project, sums before and after, what another table would do',
    load: async () => (await import('./link.family.js')).link as Family,
  },
  reconcile: {
    description: "a report's statements against its tables before sign-off",
    load: async () => (await import('./reconcile.family.js')).reconciliation as Family,
  },
  score: {
    description: 'score indicators by a rubric: points, total, caps and grade, each with its explanation',
    load: async () => (await import('./score.family.js')).score as Family,
  },
  warn: {
    description: 'dual monitoring: which warnings each project raises, its light, and who is monitored once more',
    load: async () => (await import('./warn.family.js')).warn as Family,
  },
  sample: {
    description: 'spot-check samples from a seed that nobody could choose, and the selection of key evaluations',
    load: async () => (await import('./sample.family.js')).sample as Family,
  },
  compare: {
    description: 'self-scores against agency scores: gaps by unit and agency, leniency, outliers, warnings of small samples',
    load: async () => (await import('./compare.family.js')).compare as Family,
  },
};
