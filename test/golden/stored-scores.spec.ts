import { readFileSync } from 'node:fs';
import { SAMPLES } from '#contracts/forms/samples.js';
import { isRefused, parsePolicy } from '#contracts/policy/parse-policy.js';
import { readCases } from '#contracts/rules/case-file.js';
import { scoreSchema } from '#contracts/rules/score.schema.js';
import { exAnteScore } from '#domain/ex-ante-evaluation/score.js';
import { scoreRubric } from '#domain/score/score-rubric.js';
import { selfScore } from '#domain/self-evaluation/score.js';

const parsed = parsePolicy(readFileSync(new URL('../../policies/gangcheng-2023.yaml', import.meta.url), 'utf8'));
if (isRefused(parsed)) throw new Error('The policy of Gangcheng does not parse.');
const { policy } = parsed;

/** What the product stores with a result goes through a file, as `jiheng score` reads it. */
const again = (stored: object): string | undefined => {
  const [it] = readCases(JSON.stringify(stored), scoreSchema);
  return scoreRubric(it!.read.rubric, it!.read.facts).total.value?.score;
};

it('a stored self-score is computed again from its case, to the same exact number', () => {
  const { value, case: computedFrom } = selfScore(SAMPLES['self-evaluation'], SAMPLES.target, policy);
  expect(value).not.toBeNull();
  expect(again(computedFrom)).toBe(value!.score);
});

it('a stored ex-ante score is computed again from its case, to the same exact number', () => {
  const { value, case: computedFrom } = exAnteScore(SAMPLES['ex-ante-report'], policy);
  expect(value).not.toBeNull();
  expect(again(computedFrom)).toBe(value!.score);
});
