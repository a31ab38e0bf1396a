import type { EntityManager } from 'typeorm';
import { takenAs, nameOf } from '#domain/target-filing/library.js';
import type { EntryFields, LibraryEntry, TakenAs } from '#domain/target-filing/library.js';
import { note } from '#persistence/audit/note.js';
import type { IndicatorEntryRepository, PutEntry } from '#persistence/campaign/indicator-entry.repository.js';

export interface Putting {
  readonly district: string;
  readonly entries: readonly EntryFields[];
  /** Null: nobody, the product itself does so. */
  readonly actor: string | null;
  readonly at: Date;
}

/** What becomes of each entry of a file that is taken in, by what the library holds. */
export interface Judged {
  readonly as: TakenAs;
  readonly before: LibraryEntry | null;
}

export const judged = (entry: EntryFields, present: ReadonlyMap<string, LibraryEntry>): Judged => {
  const before = present.get(nameOf(entry));
  return { as: takenAs(entry, before), before: before ?? null };
};

/** Puts entries into the library of a district, with their line in the audit stream indicator-library/{district}. */
export const putEntries = async (
  manager: EntityManager,
  library: IndicatorEntryRepository,
  { district, entries, actor, at }: Putting,
): Promise<readonly PutEntry[]> => {
  const put = entries.length === 0 ? [] : await library.put(manager, district, entries, at);
  if (put.length === 0) return put;
  const stream = `indicator-library/${district}`;
  const entry = { stream, districtId: district, at, actorId: actor, onBehalfOf: null };
  await note(manager, { ...entry, type: 'putIndicatorEntries', detail: { put, entries } });
  return put;
};
