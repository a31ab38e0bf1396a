import fc from 'fast-check';
import { packCalendar } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { ObligationInput } from '#domain/obligation/state.js';
import { instant, isWorking, plusDays } from './plain-days.js';
import type { Scenario } from './plain-obligation.js';

const FIRST = '2023-01-02';

export const calendarOf = (holidays: readonly string[]): Calendar => {
  const days = Array.from({ length: 1_460 }, (_, i) => plusDays(FIRST, i));
  const working = days.map((day) => isWorking(day, holidays));
  return packCalendar({ version: `test-${String(holidays.length)}`, firstDay: FIRST, beginsAt: instant(FIRST, 0) }, working);
};

const PLAIN = calendarOf([]);

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

export const inputOf = (it: Scenario, id = 'o'): ObligationInput => ({
  id,
  kind: 'target-filing',
  documents: it.documents,
  dueOn: it.dueOn,
  dayEndsAt: '24:00',
  ladder: it.rungs.map(({ day, hour }) => ({ day, at: clock(hour), remind: ['debtor'], escalate: day > 0 ? ['department'] : [] })),
  chain: it.steps.map(({ name, seat, needs, within, onLimit }) => ({
    step: name,
    who: seat,
    rule: typeof needs === 'number' ? { quorum: needs } : needs,
    onLimit,
    ...(within === null ? {} : { within }),
  })),
  silence: it.silence,
  calendar: PLAIN,
  seats: it.seats,
  opensAt: instant(it.opensOn, 0),
  parent: null,
});

const step = fc.record({
  seat: fc.constantFrom('department' as const, 'performanceOffice' as const),
  needs: fc.constantFrom('any' as const, 'all' as const, 2),
  within: fc.option(fc.integer({ min: 1, max: 6 })),
  onLimit: fc.constantFrom('remind' as const, 'approve' as const, 'return' as const),
});

const rung = fc.record({ day: fc.integer({ min: -8, max: 6 }), hour: fc.constantFrom(0, 9, 16) });

/** Obligations small enough to be read when one fails; `u2` sits with the debtor and in its department. */
export const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    count: fc.integer({ min: 1, max: 3 }),
    dueIn: fc.integer({ min: 1, max: 30 }),
    rungs: fc.uniqueArray(rung, { maxLength: 5, selector: ({ day, hour }) => `${String(day)}/${String(hour)}` }),
    steps: fc.array(step, { maxLength: 3 }),
    silence: fc.constantFrom('none' as const, 'none' as const, 'consent' as const, 'return' as const),
    small: fc.boolean(),
  })
  .map(({ count, dueIn, rungs, steps, silence, small }) => ({
    documents: ['a', 'b', 'c'].slice(0, count),
    opensOn: '2023-09-04',
    dueOn: plusDays('2023-09-04', dueIn),
    rungs: [...rungs].sort((a, b) => a.day - b.day || a.hour - b.hour),
    steps: steps.map((it, i) => ({ ...it, name: `step${String(i)}` })),
    silence,
    seats: { debtor: ['u1', 'u2'], department: small ? ['u2'] : ['u2', 'd1', 'd2'], performanceOffice: ['b1', 'b2', 'b3'] },
  }));

export const PEOPLE = ['u1', 'u2', 'd1', 'd2', 'b1', 'b2', 'b3', 'x'] as const;

const person = fc.constantFrom(...PEOPLE);
const some = fc.subarray(['a', 'b', 'c', 'zz'], { minLength: 1 });
/** Mostly somebody who may, as the scenario stands then: `pick` chooses among them. */
const who = fc.record({ honest: fc.integer({ min: 0, max: 9 }).map((it) => it < 8), pick: fc.nat(7), person });
const days = fc.integer({ min: -3, max: 40 });

/** What may happen to an obligation, chosen before it is known how things stand. */
export const operation = fc.oneof(
  { weight: 8, arbitrary: fc.record({ op: fc.constant('advance' as const), hours: fc.integer({ min: 0, max: 120 }) }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('wake' as const), early: fc.boolean() }) },
  { weight: 10, arbitrary: fc.record({ op: fc.constant('submit' as const), some, who }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('withdraw' as const), some, who }) },
  { weight: 14, arbitrary: fc.record({ op: fc.constant('approve' as const), some, who, stale: fc.nat(9) }) },
  {
    weight: 6,
    arbitrary: fc.record({ op: fc.constant('return' as const), some, who, to: fc.constantFrom(null, 'step0', 'step1', 'step9') }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('reject' as const), some, who }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('transfer' as const), some, who, to: person }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('addReviewer' as const), some, who, to: person }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('cancel' as const), some }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('remind' as const), some }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('requestExtension' as const), person: fc.constantFrom('u1', 'u2', 'x'), days }) },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constant('decideExtension' as const), person: fc.constantFrom('b1', 'u1'), grant: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('moveDeadline' as const), days }) },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('delegate' as const),
      from: person,
      to: person,
      days: fc.integer({ min: -2, max: 5 }),
      length: fc.integer({ min: -1, max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('handover' as const), from: person, to: person }) },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('reseat' as const),
      seat: fc.constantFrom('debtor' as const, 'department' as const, 'performanceOffice' as const),
      people: fc.subarray([...PEOPLE], { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('recalendar' as const),
      holidays: fc.subarray(['2023-09-11', '2023-09-12', '2023-09-20', '2023-09-29', '2023-10-02']),
    }),
  },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('again' as const), back: fc.nat(5) }) },
  { weight: 6, arbitrary: fc.record({ op: fc.constant('record' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant('crash' as const),
      how: fc.constantFrom('recorded twice' as const, 'rebuilt' as const, 'cut' as const),
    }),
  },
);

export type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;
