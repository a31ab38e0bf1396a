import type { FollowedCase } from './follow.js';

const minute = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
const signed = (day: number): string => (day > 0 ? `+${String(day)}` : String(day));

const deadlineLines = ({ deadlines }: FollowedCase): string[] =>
  deadlines.flatMap(({ serial, dueOn, dueAt, present, rungs }) => [
    `  deadline ${String(serial)}: ${dueOn}, ends ${minute(dueAt)}${present ? '' : '  (replaced)'}`,
    ...rungs.map(({ day, at, state, remind, escalate, circulation, spokeAt }) => {
      const whom = [
        ...remind.map((it) => `remind ${it}`),
        ...escalate.map((it) => `${circulation ? 'circulate to' : 'escalate to'} ${it}`),
      ];
      const late = spokeAt !== null && spokeAt !== at ? `, said ${minute(spokeAt)}` : '';
      return `    ${signed(day).padStart(4)}  ${minute(at)}  ${state.padEnd(6)}  ${whom.join(', ')}${late}`;
    }),
  ]);

const timelineLines = ({ timeline }: FollowedCase): string[] =>
  timeline.map(({ sequence, at, type, actor, documents, notices }) => {
    const changes = documents.map(
      ({ id, from, to, step }) => `${id} ${from === to ? to : `${from} → ${to}`}${step === null ? '' : ` (${step})`}`,
    );
    const told = notices.map(({ kind, to }) => `${kind}: ${to.join(', ')}`);
    return `    ${String(sequence).padStart(4)}  ${minute(at)}  ${type}${actor === null ? '' : ` by ${actor}`}  ${[...changes, ...told].join('; ')}`;
  });

/** One followed case as a table for people. */
export function printed(it: FollowedCase): string {
  const refused = it.refusals.map(
    ({ event, code, document }) => `    event ${String(event + 1)}${document === null ? '' : ` on ${document}`}: ${code}`,
  );
  return [
    `${it.name ?? 'ladder'}  (${it.calendar}${it.provisionalFrom === null ? '' : `, provisional from ${it.provisionalFrom}`})`,
    ...deadlineLines(it),
    '  what happens',
    ...timelineLines(it),
    ...(refused.length > 0 ? ['  refused', ...refused] : []),
    `  ${it.status}: ${it.documents.map(({ id, status, step }) => `${id} ${status}${step === null ? '' : ` (${step})`}`).join(', ')}`,
    ...(it.next ? [`  next: ${it.next.what} at ${minute(it.next.at)}`] : []),
  ].join('\n');
}
