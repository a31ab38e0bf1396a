import type { EntityManager } from 'typeorm';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { ObligationRow } from '#persistence/obligation/obligation.repository.js';

/** Documents of one kind that were accepted (approved, or consented to by silence) in one batch. */
export interface Acceptance {
  readonly obligation: ObligationRow;
  readonly documents: readonly string[];
  /** Business instant, ms. */
  readonly at: number;
  readonly how: 'approved' | 'consented';
}

/** What acceptance means, within the transaction that records it. May open further obligations with `opened_by` set to this one. */
export type Effect = (manager: EntityManager, acceptance: Acceptance) => Promise<void>;

/** A stage's room: the effects of its kinds of document. */
export interface EffectSource {
  readonly effects: Partial<Readonly<Record<DocumentKind, Effect>>>;
}

export const EFFECT_SOURCES = Symbol('EFFECT_SOURCES');
