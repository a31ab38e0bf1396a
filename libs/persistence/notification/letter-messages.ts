import type { Person } from '#domain/obligation/state.js';
import type { OutboxMessage } from './outbox.repository.js';

/** A numbered letter that was issued, as those concerned are told of it. */
export interface IssuedLetter {
  readonly id: string;
  readonly type: 'approval-reply' | 'linkage-document';
  readonly title: string;
  /** The department that it is addressed to. */
  readonly department: string;
  readonly at: Date;
  readonly to: readonly Person[];
}

/** One message a letter and person, whatever seats they sit in. */
export const letterMessages = (letters: readonly IssuedLetter[]): OutboxMessage[] =>
  letters.flatMap(({ id, type, title, department, at, to }) =>
    [...new Set(to)].map((person) => ({
      ...{ key: `${type}:${id}:${person}`, person, obligation: null, kind: `${type}-issued`, at },
      detail: { title, unit: department, letter: { type, id }, documents: [] },
    })),
  );
