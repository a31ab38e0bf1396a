import { autumn2023, at, Bench } from '#domain/obligation/sample.js';
import { movedBy } from './moved-by.js';

const WEEKDAYS = autumn2023('cn-2023@0', [], []);

describe('who is concerned by another calendar', () => {
  it('is nobody when it has the same days', () => {
    expect(movedBy(new Bench().state, autumn2023('cn-2023@2'))).toEqual([]);
  });

  it('is whoever owes, as long as reminders are ahead that move', () => {
    const bench = new Bench();
    expect(movedBy(bench.state, WEEKDAYS)).toEqual(['unit']);
    bench.tick(at('2023-10-25'));
    expect(movedBy(bench.state, WEEKDAYS)).toEqual([]);
  });

  it('is whoever reviews within a time limit that moves', () => {
    const chain = [{ step: 'department', who: 'department', rule: 'any', within: 3, onTimeout: 'remind' } as const];
    const bench = new Bench({ chain, ladder: [] });
    bench.submit(at('2023-09-28'), 'a', 'b');
    expect(movedBy(bench.state, WEEKDAYS)).toEqual(['dept1', 'dept2']);
  });
});
