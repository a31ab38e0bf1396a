import { ActivityFailure, ApplicationFailure, condition, defineUpdate, setHandler } from '@temporalio/workflow';
import type { CampaignAnswer, CampaignCommandName, CampaignCommands } from '#contracts/campaign/campaign.contract.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { mustBeMovable } from '#domain/policy/reschedule.js';
import { campaigns } from '../shared/activities.js';
import { refusing } from '../shared/refusal.js';
import { carryOut } from './carry-out.js';
import type { Year } from './year.js';

type Request = { [N in CampaignCommandName]: { readonly name: N; readonly command: CampaignCommands[N] } }[CampaignCommandName];

interface Ticket {
  readonly request: Request;
  answer?: CampaignAnswer;
  refusal?: ApplicationFailure;
}

/** The bureau's requests to the year, answered one after the other by the year's own loop. */
export interface Requests {
  readonly isWaiting: boolean;
  answerNext(): Promise<void>;
}

/** May this be asked now? The same rule refuses an update unrecorded and guards the moment at which it is carried out. */
const mayBeAsked = (year: Year, { name, command }: Request): void => {
  if (name === 'pause' && year.paused) throw new DomainError('ALREADY_PAUSED');
  if (name === 'resume' && !year.paused) throw new DomainError('NOT_PAUSED');
  if (!('key' in command)) return;
  const stage = year.find(command.key);
  if (!stage) throw new DomainError('UNKNOWN_STAGE', { key: command.key });
  if (name === 'reschedule') {
    mustBeMovable({ key: command.key, standing: stage.progress }, command);
    return;
  }
  if (stage.progress === 'closed') throw new DomainError('ALREADY_CLOSED', { key: command.key });
  if (stage.progress !== 'open') throw new DomainError('STAGE_NOT_OPEN', { key: command.key });
};

const NAMES: readonly CampaignCommandName[] = [
  'reschedule',
  'pause',
  'resume',
  'addUnits',
  'closeStage',
  'adjustBudget',
  'addProjects',
  'recalendar',
];

const asRefusal = (error: unknown): ApplicationFailure | undefined => {
  if (error instanceof ApplicationFailure) return error;
  return error instanceof ActivityFailure && error.cause instanceof ApplicationFailure ? error.cause : undefined;
};

export const takeRequests = (campaign: string, year: Year): Requests => {
  const waiting: Ticket[] = [];
  let sequence = 0;

  const ask = refusing((request: Request) => {
    mayBeAsked(year, request);
  });
  for (const name of NAMES) {
    const update = defineUpdate<CampaignAnswer, [CampaignCommands[CampaignCommandName]]>(name);
    const asRequest = (command: CampaignCommands[CampaignCommandName]): Request => ({ name, command }) as Request;
    const handler = async (command: CampaignCommands[CampaignCommandName]): Promise<CampaignAnswer> => {
      const ticket: Ticket = { request: asRequest(command) };
      waiting.push(ticket);
      await condition(() => ticket.answer !== undefined || ticket.refusal !== undefined);
      if (ticket.refusal) throw ticket.refusal;
      return ticket.answer!;
    };
    setHandler(update, handler, {
      validator: (command) => {
        ask(asRequest(command));
      },
    });
  }

  return {
    get isWaiting() {
      return waiting.length > 0;
    },
    async answerNext() {
      const ticket = waiting.shift()!;
      const { name, command } = ticket.request;
      try {
        ask(ticket.request);
        const answer = await carryOut(campaign, year, ticket.request);
        sequence += 1;
        const { actor, ...detail } = command;
        await campaigns.recordCampaignCommand({ campaign, sequence, now: Date.now(), command: name, actor, detail });
        ticket.answer = answer;
      } catch (error) {
        const refusal = asRefusal(error);
        if (!refusal) throw error;
        ticket.refusal = refusal;
      }
    },
  };
};

export type { Request };
