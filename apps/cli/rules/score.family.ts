import { scoreSchema } from '#contracts/rules/score.schema.js';
import { scoreRubric } from '#domain/score/score-rubric.js';
import { family } from './family.js';

export const score = family({
  schema: scoreSchema,
  run: ({ rubric, facts }) => scoreRubric(rubric, facts),
  print: (result) => result.total.sentence.zh,
});
