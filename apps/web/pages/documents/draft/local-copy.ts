import type { Content } from '../../../parts/forms/paths.js';

/** What was typed and is not on the server yet, with the version that it was typed on. */
export interface LocalCopy {
  readonly content: Content;
  readonly version: number;
  /** The content of that version. */
  readonly base: Content;
}

const keyOf = (person: string, document: string): string => `jiheng.draft.${person}.${document}`;

const isCopy = (it: unknown): it is LocalCopy =>
  typeof it === 'object' && it !== null && 'content' in it && 'version' in it && 'base' in it;

/** Keeps unsaved work in this browser, each person's own. Where the browser keeps nothing, work goes on without. */
export const localCopy = (person: string, document: string) => ({
  read: (): LocalCopy | null => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person, document)) ?? 'null');
      return isCopy(kept) ? kept : null;
    } catch {
      return null;
    }
  },
  keep: (copy: LocalCopy): void => {
    try {
      localStorage.setItem(keyOf(person, document), JSON.stringify(copy));
    } catch {
      // Full or forbidden: what is typed still goes to the server.
    }
  },
  forget: (): void => {
    localStorage.removeItem(keyOf(person, document));
  },
});
