import { DomainError } from '#domain/errors/domain-error.js';
import type { Command, CommandName, Commands } from './command.js';
import { decideExtension, moveDeadline, recalendar, requestExtension } from './deadline-commands.js';
import { submit, withdraw } from './filing.js';
import { delegate, endDelegation, handover, reseat, transfer } from './people.js';
import { doneAnswer } from './per-document.js';
import { addReviewer, review } from './review.js';
import type { DocumentAnswer, DocumentState, ObligationState } from './state.js';
import { tick } from './tick.js';
import type { Decision } from './transition.js';
import { cancel, remind } from './upkeep.js';

/** What a rule makes of a command. `decide` folds it; for a list of documents that are all refused there is nothing to fold. */
export interface Ruling {
  readonly changed?: readonly DocumentState[];
  readonly refused?: readonly DocumentAnswer[];
  readonly decide: () => Decision;
}

/** Throws `DomainError` when the whole command is refused; a refusal of one document is one of the answers. */
export type CommandRule<C> = (state: ObligationState, command: C, now: number) => Ruling;

const RULES: { readonly [N in CommandName]: CommandRule<Commands[N]> } = {
  submit,
  withdraw,
  review,
  transfer,
  addReviewer,
  remind,
  cancel,
  delegate,
  endDelegation,
  handover,
  reseat,
  requestExtension,
  decideExtension,
  moveDeadline,
  recalendar,
};

/** As many requests are remembered as a person could repeat by accident; of long lists fewer, as the state carries every answer. */
const REMEMBERED = { requests: 100, answers: 1_000 };
/** Whatever is decided between a crash and its mending must be among them. */
const AT_LEAST = 20;

export interface Answered extends Decision {
  readonly answers: readonly DocumentAnswer[];
}

const rule = (state: ObligationState, command: Command, now: number): Ruling =>
  (RULES[command.name] as CommandRule<Command>)(state, command, now);

const remember = (state: ObligationState, requestId: string, answers: readonly DocumentAnswer[]): ObligationState => {
  const requests = [...state.requests, [requestId, answers] as const].slice(-REMEMBERED.requests);
  let held = requests.reduce((count, [, it]) => count + it.length, 0);
  while (held > REMEMBERED.answers && requests.length > AT_LEAST) held -= requests.shift()![1].length;
  return { ...state, requests };
};

/**
 * One command on one obligation at `now` (ms): the new state, the transitions to record and an answer a document. The same request id
 * answers again and changes nothing. What the clock was due to say before is said first, and what the command makes due is said with it.
 *
 * @throws DomainError when the command as a whole is refused; nothing has changed then.
 */
export const decide = (state: ObligationState, command: Command, now: number): Answered => {
  const before = state.requests.find(([requestId]) => requestId === command.requestId);
  if (before) return { state, transitions: [], answers: before[1] };
  const due = tick(state, now);
  if (due.state.status !== 'open') throw new DomainError('ALREADY_CLOSED');
  const { changed, refused = [], decide: fold } = rule(due.state, command, now);
  if (changed?.length === 0) return { ...due, answers: refused };
  const folded = fold();
  const after = tick(folded.state, now);
  const answers = [...(changed ?? []).map(({ id }) => doneAnswer(after.state.documents[id]!)), ...refused];
  return {
    state: remember(after.state, command.requestId, answers),
    transitions: [...due.transitions, ...folded.transitions, ...after.transitions],
    answers,
  };
};
