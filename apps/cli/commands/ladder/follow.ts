import { simulate } from '#domain/obligation/simulate.js';
import type { Simulation } from '#domain/obligation/simulate.js';
import type { Seat } from '#domain/stage/stage.js';
import { SEATS } from '#domain/stage/stage.js';
import { calendarOf, spanOf } from './calendar.js';
import type { LadderCase } from './case.schema.js';
import { simulatedEvents } from './events.js';

/** `2023-10-11T10:00:00.000+08:00` */
export const iso = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().replace('Z', '+08:00');

const maybe = (ms: number | null): string | null => (ms === null ? null : iso(ms));

const timeline = ({ transitions }: Simulation) =>
  transitions.map(({ sequence, at, type, actor, onBehalfOf, documents, detail, notices }) => ({
    sequence,
    at: iso(at),
    type,
    actor,
    onBehalfOf,
    documents: documents.map(({ limitAt, ...change }) => ({ ...change, limitAt: maybe(limitAt) })),
    detail,
    notices,
  }));

/** Follows one case; what `jiheng ladder --json` prints of it. Instants are ISO 8601 with +08:00. */
export function follow(it: LadderCase) {
  const span = spanOf(it);
  const calendar = calendarOf(it.calendar, span);
  const seated = Object.fromEntries(SEATS.map((seat: Seat) => [seat, it.seats[seat] ?? [seat]]));
  const opensAt = it.opensAt ?? Math.min(calendar.beginsAt, ...it.events.map(({ at }) => at));
  const { dueOn, dayEndsAt, ladder, chain, silence, documents } = it;
  const input = {
    id: it.name ?? 'case',
    kind: 'ladder',
    documents,
    dueOn,
    dayEndsAt,
    ladder,
    chain,
    silence,
    calendar,
    seats: seated,
    opensAt,
    parent: null,
  };
  const written = it.events.flatMap((event, i) => simulatedEvents(event, i, (spec) => calendarOf(spec, span)).map((one) => ({ i, one })));
  const run = simulate(
    input,
    written.map(({ one }) => one),
    it.until,
  );
  return {
    name: it.name ?? null,
    calendar: run.state.calendar.version,
    provisionalFrom: run.state.calendar.provisionalFrom ?? null,
    opensAt: iso(opensAt),
    deadlines: run.deadlines.map(({ serial, dueOn: due, dueAt, present, rungs }) => ({
      serial,
      dueOn: due,
      dueAt: iso(dueAt),
      present,
      rungs: rungs.map(({ at, spokeAt, ...rung }) => ({ ...rung, at: iso(at), spokeAt: maybe(spokeAt) })),
    })),
    timeline: timeline(run),
    refusals: run.refusals.map((refusal) => ({ ...refusal, event: written[refusal.event]!.i, at: iso(refusal.at) })),
    status: run.state.status,
    documents: Object.values(run.state.documents).map(({ id, status, step, round }) => ({
      id,
      status,
      step: status === 'in-review' ? run.state.chain[step]!.step : null,
      round,
    })),
    next: run.next && { at: iso(run.next.at), what: run.next.what },
  };
}

export type FollowedCase = ReturnType<typeof follow>;
