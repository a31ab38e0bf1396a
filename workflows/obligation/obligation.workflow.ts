import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { PartClosed } from '#contracts/obligation/obligation.contract.js';
import type { CommandName, Commands } from '#domain/obligation/command.js';
import type { DocumentAnswer, ObligationState } from '#domain/obligation/state.js';
import { nextWake } from '#domain/obligation/tick.js';
import { shortly, startObligations } from '../shared/activities.js';
import { refusing } from '../shared/refusal.js';
import { Alarm } from './alarm.js';
import { Desk, outcomeOf } from './desk.js';

/** Sent after a crash to those that may be behind their tables. */
export const resync = defineSignal('resync');
export const obligationState = defineQuery<ObligationState>('obligationState');

const COMMANDS: readonly CommandName[] = [
  'submit',
  'withdraw',
  'review',
  'transfer',
  'addReviewer',
  'remind',
  'cancel',
  'delegate',
  'endDelegation',
  'handover',
  'reseat',
  'requestExtension',
  'decideExtension',
  'moveDeadline',
  'recalendar',
];

const answerAt = (desk: Desk, name: CommandName): void => {
  const update = defineUpdate<readonly DocumentAnswer[], [Commands[CommandName]]>(name);
  const rule = refusing((asked: Commands[CommandName]) => desk.decide(name, asked));
  const handler = async (asked: Commands[CommandName]): Promise<readonly DocumentAnswer[]> => {
    for (;;) {
      const { round } = desk;
      const answers = desk.take(rule(asked));
      const mine = desk.state.sequence;
      await condition(() => desk.round !== round || desk.recorded >= mine);
      if (desk.round === round) return answers;
    }
  };
  setHandler(update, handler, { validator: (asked) => void rule(asked) });
};

/** Records everything that has happened since, in one transaction, and starts what acceptance has opened. */
const record = async (desk: Desk): Promise<void> => {
  const batch = desk.takeBatch();
  const { opened, ahead } = await shortly.recordTransitions(batch);
  if (ahead) desk.adopt(ahead);
  else desk.batchRecorded(batch);
  if (opened.length > 0) await startObligations({ obligations: opened });
};

/** Nothing to record: waits for somebody to act, or for the clock. */
const waitForMore = async (desk: Desk, alarm: Alarm): Promise<void> => {
  const wake = nextWake(desk.state);
  const acted = (): boolean => desk.isDirty;
  if (wake && desk.state.timer === 'standing') {
    alarm.ringBy(wake.at);
    return condition(() => acted() || alarm.isSilent);
  }
  if (wake) await condition(acted, Math.max(1, wake.at - Date.now()));
  else await condition(acted);
};

/**
 * One debtor's part of one stage, from opening to its last document. Handlers only fold; this loop alone records, whatever has piled up
 * at once. Answers what became of the documents.
 */
export async function obligation(opened: ObligationState): Promise<PartClosed['outcome']> {
  const desk = new Desk(opened);
  const alarm = new Alarm();
  setHandler(obligationState, () => desk.state);
  setHandler(resync, () => void (desk.doubted = true));
  for (const name of COMMANDS) answerAt(desk, name);

  while (desk.state.status === 'open' || desk.isDirty) {
    desk.tick();
    if (desk.isDirty) await record(desk);
    else if (workflowInfo().continueAsNewSuggested && allHandlersFinished()) await continueAsNew<typeof obligation>(desk.state);
    else await waitForMore(desk, alarm);
  }
  await condition(allHandlersFinished);
  const { id, parent } = desk.state;
  const outcome = outcomeOf(desk.state);
  if (parent) await shortly.tellPartClosed({ workflow: parent, closed: { part: id, outcome } });
  return outcome;
}
