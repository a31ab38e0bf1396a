import fc from 'fast-check';
import { contains, coverage, halfOpen, showInterval } from './interval.js';
import type { Interval } from './interval.js';

const whole: Interval = { from: '0', upTo: '100' };

describe('intervals', () => {
  it('say which ends belong', () => {
    expect(['80', '89.99', '90'].map((it) => contains({ from: '80', below: '90' }, it))).toEqual([true, true, false]);
    expect(['80', '90'].map((it) => contains({ above: '80', upTo: '90' }, it))).toEqual([false, true]);
    expect([showInterval({ above: '90' }), showInterval({ from: '0', upTo: '1' }), showInterval({ below: '0' })]).toEqual([
      '(90, ∞)',
      '[0, 1]',
      '(-∞, 0)',
    ]);
  });

  it('are half-open when written from and to, the highest with its end', () => {
    expect(
      halfOpen([
        { from: '0', to: '60' },
        { from: '60', to: '100' },
      ]).map((it) => contains(it, '100')),
    ).toEqual([false, true]);
  });

  it('leave gaps of a single value and of a stretch', () => {
    const gapsOf = (...bands: Interval[]): string[] => coverage(bands, whole).gaps.map(showInterval);
    expect(gapsOf({ from: '0', below: '90' }, { above: '90', upTo: '100' })).toEqual(['[90, 90]']);
    expect(gapsOf({ from: '0', upTo: '79' }, { from: '80', upTo: '99' })).toEqual(['(79, 80)', '(99, 100]']);
    expect(gapsOf({ from: '10', upTo: '100' })).toEqual(['[0, 10)']);
    expect(gapsOf()).toEqual(['[0, 100]']);
    expect(coverage([{ upTo: '0.6' }, { above: '0.6' }], {})).toEqual({ gaps: [], overlaps: [], empty: [] });
  });

  it('overlap where both hold a value, and may hold nothing', () => {
    expect(
      coverage(
        [
          { from: '0', upTo: '90' },
          { from: '90', upTo: '100' },
        ],
        whole,
      ).overlaps,
    ).toEqual([[0, 1]]);
    expect(
      coverage(
        [
          { from: '0', below: '90' },
          { from: '90', upTo: '100' },
        ],
        whole,
      ).overlaps,
    ).toEqual([]);
    expect(
      coverage(
        [
          { from: '0', upTo: '100' },
          { from: '5', below: '5' },
          { from: '20', upTo: '30' },
        ],
        whole,
      ),
    ).toEqual({ gaps: [], overlaps: [[0, 2]], empty: [1] });
  });

  it('cover exactly where every value lies in one band (property)', () => {
    const end = fc.integer({ min: 0, max: 8 });
    const band = fc.record({ a: end, b: end, open0: fc.boolean(), open1: fc.boolean() }).map(({ a, b, open0, open1 }): Interval => ({
      ...(open0 ? { above: String(a) } : { from: String(a) }),
      ...(open1 ? { below: String(b) } : { upTo: String(b) }),
    }));
    const probes = Array.from({ length: 33 }, (_, i) => `${String(i)}/4`);
    fc.assert(
      fc.property(fc.array(band, { maxLength: 5 }), (bands) => {
        const { gaps, overlaps } = coverage(bands, { from: '0', upTo: '8' });
        const held = probes.map((it) => bands.filter((one) => contains(one, it)).length);
        expect(probes.map((it) => gaps.some((gap) => contains(gap, it)))).toEqual(held.map((it) => it === 0));
        expect(overlaps.length > 0).toBe(held.some((it) => it > 1));
      }),
      { numRuns: 500 },
    );
  });
});
