import fc from 'fast-check';
import { ORDER, policyDifference } from './policy-difference.js';
import { SAMPLE_POLICY as SAMPLE } from './sample-policy.js';

const told = (after: unknown, before: unknown = SAMPLE) =>
  policyDifference(before, after).map(({ path, kind, before: was, after: is }) => [path.join('/'), kind, was, is]);

it('tells nothing of the same policy, nor of its next number', () => {
  expect(told({ ...structuredClone(SAMPLE), version: 2 })).toEqual([]);
});

it('knows a stage by its name: one put in before it changes no other', () => {
  const [filing] = SAMPLE.plan;
  const added = { ...filing!, stage: 'monitoring', opens: '2023-07-01' };
  expect(told({ ...SAMPLE, plan: [added, { ...filing!, due: '2022-11-30' }] })).toEqual([
    ['plan/monitoring', 'added', null, added],
    ['plan/target-filing/due', 'changed', '2022-11-15', '2022-11-30'],
  ]);
});

it('tells rules of one kind apart by their class, and what was taken away', () => {
  const [ordinary, , ...others] = SAMPLE.targetQuality;
  expect(told({ ...SAMPLE, targetQuality: [{ ...ordinary!, indicators: 4 }, ...others] })).toEqual([
    ['targetQuality/min-indicators · ordinary/indicators', 'changed', 3, 4],
    ['targetQuality/min-indicators · key', 'removed', SAMPLE.targetQuality[1], null],
  ]);
});

it('says when the rules that stay stand in another order, for it decides', () => {
  const [first, second, ...others] = SAMPLE.linkage;
  expect(told({ ...SAMPLE, linkage: [second, first, ...others] })).toEqual([
    [
      `linkage/${ORDER}`,
      'changed',
      ['grade == 优', 'grade == 良', 'grade == 中', 'grade == 差', 'rectification.overdue'],
      ['grade == 良', 'grade == 优', 'grade == 中', 'grade == 差', 'rectification.overdue'],
    ],
  ]);
});

it('takes a list of words as one value, and a section that is new as a whole', () => {
  const rungs = [{ day: -3, remind: ['debtor', 'department'] }, SAMPLE.ladders['standard']![1]];
  expect(told({ ...SAMPLE, ladders: { standard: rungs }, review: { perDay: 20 } })).toEqual([
    ['ladders/standard/-3/remind', 'changed', ['debtor'], ['debtor', 'department']],
    ['review', 'added', null, { perDay: 20 }],
  ]);
});

it('never throws, whatever it is given, and finds nothing between equals', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => Array.isArray(policyDifference(a, b))));
  fc.assert(fc.property(fc.jsonValue(), (it) => policyDifference(it, structuredClone(it)).length === 0));
});
