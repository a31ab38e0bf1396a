import { Injectable } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { DataRequestActivities, DataRequestAnswer, DataRequestInput } from '#contracts/evaluation/data-request.contract.js';
import { dayOf } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import type { StepSpec } from '#domain/policy/policy.js';
import { note } from '#persistence/audit/note.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { DataRequestRepository } from '#persistence/campaign/data-request.repository.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { ObligationStarter } from '../obligation/obligation-starter.js';
import { commonOf } from '../stage/draft.js';

/** Who asked looks at the reply, and may send it back. */
const REPLY_CHAIN: readonly StepSpec[] = [{ step: 'agency', who: 'agency', rule: 'any' }];

/** A refusal is an answer: it is not tried again. */
const refuse = (error: unknown): never => {
  if (!(error instanceof DomainError)) throw error;
  throw ApplicationFailure.nonRetryable(error.message, error.code, error.details);
};

type Request = DataRequestInput & { readonly now: number };

/** 资料调取: the evaluated unit owes a reply by the day that was asked, with the ladder of the stage. */
@Injectable()
export class DataRequestActivitiesProvider implements DataRequestActivities {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly evaluations: EvaluationRepository,
    private readonly requests: DataRequestRepository,
    private readonly opener: ObligationOpener,
    private readonly starter: ObligationStarter,
    private readonly clock: Clock,
  ) {}

  async openDataRequest(request: Request): Promise<DataRequestAnswer> {
    const answer = await this.source.transaction((manager) => this.write(manager, request)).catch(refuse);
    await this.starter.start([answer.obligation]);
    return answer;
  }

  private async write(
    manager: EntityManager,
    { evaluation: id, items, dueOn, actor, requestId, now }: Request,
  ): Promise<DataRequestAnswer> {
    const evaluation = await this.evaluations.lock(manager, id);
    const before = await this.requests.byRequest(manager, requestId);
    if (before) return before;
    if (evaluation.status === 'planned') throw new DomainError('NOT_OPEN_YET');
    if (['accepted', 'abandoned'].includes(evaluation.status)) throw new DomainError('ALREADY_CLOSED');
    const stage = await this.campaigns.stage(manager, evaluation.stage);
    const { campaign } = stage;
    if (dueOn <= dayOf(campaign.calendar, now)) throw new DomainError('NOT_LATER');
    const [request, title] = [uuid(), `资料调取：${evaluation.projectName}`];
    const seats = await loadSeats(manager, campaign.district);
    const draft = {
      ...commonOf(stage, 'data-reply', now, { due: dueOn, chain: undefined, silence: 'none' }),
      chain: REPLY_CHAIN,
      title,
      place: evaluation.place,
      seats: seats.of('unit', evaluation.place),
      documents: [{ title, project: evaluation.project, subject: request }],
    };
    const [obligation] = await this.opener.open(manager, [draft], now);
    const askedAt = this.clock.toBusiness(now);
    await this.requests.put(manager, { id: request, evaluation: id, items, obligation: obligation!, askedBy: actor, requestId, askedAt });
    const entry = { stream: `evaluation/${id}`, districtId: campaign.district, at: new Date(askedAt), actorId: actor, onBehalfOf: null };
    await note(manager, { ...entry, type: 'requestData', detail: { request, items, dueOn } });
    return { id: request, obligation: obligation! };
  }
}
