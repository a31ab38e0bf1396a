import fc from 'fast-check';
import { Drive } from './drive.js';
import { breaches } from './invariants.js';
import { operation, scenario } from './scenario.js';

/** PROPERTY_RUNS raises the number of sequences for a long night. */
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 2_200);

describe('an obligation under random commands, clocks and crashes', () => {
  it('agrees with the plain model and loses, doubles and disorders nothing', () => {
    fc.assert(
      fc.property(scenario, fc.array(operation, { minLength: 5, maxLength: 60, size: 'max' }), (made, operations) => {
        const drive = new Drive(made);
        for (const it of operations) drive.run(it);
        drive.record();
        expect(breaches(drive.table.transitions, drive.model)).toEqual([]);
        expect(drive.table.state).toEqual(JSON.parse(JSON.stringify(drive.state)));
      }),
      { numRuns },
    );
  }, 120_000);

  it('is driven far enough to mean something', () => {
    const seen = new Map<string, number>();
    const runs = fc.sample(fc.tuple(scenario, fc.array(operation, { minLength: 5, maxLength: 60, size: 'max' })), {
      numRuns: 300,
      seed: 1,
    });
    for (const [made, operations] of runs) {
      const drive = new Drive(made);
      for (const it of operations) drive.run(it);
      drive.record();
      for (const { type } of drive.table.transitions) seen.set(type, (seen.get(type) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(
      [
        ...['submit', 'withdraw', 'review', 'transfer', 'addReviewer', 'remind', 'cancel', 'delegate', 'handover', 'reseat'],
        ...['requestExtension', 'decideExtension', 'moveDeadline', 'recalendar', 'rung', 'limit', 'silence'],
      ].sort(),
    );
    expect(Math.min(...seen.values())).toBeGreaterThanOrEqual(10);
  });
});
