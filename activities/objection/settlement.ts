import type { EntityManager } from 'typeorm';
import type { ObjectionableKind, RulingContent } from '#domain/objection/objection.js';
import type { ObjectedTo } from '#persistence/campaign/objection.repository.js';
import type { Acceptance } from '../obligation/effects.js';

/** The decision on an objection, with what the unit said. */
export interface Ruling {
  readonly document: string;
  readonly content: RulingContent;
  readonly objected: string;
}

/** What was found holds from now on, or is corrected: nobody objected (`ruling` null), or the bureau has decided. */
export interface Settled {
  readonly about: ObjectedTo;
  readonly ruling: Ruling | null;
}

/** What it means in a stage that no objection stands any more. May open further obligations. */
export interface Settlement {
  readonly settles: ObjectionableKind;
  settle(manager: EntityManager, acceptance: Acceptance, settled: readonly Settled[]): Promise<void>;
}

export const isSustained = ({ ruling }: Settled): boolean => ruling?.content.sustained === true;

export const SETTLEMENTS = Symbol('SETTLEMENTS');
