import { Injectable } from '@nestjs/common';
import {
  Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowFailedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { campaignWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { CampaignAnswer, CampaignCommandName, CampaignCommands, Progress } from '#contracts/campaign/campaign.contract.js';
import { obligationWorkflowId } from '#contracts/obligation/obligation.contract.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { isRefusalCode } from '#domain/errors/refusal-codes.js';
import type { Command } from '#domain/obligation/command.js';
import type { DocumentAnswer } from '#domain/obligation/state.js';
import { TASK_QUEUE } from './task-queue.js';

/** The workflow that a command is for has ended: nothing is open there any more. */
const ended = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || (error instanceof ApplicationFailure && error.type === 'AcceptedUpdateCompletedWorkflow');

/** gRPC FAILED_PRECONDITION: the workflow's task failed on the way, by a crash or because something else reached it in the same moment. */
const NOT_READY = 9;
const REPEATS = 5;

/** The engine knows an update by its id, so that asking again finds the verdict of the first time, or brings it about. */
async function untilReady<T>(ask: () => Promise<T>, repeats = REPEATS): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (repeats === 0 || !isGrpcServiceError(error) || Number(error.code) !== NOT_READY) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** (REPEATS - repeats)));
    return untilReady(ask, repeats - 1);
  }
}

/** Turns the engine's wrapping of a refusal back into the domain's own error; anything else is passed on. */
const unwrap = (error: unknown): unknown => {
  if (ended(error)) return new DomainError('ALREADY_CLOSED');
  if (!(error instanceof WorkflowUpdateFailedError || error instanceof WorkflowFailedError)) return error;
  const cause = error.cause instanceof ActivityFailure ? error.cause.cause : error.cause;
  if (!(cause instanceof ApplicationFailure)) return error;
  if (ended(cause)) return new DomainError('ALREADY_CLOSED');
  if (!isRefusalCode(cause.type)) return error;
  return new DomainError(cause.type, (cause.details?.[0] ?? {}) as DomainError['details']);
};

/** The one door from the rest of the product to the workflows: it starts them, asks them for a verdict and tells them facts. */
@Injectable()
export class Engine {
  constructor(
    protected readonly client: Client,
    private readonly taskQueue = TASK_QUEUE,
  ) {}

  /**
   * Asks an obligation for a transition and waits until it is recorded.
   * @throws DomainError when the command as a whole is refused; refusals of single documents are among the answers.
   */
  async act(obligation: string, command: Command): Promise<readonly DocumentAnswer[]> {
    const { name, ...argument } = command;
    return this.ask(obligationWorkflowId(obligation), name, argument, command.requestId);
  }

  /** Asks the year for a change. @throws DomainError when it is refused. */
  async askCampaign<N extends CampaignCommandName>(campaign: string, name: N, command: CampaignCommands[N]): Promise<CampaignAnswer> {
    return this.ask(campaignWorkflowId(campaign), name, command, command.requestId);
  }

  async campaignProgress(campaign: string): Promise<Progress> {
    const workflowId = campaignWorkflowId(campaign);
    return this.reach(workflowId, () => this.client.workflow.getHandle(workflowId).query<Progress>('progress'));
  }

  /** Starts a workflow by its id; one that runs or ran already is left alone. */
  async start(type: string, workflowId: string, argument: unknown): Promise<void> {
    try {
      await this.client.workflow.start(type, {
        taskQueue: this.taskQueue,
        workflowId,
        args: [argument],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  /**
   * Starts a workflow that comes to its end by itself, or finds it by its id, and waits for its result.
   * @throws DomainError when it refuses.
   */
  async run<T>(type: string, workflowId: string, argument: unknown): Promise<T> {
    await this.start(type, workflowId, argument);
    try {
      return (await this.client.workflow.getHandle(workflowId).result()) as T;
    } catch (error) {
      throw unwrap(error);
    }
  }

  /** Tells a workflow a fact. False when it has ended and nobody waits for it any more. */
  async tell(workflowId: string, signal: string, fact: unknown): Promise<boolean> {
    try {
      await this.reach(workflowId, () => this.client.workflow.getHandle(workflowId).signal(signal, fact));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  /** Everything that reaches an execution which runs goes through here. A rehearsal first moves it to the present. */
  protected async reach<T>(_workflowId: string, message: () => Promise<T>): Promise<T> {
    return message();
  }

  private async ask<T>(workflowId: string, update: string, argument: unknown, requestId: string): Promise<T> {
    const options = { args: [argument] as [unknown], updateId: requestId };
    try {
      const handle = this.client.workflow.getHandle(workflowId);
      return await this.reach(workflowId, () => untilReady(() => handle.executeUpdate<T, [unknown]>(update, options)));
    } catch (error) {
      throw unwrap(error);
    }
  }
}
