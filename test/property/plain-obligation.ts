import { dayAt, instant, plusWorkingDays } from './plain-days.js';

/** What a scenario is made of; the machine's input is made from the same. */
export interface Scenario {
  readonly documents: readonly string[];
  readonly dueOn: string;
  readonly opensOn: string;
  readonly rungs: readonly { readonly day: number; readonly hour: number }[];
  readonly steps: readonly {
    readonly name: string;
    readonly seat: 'department' | 'performanceOffice';
    readonly needs: 'any' | 'all' | number;
    readonly within: number | null;
    readonly onLimit: 'remind' | 'approve' | 'return';
  }[];
  readonly silence: 'none' | 'consent' | 'return';
  readonly seats: { readonly [seat: string]: readonly string[] };
}

interface Paper {
  status: string;
  step: number;
  round: number;
  owners: string[] | null;
  filedBy: string | null;
  reviewers: string[];
  added: string[];
  approvals: string[];
  limit: { from: string; at: number; over: boolean } | null;
  spared: number;
}

const FINAL = ['approved', 'rejected', 'cancelled', 'consented', 'lapsed'];
const swap = (list: readonly string[], from: string, to: string): string[] => [...new Set(list.map((it) => (it === from ? to : it)))];

/**
 * The obligation as one would write it on a page, with variables that are overwritten. It shares no code with `libs/domain/obligation`;
 * where both say the same, both would have to be wrong in the same way.
 */
export class PlainObligation {
  papers: Record<string, Paper> = {};
  serial = 1;
  dueOn: string;
  /** Rungs that lie before it lapsed with the making of the deadline, by the calendar of that day. */
  rungs: { day: number; hour: number; at: number; gone: boolean; spoken: boolean }[] = [];
  asked: string | null = null;
  away: { from: string; to: string; start: number; end: number }[] = [];
  holidays: string[] = [];
  seats: Record<string, string[]>;
  spoken: string[] = [];
  now: number;

  constructor(readonly it: Scenario) {
    this.seats = Object.fromEntries(Object.entries(it.seats).map(([seat, people]) => [seat, [...people]]));
    this.dueOn = it.dueOn;
    this.now = instant(it.opensOn, 0);
    for (const id of it.documents)
      this.papers[id] = { status: 'open', ...this.outside(), round: 0, owners: null, filedBy: null, spared: 0 };
    this.newLadder();
  }

  private outside = () => ({ step: -1, reviewers: [] as string[], added: [] as string[], approvals: [] as string[], limit: null });

  get dueAt(): number {
    return instant(this.dueOn, 24);
  }

  get closed(): boolean {
    return Object.values(this.papers).every(({ status }) => FINAL.includes(status));
  }

  private newLadder(): void {
    this.rungs = this.it.rungs
      .map(({ day, hour }) => ({
        day,
        hour,
        at: instant(plusWorkingDays(this.dueOn, day, this.holidays), hour),
        spoken: false,
        gone: false,
      }))
      .sort((a, b) => a.at - b.at);
    for (const rung of this.rungs) rung.gone = rung.at < this.now;
  }

  withDebtor(paper: Paper): boolean {
    return paper.status === 'open' || paper.status === 'returned';
  }

  owners(paper: Paper): string[] {
    return paper.owners ?? this.seats['debtor']!;
  }

  turn(paper: Paper): string[] {
    if (this.withDebtor(paper)) return this.owners(paper);
    if (paper.status !== 'in-review') return [];
    return [...paper.reviewers, ...paper.added].filter((it) => !paper.approvals.includes(it));
  }

  /** For whom of `people` somebody may act now, or null. */
  for(actor: string, people: readonly string[]): string | null {
    if (people.includes(actor)) return actor;
    return this.away.find((it) => it.to === actor && people.includes(it.from) && it.start <= this.now && this.now < it.end)?.from ?? null;
  }

  private limitFrom(step: number, from: string): Paper['limit'] {
    const { within } = this.it.steps[step]!;
    return within === null ? null : { from, at: instant(plusWorkingDays(from, within, this.holidays), 24), over: false };
  }

  private enter(paper: Paper, step: number): void {
    Object.assign(paper, this.outside());
    const spec = this.it.steps[step];
    if (!spec) {
      paper.status = 'approved';
      return;
    }
    const seated = this.seats[spec.seat]!;
    const others = seated.filter((person) => person !== paper.filedBy);
    paper.status = 'in-review';
    paper.step = step;
    paper.reviewers = others.length > 0 ? others : [...seated];
    paper.limit = this.limitFrom(step, dayAt(this.now));
  }

  private leave(paper: Paper, status: string): void {
    Object.assign(paper, this.outside(), { status });
  }

  private giveBack(paper: Paper): void {
    this.leave(paper, 'returned');
    paper.spared = this.dueAt <= this.now ? this.serial : 0;
  }

  private settle(paper: Paper): void {
    if (paper.status !== 'in-review' || paper.approvals.length === 0) return;
    const { needs } = this.it.steps[paper.step]!;
    const own = paper.reviewers.filter((person) => paper.approvals.includes(person)).length;
    const enough = needs === 'any' ? 1 : needs === 'all' ? paper.reviewers.length : Math.min(needs, paper.reviewers.length);
    if (own >= enough && paper.added.every((person) => paper.approvals.includes(person))) this.enter(paper, paper.step + 1);
  }

  /** The clock goes on to `now`; whatever it passes happens in the order of the instants. */
  clock(now: number): void {
    this.now = now;
    for (;;) {
      if (this.closed) return;
      const papers = Object.values(this.papers);
      const limits = papers.filter(({ limit }) => limit && !limit.over && limit.at <= now);
      const limit = Math.min(...limits.map((paper) => paper.limit!.at));
      const waiting = papers.filter((paper) => this.withDebtor(paper));
      const rung = waiting.length > 0 ? this.rungs.find((one) => !one.spoken && !one.gone && one.at <= now) : undefined;
      const silent =
        this.it.silence === 'none' || this.asked || this.dueAt > now ? [] : waiting.filter(({ spared }) => spared !== this.serial);
      const silence = silent.length > 0 ? this.dueAt : Infinity;
      const first = Math.min(limit, rung?.at ?? Infinity, silence);
      if (first === Infinity) return;
      if (limit === first) this.limitOver(limits, limits.find((paper) => paper.limit!.at === first)!.step);
      else if (rung?.at === first) this.speak(rung);
      else for (const paper of silent) this.leave(paper, this.it.silence === 'consent' ? 'consented' : 'lapsed');
    }
  }

  private speak(rung: { day: number; hour: number; spoken: boolean }): void {
    rung.spoken = true;
    this.spoken.push(`${String(this.serial)}/${String(rung.day)}/${String(rung.hour)}`);
  }

  private limitOver(papers: readonly Paper[], step: number): void {
    for (const paper of papers.filter((it) => it.step === step)) {
      const meaning = this.it.steps[step]!.onLimit;
      if (meaning === 'approve') this.enter(paper, step + 1);
      else if (meaning === 'return') this.giveBack(paper);
      else paper.limit!.over = true;
    }
  }

  submit(paper: Paper, actor: string): void {
    if (!this.withDebtor(paper) || !this.for(actor, this.owners(paper))) return;
    paper.round += 1;
    paper.filedBy = actor;
    this.enter(paper, 0);
  }

  withdraw(paper: Paper, actor: string): void {
    if (paper.status === 'in-review' && this.for(actor, this.owners(paper))) this.leave(paper, 'open');
  }

  review(paper: Paper, actor: string, verdict: string, to: string | null): void {
    const person = paper.status === 'in-review' ? this.for(actor, this.turn(paper)) : null;
    if (person === null) return;
    if (verdict === 'reject') this.leave(paper, 'rejected');
    else if (verdict === 'approve') {
      if (paper.filedBy === actor) return;
      paper.approvals.push(person);
      this.settle(paper);
    } else if (to === null) this.giveBack(paper);
    else {
      const step = this.it.steps.findIndex(({ name }) => name === to);
      if (step >= 0 && step < paper.step) this.enter(paper, step);
    }
  }

  transfer(paper: Paper, actor: string, to: string): void {
    const from = this.for(actor, this.turn(paper));
    if (FINAL.includes(paper.status) || from === null || this.turn(paper).includes(to)) return;
    if (this.withDebtor(paper)) paper.owners = swap(this.owners(paper), from, to);
    else if (paper.filedBy !== to && !paper.approvals.includes(to)) {
      paper.reviewers = swap(paper.reviewers, from, to);
      paper.added = swap(paper.added, from, to);
    }
  }

  addReviewer(paper: Paper, actor: string, person: string): void {
    const people = [...paper.reviewers, ...paper.added];
    if (paper.status !== 'in-review' || !this.for(actor, people) || people.includes(person) || paper.filedBy === person) return;
    paper.added.push(person);
  }

  cancel(paper: Paper): void {
    if (!FINAL.includes(paper.status)) this.leave(paper, 'cancelled');
  }

  requestExtension(actor: string, dueOn: string): void {
    const everybody = Object.values(this.papers).flatMap((paper) => (FINAL.includes(paper.status) ? [] : this.owners(paper)));
    if (this.asked || dueOn <= this.dueOn || instant(dueOn, 24) <= this.now || !this.for(actor, everybody)) return;
    this.asked = dueOn;
  }

  decideExtension(actor: string, grant: boolean): void {
    if (!this.asked || !this.for(actor, this.seats['performanceOffice']!)) return;
    if (grant && instant(this.asked, 24) <= this.now) return;
    if (grant) this.newDeadline(this.asked);
    this.asked = null;
  }

  moveDeadline(dueOn: string): void {
    if (instant(dueOn, 24) <= this.now) return;
    this.newDeadline(dueOn);
    this.asked = null;
  }

  private newDeadline(dueOn: string): void {
    this.dueOn = dueOn;
    this.serial += 1;
    this.newLadder();
  }

  recalendar(holidays: readonly string[]): void {
    this.holidays = [...holidays];
    for (const rung of this.rungs) rung.at = instant(plusWorkingDays(this.dueOn, rung.day, holidays), rung.hour);
    this.rungs.sort((a, b) => a.at - b.at);
    for (const paper of Object.values(this.papers)) {
      if (paper.limit && !paper.limit.over) paper.limit = this.limitFrom(paper.step, paper.limit.from);
    }
  }

  delegate(from: string, to: string, fromOn: string, untilOn: string): void {
    const [start, end] = [instant(fromOn, 0), instant(untilOn, 24)];
    if (from === to || end <= start || end <= this.now) return;
    const clash = (it: { from: string; start: number; end: number }) => it.from === from && it.start < end && start < it.end;
    this.away = [...this.away.filter((it) => it.end > this.now && !clash(it)), { from, to, start, end }];
  }

  handover(from: string, to: string): void {
    if (from === to) return;
    for (const seat of Object.keys(this.seats)) this.seats[seat] = swap(this.seats[seat]!, from, to);
    this.away = this.away.map((it) => (it.to === from ? { ...it, to } : it)).filter((it) => it.from !== it.to);
    for (const paper of Object.values(this.papers)) {
      if (FINAL.includes(paper.status)) continue;
      if (paper.owners) paper.owners = swap(paper.owners, from, to);
      if (!paper.approvals.includes(from)) {
        paper.reviewers = swap(paper.reviewers, from, to);
        paper.added = swap(paper.added, from, to);
      }
      this.settle(paper);
    }
  }

  reseat(seat: string, people: readonly string[]): void {
    const before = this.seats[seat]!;
    const left = before.filter((it) => !people.includes(it));
    const come = people.filter((it) => !before.includes(it));
    this.seats[seat] = [...people];
    for (const paper of Object.values(this.papers)) {
      if (FINAL.includes(paper.status)) continue;
      if (seat === 'debtor' && paper.owners) {
        paper.owners = paper.owners.filter((it) => !left.includes(it));
        if (paper.owners.length === 0) paper.owners = null;
      }
      if (paper.status !== 'in-review' || this.it.steps[paper.step]!.seat !== seat) continue;
      const stay = paper.reviewers.filter((it) => !left.includes(it) || paper.approvals.includes(it));
      const reviewers = [...stay, ...come.filter((it) => it !== paper.filedBy && !stay.includes(it))];
      if (reviewers.length > 0) paper.reviewers = reviewers;
      this.settle(paper);
    }
  }
}
