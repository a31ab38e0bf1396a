import { Bench, at } from '#domain/obligation/sample.js';
import { foresee } from './ahead.js';

const BEFORE = at('2023-10-09');
const DUE = at('2023-10-13', '24:00');

describe('what goes wrong by a day if nobody acts', () => {
  it('is nothing while the due day lies behind it', () => {
    expect(foresee(new Bench().state, BEFORE, at('2023-10-12')).risks).toEqual([]);
  });

  it('is lateness when it falls due and something is not filed, up to the end of the due day', () => {
    const bench = new Bench();
    bench.submit(BEFORE, 'a');
    expect(foresee(bench.state, BEFORE, DUE - 1).risks).toEqual([]);
    expect(foresee(bench.state, BEFORE, DUE)).toMatchObject({ owed: 1, inReview: 1, risks: ['late'] });
    expect(foresee(bench.state, DUE, DUE)).toMatchObject({ risks: ['overdue'] });
  });

  it('is no lateness where silence means consent', () => {
    expect(foresee(new Bench({ silence: 'consent' }).state, BEFORE, DUE).risks).toEqual(['silence']);
  });

  it('is that those above are told, by name', () => {
    const { risks, coming } = foresee(new Bench().state, BEFORE, at('2023-10-31'));
    expect(risks).toEqual(['late', 'escalation']);
    expect(coming.filter(({ risk }) => risk === 'escalation').map(({ to }) => to)).toEqual([['sector'], ['supervisor']]);
  });

  it('names whom reviews wait for', () => {
    const bench = new Bench();
    bench.submit(BEFORE, 'a', 'b');
    expect(foresee(bench.state, BEFORE, DUE)).toMatchObject({
      risks: [],
      loads: [
        { person: 'dept1', documents: 2, limitAt: null },
        { person: 'dept2', documents: 2, limitAt: null },
      ],
    });
  });
});
