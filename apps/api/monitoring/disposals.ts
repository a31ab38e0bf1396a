import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { organisationChangeWorkflowId } from '#contracts/organisation/organisation.contract.js';
import type { OrganisationChangeAnswer, OrganisationChangeInput } from '#contracts/organisation/organisation.contract.js';
import type { Disposal } from '#domain/monitoring/content.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readOne } from '#persistence/reading/list.js';
import { PROJECT_LIST } from '#persistence/reading/results.js';
import { DISPOSAL_LIST } from '#persistence/reading/spot-checks.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { Trail } from '../http/trail.js';
import { Reallocations } from './reallocations.js';
import type { Moved } from './reallocations.js';

interface Ordered {
  readonly id: string;
  readonly campaign: string;
  readonly project: string;
  readonly disposal: Disposal;
  readonly correction: string;
  readonly carriedOutAt: string | null;
}

interface Wish {
  readonly amount?: string | undefined;
  readonly to?: string | undefined;
  readonly reason?: string | undefined;
}

const AMOUNT_NEEDED = {
  path: 'body.amount',
  code: 'amount-needed',
  zh: '调整须给出调整后的预算数',
  en: 'an adjustment needs the new budget',
};

/** 处置的落实: what was ordered to be adjusted, reallocated or ended is, by the commands that adjust budgets and cancel projects; once. */
@Injectable()
export class Disposals {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly reallocations: Reallocations,
  ) {}

  /** @throws Problem NOT_FOUND; NOTHING_TO_CARRY_OUT; CARRIED_OUT; NOT_ACCEPTED without an amount; DomainError of the command */
  async carryOut(viewer: Viewer, id: string, wish: Wish) {
    const ordered = await readOne<Ordered>(this.source, { ...DISPOSAL_LIST, action: 'budgets.adjust' }, viewer, id);
    if (!ordered) throw new Problem('NOT_FOUND');
    const { disposal, carriedOutAt } = ordered;
    if (disposal === 'continue' || disposal === 'correct') throw new Problem('NOTHING_TO_CARRY_OUT');
    if (carriedOutAt !== null) throw new Problem('CARRIED_OUT');
    const moved = disposal === 'reallocate' ? await this.reallocations.of(viewer, ordered, wish) : null;
    const by = disposal === 'cancel' ? await this.cancel(viewer, ordered, wish) : await this.adjust(viewer, ordered, wish);
    if (moved) await this.give(viewer, ordered, moved, wish);
    await this.record(viewer, ordered, by, moved);
    return { disposal: id, carriedOutAs: by };
  }

  /** The receiving project's target is filed again, too. Refused, the whole is asked again under the same requests, and what was done is not done twice. */
  private async give(viewer: Viewer, { id, campaign, correction }: Ordered, { to, budget }: Moved, { reason }: Wish): Promise<void> {
    const asked = { requestId: `disposal/${id}/to`, actor: viewer.person, reason: reason ?? correction.slice(0, 500) };
    await this.engine.askCampaign(campaign, 'adjustBudget', { project: to, amount: budget, ...asked });
  }

  /** One request of the year for each disposal, whoever asks and however often: it answers the same obligation. */
  private async adjust(viewer: Viewer, { id, campaign, project, correction }: Ordered, { amount, reason }: Wish): Promise<string> {
    if (amount === undefined) throw new Problem('NOT_ACCEPTED', {}, [AMOUNT_NEEDED]);
    const asked = { requestId: `disposal/${id}`, actor: viewer.person, reason: reason ?? correction.slice(0, 500) };
    const { detail } = await this.engine.askCampaign(campaign, 'adjustBudget', { project, amount, ...asked });
    return `obligation/${String(detail['obligation'])}`;
  }

  private async cancel(viewer: Viewer, { id, project, correction }: Ordered, { reason }: Wish): Promise<string> {
    const row = await readOne<{ district: string }>(this.source, { ...PROJECT_LIST, action: 'organisation.change' }, viewer, project);
    if (!row) throw new Problem('NOT_FOUND');
    const requestId = `disposal/${id}`;
    const input: OrganisationChangeInput = {
      ...{ district: row.district, change: { kind: 'cancel-project', project }, actor: viewer.person, requestId },
      reason: reason ?? correction.slice(0, 500),
    };
    const { change } = await this.engine.run<OrganisationChangeAnswer>(
      'organisationChange',
      organisationChangeWorkflowId(requestId),
      input,
    );
    return `organisation-change/${change}`;
  }

  private async record(viewer: Viewer, { id, project, disposal }: Ordered, by: string, moved: Moved | null): Promise<void> {
    await this.source.transaction(async (manager) => {
      const done: unknown[] = await manager.query(
        `with done as (update disposal set carried_out_at = $2, carried_out_by = $3, carried_out_as = $4,
             reallocated_to = $5, reallocated_amount = $6
           where id = $1 and carried_out_at is null returning id) select id from done`,
        [id, new Date(this.clock.now()), viewer.person, by, moved?.to ?? null, moved?.amount ?? null],
      );
      if (done.length === 0) return;
      const [row]: { district: string }[] = await manager.query('select district_id as district from project where id = $1', [project]);
      const entry = { stream: `project/${project}`, district: row!.district, actor: viewer.person };
      await this.trail.append(manager, {
        ...entry,
        type: 'carryOutDisposal',
        detail: { disposal: id, ordered: disposal, by, ...(moved ? { to: moved.to, amount: moved.amount } : {}) },
      });
    });
  }
}
