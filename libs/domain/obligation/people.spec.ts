import { addDays } from '#domain/calendar/calendar.js';
import { at, Bench, refusalOf } from './sample.js';
import { turnOf } from './state.js';

const day = (n: number) => at(addDays('2023-09-05', n));
const turn = (bench: Bench, id: string) => turnOf(bench.state, bench.state.documents[id]!);
const all = { chain: [{ step: 'office', who: 'performanceOffice' as const, rule: 'all' as const }] };

describe('a transfer (转办)', () => {
  const pass = (bench: Bench, actor: string, to: string, id = 'a') =>
    bench.ask(day(1), 'transfer', { actor, documents: [{ id }], to, reason: '出差' });

  it('hands a document of the debtor over; who gave it away may no longer file it', () => {
    const bench = new Bench();
    pass(bench, 'unit', 'clerk');
    expect(bench.told.at(-1)?.slice(0, 2)).toEqual(['assigned', 'clerk']);
    expect(refusalOf(bench.submit(day(2), 'a'))).toBe('NOT_YOUR_DOCUMENT');
    bench.ask(day(2), 'submit', { actor: 'clerk', documents: [{ id: 'a' }] });
    bench.sendBack(day(3), 'dept1', ['a']);
    expect(turn(bench, 'a')).toEqual(['clerk']);
  });

  it('hands a review over and leaves the owners alone', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a');
    pass(bench, 'dept1', 'dept3');
    expect(turn(bench, 'a')).toEqual(['dept3', 'dept2']);
    expect(refusalOf(pass(bench, 'dept3', 'dept2'))).toBe('SAME_PERSON');
    expect(refusalOf(pass(bench, 'dept3', 'unit'))).toBe('OWN_FILING');
    expect(refusalOf(pass(bench, 'dept1', 'dept4'))).toBe('NOT_YOUR_STEP');
  });

  it('goes to nobody who has approved already', () => {
    const bench = new Bench(all);
    bench.submit(day(0), 'a');
    bench.approve(day(1), 'bureau1', 'a');
    expect(refusalOf(pass(bench, 'bureau2', 'bureau1'))).toBe('ALREADY_REVIEWED');
  });

  it('needs a reason', () => {
    const bench = new Bench();
    expect(() => bench.ask(day(1), 'transfer', { actor: 'unit', documents: [{ id: 'a' }], to: 'clerk', reason: '' })).toThrow(
      'REASON_REQUIRED',
    );
  });
});

describe('a delegation (委托)', () => {
  const away = (bench: Bench, from: string, to: string, fromOn = '2023-09-11', untilOn = '2023-09-12') =>
    bench.ask(day(0), 'delegate', { actor: from, from, to, fromOn, untilOn });

  it('lets somebody else act during the absence only, and the trail says for whom', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a', 'b');
    away(bench, 'dept1', 'deputy');
    expect(refusalOf(bench.approve(at('2023-09-10', '23:59'), 'deputy', 'a'))).toBe('NOT_YOUR_STEP');
    bench.approve(at('2023-09-11', '00:00'), 'deputy', 'a');
    expect(bench.transitions.at(-1)).toMatchObject({ actor: 'deputy', onBehalfOf: 'dept1' });
    expect(refusalOf(bench.approve(at('2023-09-13', '00:00'), 'deputy', 'b'))).toBe('NOT_YOUR_STEP');
  });

  it('ends before its last day when it is ended', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a');
    away(bench, 'dept1', 'deputy');
    bench.ask(day(0), 'endDelegation', { actor: null, from: 'dept1', to: 'deputy', fromOn: '2023-09-11', untilOn: '2023-09-12' });
    expect(refusalOf(bench.approve(at('2023-09-11', '10:00'), 'deputy', 'a'))).toBe('NOT_YOUR_STEP');
  });

  it('counts as the vote of the absent person', () => {
    const bench = new Bench(all);
    bench.submit(day(0), 'a');
    away(bench, 'bureau1', 'bureau2');
    bench.approve(at('2023-09-11'), 'bureau2', 'a');
    bench.approve(at('2023-09-11'), 'bureau2', 'a');
    bench.approve(at('2023-09-11'), 'bureau3', 'a');
    expect(bench.status('a')).toBe('approved');
  });

  it('brings reminders to both', () => {
    const bench = new Bench();
    away(bench, 'unit', 'deputy', '2023-09-28', '2023-09-28');
    bench.tick(at('2023-09-28'));
    expect(bench.told.map(([, to]) => to)).toEqual(['unit', 'deputy']);
  });

  it('does not let the filer approve for an absent reviewer', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a');
    away(bench, 'dept1', 'unit');
    expect(refusalOf(bench.approve(at('2023-09-11'), 'unit', 'a'))).toBe('OWN_FILING');
  });

  it('takes the place of another one in the same days and stands beside one in others', () => {
    const bench = new Bench();
    away(bench, 'dept1', 'x', '2023-09-11', '2023-09-15');
    away(bench, 'dept1', 'y', '2023-11-01', '2023-11-03');
    away(bench, 'dept1', 'z', '2023-09-14', '2023-09-20');
    expect(bench.state.delegations.map(({ to }) => to)).toEqual(['y', 'z']);
    expect(() => away(bench, 'dept1', 'x', '2023-09-01', '2023-09-02')).toThrow('NOT_LATER');
    expect(() =>
      bench.ask(day(0), 'delegate', { actor: 'x', from: 'dept1', to: 'x', fromOn: '2023-09-11', untilOn: '2023-09-12' }),
    ).toThrow('NOT_PERMITTED');
  });
});

describe('a handover (离职交接)', () => {
  const leave = (bench: Bench, from: string, to: string, now = day(2)) => bench.ask(now, 'handover', { actor: null, from, to });

  it('passes on what waits and what would come to wait', () => {
    const bench = new Bench();
    bench.ask(day(0), 'transfer', { actor: 'unit', documents: [{ id: 'b' }], to: 'clerk', reason: '分工' });
    bench.submit(day(1), 'a');
    bench.ask(day(1), 'submit', { actor: 'clerk', documents: [{ id: 'b' }] });
    leave(bench, 'dept1', 'dept9');
    leave(bench, 'bureau1', 'bureau9');
    leave(bench, 'clerk', 'clerk9');
    expect(turn(bench, 'a')).toEqual(['dept9', 'dept2']);
    bench.approve(day(3), 'dept9', 'a');
    expect(turn(bench, 'a')).toEqual(['bureau9', 'bureau2', 'bureau3']);
    bench.sendBack(day(3), 'dept2', ['b']);
    expect(turn(bench, 'b')).toEqual(['clerk9']);
  });

  it('leaves an approval as given', () => {
    const bench = new Bench(all);
    bench.submit(day(0), 'a');
    bench.approve(day(1), 'bureau1', 'a');
    leave(bench, 'bureau1', 'bureau9');
    expect(turn(bench, 'a')).toEqual(['bureau2', 'bureau3']);
  });

  it('to somebody who has approved already decides the step instead of leaving it to nobody', () => {
    const bench = new Bench();
    const chain = [...all.chain, { step: 'sector', who: 'sectorOffice' as const, rule: 'any' as const }];
    const two = new Bench({ chain, seats: { debtor: ['unit'], performanceOffice: ['bureau1', 'bureau2'], sectorOffice: ['sector'] } });
    two.submit(day(0), 'a');
    two.approve(day(1), 'bureau1', 'a');
    leave(two, 'bureau2', 'bureau1');
    expect(two.status('a')).toBe('sector');
    expect(two.told.at(-1)?.slice(0, 2)).toEqual(['review-due', 'sector']);
    expect(() => leave(bench, 'unit', 'unit')).toThrow('SAME_PERSON');
  });

  it('of a stand-in passes the standing in on', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a');
    bench.ask(day(0), 'delegate', { actor: 'dept1', from: 'dept1', to: 'deputy', fromOn: '2023-09-11', untilOn: '2023-09-12' });
    leave(bench, 'deputy', 'deputy9');
    bench.approve(at('2023-09-11'), 'deputy9', 'a');
    expect(bench.status('a')).toBe('performanceOffice');
  });
});

describe('other people in a seat', () => {
  const reseat = (bench: Bench, seat: 'debtor' | 'department' | 'performanceOffice', ...people: string[]) =>
    bench.ask(day(2), 'reseat', { actor: null, seat, people });

  it('take over what waits there, and are told', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a');
    reseat(bench, 'department', 'dept2', 'dept9');
    expect(turn(bench, 'a')).toEqual(['dept2', 'dept9']);
    expect(bench.told.at(-1)?.slice(0, 2)).toEqual(['assigned', 'dept9']);
  });

  it('are not needed where all who stay have approved', () => {
    const bench = new Bench(all);
    bench.submit(day(0), 'a');
    bench.approve(day(1), 'bureau1', 'a');
    reseat(bench, 'performanceOffice', 'bureau1');
    expect(bench.status('a')).toBe('approved');
    expect(bench.told.at(-1)?.slice(0, 2)).toEqual(['decided', 'unit']);
  });

  it('leave a document with those outside the seat to whom it was transferred', () => {
    const bench = new Bench({ seats: { debtor: ['unit', 'clerk'], department: ['dept1'], performanceOffice: ['bureau1'] } });
    bench.ask(day(0), 'transfer', { actor: 'unit', documents: [{ id: 'a' }], to: 'other', reason: '分工' });
    bench.ask(day(1), 'submit', { actor: 'clerk', documents: [{ id: 'a' }] });
    reseat(bench, 'debtor', 'unit2');
    expect(turn(bench, 'b')).toEqual(['unit2']);
    bench.sendBack(day(3), 'dept1', ['a']);
    expect(turn(bench, 'a')).toEqual(['other']);
  });
});

describe('taking documents out', () => {
  it('is the bureau’s, with a reason, and whoever owed them is told', () => {
    const bench = new Bench();
    const cancel = (actor: string | null, reason = '项目撤销') => bench.ask(day(1), 'cancel', { actor, documents: [{ id: 'a' }], reason });
    expect(() => cancel('unit')).toThrow('NOT_PERMITTED');
    expect(() => cancel(null, '')).toThrow('REASON_REQUIRED');
    cancel('bureau1');
    expect(bench.status('a')).toBe('cancelled');
    expect(bench.told.at(-1)?.slice(0, 2)).toEqual(['cancelled', 'unit']);
    expect(refusalOf(cancel('bureau1'))).toBe('ALREADY_CLOSED');
    bench.ask(day(2), 'cancel', { actor: null, documents: [{ id: 'b' }], reason: '项目撤销' });
    expect(bench.state.status).toBe('closed');
    expect(bench.tick(at('2023-10-31'))).toEqual([]);
  });
});
