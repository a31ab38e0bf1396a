import type { Treatment } from '#domain/policy/policy.js';
import type { Yuan } from '#domain/score/money.js';

/** The department's word on a proposed treatment. */
export interface LinkageCommentContent {
  readonly position: 'agree' | 'object';
  readonly text: string;
}

/** The bureau's decision; it may differ from the proposal, and says why. */
export interface LinkageDecisionContent {
  readonly treatment: Treatment;
  readonly amount: Yuan;
  readonly reason: string;
}
