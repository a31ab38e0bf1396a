import fc from 'fast-check';
import type { MonitoredIndicator, MonitoringInput } from '#domain/monitoring/input.js';
import { monitor } from '#domain/monitoring/warnings.js';
import type { MonitoringRules } from '#domain/monitoring/warnings.js';
import type { WarningRule } from '#domain/policy/policy.js';
import { exact } from '#domain/score/exact.js';

const RULES: readonly WarningRule[] = [
  { id: 'schedule', when: 'executed / adjustedBudget < threshold', thresholds: { 4: '25', 6: '40', 8: '60', 10: '80' }, colour: 'yellow' },
  { id: 'far-behind', when: 'executed / adjustedBudget / timeProgress < 60%', colour: 'red' },
  { id: 'gap', when: 'abs(attainment - executed / adjustedBudget) > 10%', colour: 'yellow' },
  { id: 'indicator', of: 'indicator', when: 'direction == positive and attained / timeProgress < 60%', colour: 'red' },
  { id: 'ahead', of: 'indicator', when: 'direction == positive and attained / timeProgress >= 120%', colour: 'blue' },
  { id: 'no-disposal', of: 'indicator', when: 'likelihood == impossible and disposal == none', colour: 'red' },
];
const rulesOf = (warnings: readonly WarningRule[]): MonitoringRules => ({ version: '1', reverse: 'ratio', warnings });

const amount = fc.option(fc.integer({ min: 0, max: 200 }).map(String), { freq: 6 });
const indicator: fc.Arbitrary<MonitoredIndicator> = fc.record({
  name: fc.constantFrom('里程', '数量'),
  operator: fc.constantFrom('≥', '≤', '=', '定性'),
  targetValue: fc.constantFrom('100', '0', '改善'),
  weight: fc.constantFrom('0', '10', '12.5'),
  actualValue: fc.option(fc.constantFrom('0', '33.3', '100', '-5', '良好')),
  forecastValue: amount,
  likelihood: fc.option(fc.constantFrom('certain', 'possible', 'impossible')),
});
const input: fc.Arbitrary<MonitoringInput> = fc.record({
  budget: fc.record({ adjustedBudget: amount }),
  executed: amount,
  forecast: amount,
  indicators: fc.array(indicator, { maxLength: 5 }),
  disposal: fc.option(fc.constantFrom('continue', 'adjust')),
  asOf: fc.constantFrom('2023-03-31', '2023-04-30', '2023-07-31', '2023-08-15', '2023-12-31'),
});
const order = ['red', 'yellow', 'blue', null, 'green'];

describe('dual monitoring', () => {
  it('always answers: every rule is a warning, undecided, not due, or does not hold, and no figure is a NaN', () => {
    fc.assert(
      fc.property(input, (it) => {
        const result = monitor(it, rulesOf(RULES));
        expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity|undefined/);
        const seen = [...result.warnings, ...result.undecided].map(({ id }) => id).concat(result.notDue);
        expect(RULES.map(({ id }) => id)).toEqual(expect.arrayContaining(seen));
        expect(result.light.value === 'green').toBe(result.warnings.length + result.undecided.length === 0);
      }),
    );
  });

  it('gets no better light from more rules', () => {
    fc.assert(
      fc.property(input, fc.subarray([...RULES]), (it, some) => {
        const [few, all] = [monitor(it, rulesOf(some)).light.value, monitor(it, rulesOf(RULES)).light.value];
        expect(order.indexOf(all)).toBeLessThanOrEqual(order.indexOf(few));
      }),
    );
  });

  it('does not call a project behind for having spent more', () => {
    const money = rulesOf(RULES.slice(0, 2));
    fc.assert(
      fc.property(input, fc.nat(50), (it, more) => {
        fc.pre(it.executed !== null);
        const ids = (executed: string): string[] => monitor({ ...it, executed }, money).warnings.map(({ id }) => id);
        const richer = ids(String(Number(exact(it.executed).add(more).valueOf())));
        expect(ids(it.executed)).toEqual(expect.arrayContaining(richer));
      }),
    );
  });

  it('does not depend on the order of the rules', () => {
    fc.assert(
      fc.property(input, fc.shuffledSubarray([...RULES], { minLength: RULES.length }), (it, shuffled) => {
        const ids = (rules: readonly WarningRule[]): string[] =>
          monitor(it, rulesOf(rules))
            .warnings.map(({ id }) => id)
            .sort();
        expect(ids(shuffled)).toEqual(ids(RULES));
      }),
    );
  });
});
