import { addDays, instantOf, packCalendar } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { Command, CommandName, Commands } from './command.js';
import { decide } from './decide.js';
import type { Answered } from './decide.js';
import { open } from './open.js';
import type { ObligationInput, ObligationState } from './state.js';
import { tick } from './tick.js';
import type { Notice, NoticeKind, Transition } from './transition.js';

const HOLIDAYS = ['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'];
const SWAPPED = ['2023-10-07', '2023-10-08'];

/** June 2023 to March 2024; of the holidays only the National Day week with its two swapped working days. */
export const autumn2023 = (version = 'cn-2023@1', holidays = HOLIDAYS, swapped = SWAPPED): Calendar => {
  const firstDay = '2023-06-01';
  const days = Array.from({ length: 304 }, (_, i) => addDays(firstDay, i));
  const weekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const working = days.map((day) => swapped.includes(day) || (weekday(day) && !holidays.includes(day)));
  return packCalendar({ version, firstDay, beginsAt: Date.parse(`${firstDay}T00:00:00+08:00`) }, working);
};

export const CALENDAR = autumn2023();

/** `at('2023-10-15', '09:00')`: an instant in Asia/Shanghai, ms. */
export const at = (day: string, clock = '10:00'): number => instantOf(CALENDAR, day, clock);

/** Due on 13 October 2023, a Friday after the holiday week; the standard ladder; department then bureau. */
export const sampleInput = (more: Partial<ObligationInput> = {}): ObligationInput => ({
  id: 'o1',
  kind: 'target-filing',
  documents: ['a', 'b'],
  dueOn: '2023-10-13',
  dayEndsAt: '24:00',
  ladder: [
    { day: -7, remind: ['debtor'] },
    { day: -3, remind: ['debtor'] },
    { day: 0, at: '09:00', remind: ['debtor'] },
    { day: 1, remind: ['debtor', 'department'] },
    { day: 3, escalate: ['sectorOffice'] },
    { day: 5, escalate: ['supervision'], notice: 'circulation' },
  ],
  chain: [
    { step: 'department', who: 'department', rule: 'any' },
    { step: 'performanceOffice', who: 'performanceOffice', rule: 'any' },
  ],
  silence: 'none',
  calendar: CALENDAR,
  seats: {
    debtor: ['unit'],
    department: ['dept1', 'dept2'],
    sectorOffice: ['sector'],
    performanceOffice: ['bureau1', 'bureau2', 'bureau3'],
    supervision: ['supervisor'],
  },
  opensAt: at('2023-09-01', '00:00'),
  parent: null,
  ...more,
});

type Told = readonly [kind: NoticeKind, to: string, key: string];

/** An obligation driven by hand: keeps state, transitions and what people were told. */
export class Bench {
  state: ObligationState;
  readonly transitions: Transition[] = [];
  private asked = 0;

  constructor(more: Partial<ObligationInput> = {}) {
    this.state = open(sampleInput(more));
  }

  /** Asks a command; the documents may be given by id. */
  ask<N extends CommandName>(now: number, name: N, command: Partial<Commands[N]> & object): Answered {
    this.asked += 1;
    const answered = decide(this.state, { requestId: `r${String(this.asked)}`, name, ...command } as unknown as Command, now);
    this.state = answered.state;
    this.transitions.push(...answered.transitions);
    return answered;
  }

  tick(now: number): readonly Transition[] {
    const { state, transitions } = tick(this.state, now);
    this.state = state;
    this.transitions.push(...transitions);
    return transitions;
  }

  submit(now: number, ...ids: string[]): Answered {
    return this.ask(now, 'submit', { actor: 'unit', documents: ids.map((id) => ({ id })) });
  }

  approve(now: number, actor: string, ...ids: string[]): Answered {
    return this.ask(now, 'review', { actor, verdict: 'approve', documents: ids.map((id) => ({ id })) });
  }

  sendBack(now: number, actor: string, ids: readonly string[], to?: string): Answered {
    const command = { actor, verdict: 'return' as const, documents: ids.map((id) => ({ id })), reasons: [{ text: '指标不清' }] };
    return this.ask(now, 'review', to === undefined ? command : { ...command, to });
  }

  status(id: string): string {
    const { status, step } = this.state.documents[id]!;
    return status === 'in-review' ? this.state.chain[step]!.step : status;
  }

  /** Rungs of the present deadline by day. */
  get rungs(): Record<string, string> {
    return Object.fromEntries(this.state.deadline.rungs.map(({ day, state }) => [day, state]));
  }

  get told(): Told[] {
    return this.transitions.flatMap(({ notices }) => toldBy(notices));
  }
}

/** Each recipient of each notice. */
export const toldBy = (notices: readonly Notice[]): Told[] =>
  notices.flatMap(({ kind, to, key }) => to.map((person) => [kind, person, key] as const));

/** The code of the only refusal among the answers. */
export const refusalOf = ({ answers }: Answered): string | undefined => answers.find(({ outcome }) => outcome === 'refused')?.refusal?.code;
