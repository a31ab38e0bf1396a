import { at, autumn2023, Bench, refusalOf } from './sample.js';
import { nextWake } from './tick.js';

const told = (bench: Bench, kind: string) => bench.told.filter(([it]) => it === kind).map(([, to, key]) => `${key} ${to}`);

describe('the ladder of a deadline', () => {
  it('stands on working days, swapped Saturdays and Sundays included', () => {
    const { rungs } = new Bench().state.deadline;
    expect(rungs.map(({ day, on }) => [day, on])).toEqual([
      [-7, '2023-09-28'],
      [-3, '2023-10-10'],
      [0, '2023-10-13'],
      [1, '2023-10-16'],
      [3, '2023-10-18'],
      [5, '2023-10-20'],
    ]);
    expect(new Bench({ dueOn: '2023-10-09' }).state.deadline.rungs[1]?.on).toBe('2023-09-28');
  });

  it('ends its day at 24:00 in Shanghai, or at the hour of the plan', () => {
    expect(new Date(new Bench().state.deadline.dueAt).toISOString()).toBe('2023-10-13T16:00:00.000Z');
    expect(new Date(new Bench({ dayEndsAt: '17:30' }).state.deadline.dueAt).toISOString()).toBe('2023-10-13T09:30:00.000Z');
  });

  it('reminds and escalates each rung once, and says nothing when asked again', () => {
    const bench = new Bench();
    bench.tick(at('2023-10-31'));
    expect(bench.tick(at('2023-10-31'))).toEqual([]);
    expect(bench.told.map(([kind, to, key]) => `${key} ${kind} ${to}`)).toEqual([
      'd1:-7@09:00 reminder unit',
      'd1:-3@09:00 reminder unit',
      'd1:0@09:00 reminder unit',
      'd1:1@09:00 overdue unit',
      'd1:1@09:00 overdue dept1',
      'd1:1@09:00 overdue dept2',
      'd1:3@09:00 escalation sector',
      'd1:5@09:00 circulation supervisor',
    ]);
    expect(nextWake(bench.state)).toBeNull();
  });

  it('leaves out rungs that lie before the opening', () => {
    const bench = new Bench({ opensAt: at('2023-10-09') });
    expect(bench.rungs).toMatchObject({ '-7': 'lapsed', '-3': 'ahead' });
  });

  it('keeps two rungs of one day apart', () => {
    const bench = new Bench({
      ladder: [
        { day: 0, at: '09:00', remind: ['debtor'] },
        { day: 0, at: '16:00', remind: ['debtor'] },
      ],
    });
    bench.tick(at('2023-10-13', '10:00'));
    expect(bench.state.deadline.rungs.map(({ state }) => state)).toEqual(['sent', 'ahead']);
    bench.tick(at('2023-10-13', '16:00'));
    expect(new Set(bench.told.map(([, , key]) => key)).size).toBe(2);
  });

  it('tells a person who sits in several seats of a rung once', () => {
    const bench = new Bench({
      ladder: [{ day: 1, remind: ['debtor', 'department'], escalate: ['sectorOffice'] }],
      seats: { debtor: ['x'], department: ['x'], sectorOffice: ['x'] },
    });
    bench.tick(at('2023-10-17'));
    expect(bench.told).toEqual([['escalation', 'x', 'd1:1@09:00']]);
  });

  it('reminds only those who still owe', () => {
    const bench = new Bench({ seats: { debtor: ['unit', 'clerk'], department: ['dept1'], performanceOffice: ['bureau1'] } });
    bench.ask(at('2023-09-05'), 'transfer', { actor: 'clerk', documents: [{ id: 'b' }], to: 'other', reason: '分工' });
    bench.submit(at('2023-09-06'), 'a');
    bench.tick(at('2023-09-28'));
    expect(told(bench, 'reminder')).toEqual(['d1:-7@09:00 unit', 'd1:-7@09:00 other']);
  });
});

describe('what the ladder missed while nothing was owed', () => {
  it('is said at once, and once, after a withdrawal', () => {
    const bench = new Bench();
    bench.submit(at('2023-09-05'), 'a', 'b');
    expect(nextWake(bench.state)).toBeNull();
    bench.tick(at('2023-10-11'));
    expect(bench.told.filter(([kind]) => kind === 'reminder')).toEqual([]);
    bench.ask(at('2023-10-11'), 'withdraw', { actor: 'unit', documents: [{ id: 'a' }] });
    expect(told(bench, 'reminder')).toEqual(['d1:-7@09:00 unit', 'd1:-3@09:00 unit']);
    bench.submit(at('2023-10-11', '11:00'), 'a');
    bench.ask(at('2023-10-11', '12:00'), 'withdraw', { actor: 'unit', documents: [{ id: 'a' }] });
    expect(told(bench, 'reminder')).toHaveLength(2);
    expect(bench.rungs).toMatchObject({ '-7': 'sent', '-3': 'sent', 0: 'ahead' });
  });

  it('is said once after a return that comes behind the deadline', () => {
    const bench = new Bench();
    bench.submit(at('2023-10-09'), 'a', 'b');
    bench.sendBack(at('2023-10-17'), 'dept1', ['a']);
    expect(told(bench, 'overdue')).toEqual(['d1:1@09:00 unit', 'd1:1@09:00 dept1', 'd1:1@09:00 dept2']);
    bench.submit(at('2023-10-17', '11:00'), 'a');
    bench.sendBack(at('2023-10-17', '12:00'), 'dept1', ['a']);
    expect(told(bench, 'overdue')).toHaveLength(3);
    expect(bench.rungs).toMatchObject({ 1: 'sent', 3: 'ahead' });
  });

  it('is untouched by a transfer', () => {
    const bench = new Bench();
    bench.tick(at('2023-10-10'));
    const before = bench.state.deadline;
    bench.ask(at('2023-10-10', '11:00'), 'transfer', { actor: 'unit', documents: [{ id: 'a' }], to: 'clerk', reason: '出差' });
    expect(bench.state.deadline).toEqual(before);
    bench.tick(at('2023-10-13'));
    expect(told(bench, 'reminder').slice(-2)).toEqual(['d1:0@09:00 clerk', 'd1:0@09:00 unit']);
  });
});

describe('an extension', () => {
  const ask = (bench: Bench, now: number, dueOn = '2023-10-27') =>
    bench.ask(now, 'requestExtension', { actor: 'unit', dueOn, reason: '审计未完' });
  const decided = (bench: Bench, now: number, more: object) =>
    bench.ask(now, 'decideExtension', { actor: 'bureau1', grant: true, reason: '同意', ...more });

  it('changes nothing until it is decided, and the performance office is told', () => {
    const bench = new Bench();
    ask(bench, at('2023-10-11'));
    expect(bench.state.deadline.serial).toBe(1);
    expect(told(bench, 'extension-asked')).toHaveLength(3);
    expect(() => ask(bench, at('2023-10-11'))).toThrow('EXTENSION_PENDING');
  });

  it('is a new deadline with a ladder of its own; rungs of the old one that were ahead fall away', () => {
    const bench = new Bench();
    bench.tick(at('2023-10-10'));
    ask(bench, at('2023-10-11'));
    decided(bench, at('2023-10-12'), {});
    expect(bench.state.deadline).toMatchObject({ serial: 2, dueOn: '2023-10-27' });
    bench.tick(at('2023-11-30'));
    expect(told(bench, 'reminder')).toEqual([
      'd1:-7@09:00 unit',
      'd1:-3@09:00 unit',
      'd2:-7@09:00 unit',
      'd2:-3@09:00 unit',
      'd2:0@09:00 unit',
    ]);
    expect(bench.told.filter(([, , key]) => key.startsWith('d1:1'))).toEqual([]);
  });

  it('of a passed deadline can be asked for and granted, and its past rungs stay past', () => {
    const bench = new Bench();
    bench.tick(at('2023-10-17'));
    ask(bench, at('2023-10-17'));
    decided(bench, at('2023-10-18', '10:00'), {});
    expect(bench.rungs).toEqual({ '-7': 'lapsed', '-3': 'ahead', 0: 'ahead', 1: 'ahead', 3: 'ahead', 5: 'ahead' });
    expect(told(bench, 'escalation')).toEqual(['d1:3@09:00 sector']);
    expect(told(bench, 'overdue')).toHaveLength(3);
  });

  it('may be granted for another later day, never for one that is not later', () => {
    const bench = new Bench();
    ask(bench, at('2023-10-11'));
    expect(() => decided(bench, at('2023-10-11'), { dueOn: '2023-10-12' })).toThrow('NOT_LATER');
    decided(bench, at('2023-10-11'), { dueOn: '2023-10-20' });
    expect(bench.state.deadline.dueOn).toBe('2023-10-20');
    expect(() => ask(bench, at('2023-10-11'), '2023-10-20')).toThrow('NOT_LATER');
    expect(() => ask(bench, at('2023-12-01'), '2023-11-20')).toThrow('NOT_LATER');
  });

  it('that is refused leaves deadline and ladder as they are, and says why', () => {
    const bench = new Bench();
    ask(bench, at('2023-10-11'));
    expect(() => decided(bench, at('2023-10-12'), { grant: false, reason: ' ' })).toThrow('REASON_REQUIRED');
    expect(() => bench.ask(at('2023-10-12'), 'decideExtension', { actor: 'unit', grant: true, reason: '好' })).toThrow('NOT_PERMITTED');
    decided(bench, at('2023-10-12'), { grant: false, reason: '不符合条件' });
    expect(bench.state.deadline).toMatchObject({ serial: 1, dueOn: '2023-10-13' });
    expect(bench.rungs).toMatchObject({ '-3': 'sent', 0: 'ahead' });
    expect(() => decided(bench, at('2023-10-12'), {})).toThrow('NO_EXTENSION_PENDING');
  });
});

describe('a deadline that the bureau moves', () => {
  it('settles a pending request and tells every owner', () => {
    const bench = new Bench();
    bench.ask(at('2023-10-11'), 'requestExtension', { actor: 'unit', dueOn: '2023-10-27', reason: '审计未完' });
    bench.ask(at('2023-10-11'), 'moveDeadline', { actor: null, dueOn: '2023-10-20', reason: '全区顺延' });
    expect(bench.state).toMatchObject({ extension: null, deadline: { serial: 2, dueOn: '2023-10-20' } });
    expect(told(bench, 'deadline-moved')).toHaveLength(1);
    expect(() => bench.ask(at('2023-10-23'), 'moveDeadline', { actor: null, dueOn: '2023-10-20', reason: 'x' })).toThrow('NOT_LATER');
  });
});

describe('a new version of the calendar', () => {
  it('moves the instants of the same deadline and sends nothing twice', () => {
    const bench = new Bench();
    bench.tick(at('2023-09-28'));
    const calendar = autumn2023('cn-2023@2', [], []);
    bench.ask(at('2023-10-05'), 'recalendar', { actor: null, calendar, reason: '国务院办公厅通知更正' });
    expect(bench.state.deadline.serial).toBe(1);
    expect(bench.state.deadline.rungs.map(({ on }) => on).slice(0, 2)).toEqual(['2023-10-04', '2023-10-10']);
    bench.tick(at('2023-10-10'));
    expect(told(bench, 'reminder')).toEqual(['d1:-7@09:00 unit', 'd1:-3@09:00 unit']);
    expect(bench.transitions.find(({ type }) => type === 'recalendar')?.detail).toEqual({
      calendar: 'cn-2023@2',
      reason: '国务院办公厅通知更正',
    });
  });

  it('says at once what by the new instants is past already', () => {
    const bench = new Bench({ opensAt: at('2023-09-28', '08:00') });
    bench.ask(at('2023-10-09', '10:00'), 'recalendar', {
      actor: null,
      calendar: autumn2023('cn-2023@2', [], ['2023-09-30', '2023-10-01']),
      reason: '更正',
    });
    bench.tick(at('2023-10-09', '10:00'));
    expect(bench.rungs['-7']).toBe('sent');
  });
});

describe('reminding by hand', () => {
  it('reaches whoever has the turn, with one key a day', () => {
    const bench = new Bench();
    bench.submit(at('2023-09-05'), 'a');
    bench.ask(at('2023-09-06'), 'remind', { actor: 'bureau1', documents: [{ id: 'a' }, { id: 'b' }] });
    bench.ask(at('2023-09-06', '15:00'), 'remind', { actor: 'bureau1', documents: [{ id: 'b' }] });
    expect(told(bench, 'reminder')).toEqual([
      'remind:2023-09-06 dept1',
      'remind:2023-09-06 dept2',
      'remind:2023-09-06 unit',
      'remind:2023-09-06 unit',
    ]);
    expect(() => bench.ask(at('2023-09-06'), 'remind', { actor: 'stranger', documents: [{ id: 'b' }] })).toThrow('NOT_PERMITTED');
  });

  it('is refused where nobody has the turn', () => {
    const bench = new Bench({ seats: { debtor: ['unit'] } });
    bench.submit(at('2023-09-05'), 'a');
    expect(refusalOf(bench.ask(at('2023-09-06'), 'remind', { actor: 'unit', documents: [{ id: 'a' }] }))).toBe('NOBODY_TO_REMIND');
  });
});
