import type { Transition } from '#domain/obligation/transition.js';
import type { PlainObligation } from './plain-obligation.js';

const twice = (keys: readonly string[]): string[] => keys.filter((key, i) => keys.indexOf(key) !== i);

const rungKey = (detail: unknown): string => {
  const { deadline, rung, clock } = detail as { deadline: number; rung: number; clock: string };
  return `${String(deadline)}/${String(rung)}/${String(Number(clock.slice(0, 2)))}`;
};

/** What must hold of the record of an obligation whatever has happened; answers every breach in words. */
export function breaches(recorded: readonly Transition[], model: PlainObligation): string[] {
  const found: string[] = [];
  recorded.forEach(({ sequence }, i) => {
    if (sequence !== i + 1) found.push(`transition ${String(i + 1)} has the number ${String(sequence)}`);
  });
  recorded.slice(1).forEach(({ at, sequence }, i) => {
    if (at < recorded[i]!.at) found.push(`transition ${String(sequence)} is earlier than the one before`);
  });
  const standing = new Map<string, string>();
  for (const { documents, sequence } of recorded) {
    for (const { id, from, to } of documents) {
      if (from !== (standing.get(id) ?? 'open')) found.push(`transition ${String(sequence)} takes ${id} from ${from}, where it was not`);
      standing.set(id, to);
    }
  }
  for (const [id, paper] of Object.entries(model.papers)) {
    // What the table of tasks is kept by.
    const last = recorded.flatMap(({ documents }) => documents.filter((change) => change.id === id)).at(-1);
    const turn = (last?.turn ?? model.it.seats['debtor']!).join();
    if (turn !== model.turn(paper).join()) found.push(`${id} waits for ${model.turn(paper).join()}, recorded is ${turn}`);
  }
  const spoken = recorded.filter(({ type }) => type === 'rung').map(({ detail }) => rungKey(detail));
  if (spoken.join() !== model.spoken.join()) found.push(`rungs spoke ${spoken.join()}, owed were ${model.spoken.join()}`);
  found.push(...twice(spoken).map((key) => `rung ${key} spoke twice`));
  const told = recorded.flatMap(({ notices }) => notices.flatMap(({ key, kind, to }) => to.map((person) => `${key} ${kind} ${person}`)));
  // Reminding by hand may be asked for many times a day: there the key is what makes it one message.
  found.push(...twice(told.filter((it) => !it.startsWith('remind:'))).map((it) => `told twice: ${it}`));
  found.push(...twice(recorded.flatMap(({ requestId }) => requestId ?? [])).map((it) => `request ${it} acted twice`));
  return found;
}
