import type { Quantities } from '#domain/condition/expression.js';
import type { Rubric } from './rubric.js';

/** What a cap's condition may name: the rubric's inputs that are a number, a truth or a word. */
export const quantitiesOf = (rubric: Rubric): Quantities =>
  Object.fromEntries(
    Object.entries(rubric.inputs).flatMap(([name, { zh, en = name, kind, oneOf }]): [string, Quantities[string]][] => {
      if (kind === 'number' || kind === 'truth') return [[name, { type: kind, zh, en }]];
      return kind === 'text' ? [[name, { type: kind, zh, en, ...(oneOf ? { oneOf } : {}) }]] : [];
    }),
  );
