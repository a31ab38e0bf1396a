import { Injectable } from '@nestjs/common';
import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type {
  OrganisationActivities,
  OrganisationChange,
  OrganisationChangeAnswer,
  OrganisationChangeInput,
} from '#contracts/organisation/organisation.contract.js';
import { isStageWorkflow } from '#contracts/campaign/campaign.contract.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { note } from '#persistence/audit/note.js';
import { OrganisationChangeRepository } from '#persistence/organisation/organisation-change.repository.js';
import type { ChangeRow } from '#persistence/organisation/organisation-change.repository.js';
import { putLineage } from '#persistence/organisation/project-succession.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { ObligationStarter, inParallel } from '../obligation/obligation-starter.js';
import { OpenObligations, chineseDay } from '../obligation/open-obligations.js';
import { PlannedChanges } from './planned-change.js';
import { Relocation } from './relocation.js';

/** Changes by which projects end. */
const ENDING: readonly OrganisationChange['kind'][] = ['cancel-project', 'split-project', 'merge-projects'];

/** Changes of the organisation during the year: written whole in one transaction, then followed by the workflows of what is open. */
@Injectable()
export class OrganisationActivitiesProvider implements OrganisationActivities {
  constructor(
    private readonly source: DataSource,
    private readonly changes: OrganisationChangeRepository,
    private readonly plans: PlannedChanges,
    private readonly relocation: Relocation,
    private readonly starter: ObligationStarter,
    private readonly obligations: OpenObligations,
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  async applyOrganisationChange(request: OrganisationChangeInput & { readonly now: number }): Promise<{ readonly change: string }> {
    try {
      return await this.source.transaction(async (manager) => {
        await this.changes.lock(manager, request.district);
        const before = await this.changes.byRequest(manager, request.requestId);
        return { change: before ?? (await this.write(manager, request)) };
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, error.code, error.details);
    }
  }

  async followOrganisationChange({ change: id }: { readonly change: string }): Promise<OrganisationChangeAnswer> {
    const row = await this.changes.get(this.source.manager, id);
    const { reseat, moved, reopened, cancel, admit } = row.following;
    await this.starter.start([...moved, ...reopened, ...cancel.map(({ obligation }) => obligation)], heartbeat);
    await this.tellStages(reopened);
    const { requestId, reason } = row;
    // One transition of an obligation after the other.
    await inParallel(moved, async (obligation) => {
      const seats = reseat.filter((it) => it.obligation === obligation);
      await this.obligations.seat(obligation, seats, requestId);
    });
    await inParallel(cancel, ({ obligation, documents }) =>
      this.obligations.ask(obligation, { name: 'cancel', requestId, actor: null, reason, documents: documents.map((it) => ({ id: it })) }),
    );
    for (const campaign of admit?.campaigns ?? []) {
      await this.engine.askCampaign(campaign, 'addProjects', { projects: admit!.projects, reason, actor: row.actor, requestId });
      heartbeat(campaign);
    }
    await this.changes.followed(this.source.manager, id);
    // What is opened anew elsewhere comes first.
    const cancelled = ENDING.includes(row.kind) ? cancel.slice(reopened.length).flatMap(({ documents }) => documents).length : 0;
    return {
      change: id,
      moved: moved.length,
      reopened: reopened.length,
      cancelled,
      ...(admit === undefined ? {} : { arrived: admit.projects }),
    };
  }

  private async write(manager: EntityManager, request: OrganisationChangeInput & { readonly now: number }): Promise<string> {
    const { district, change, reason, actor, requestId, now } = request;
    const at = new Date(this.clock.toBusiness(now));
    const planned = await this.plans.plan(manager, district, change, chineseDay(at.getTime()));
    const id = uuid();
    const following = await this.relocation.write(manager, { id, kind: change.kind, district, reason, now, at }, planned);
    const { project, unit, successor } = planned;
    const row: ChangeRow = { id, district, kind: change.kind, project, unit, successor, reason, actor, requestId, following };
    await this.changes.insert(manager, row, at);
    const { descents = [] } = planned;
    if (descents.length > 0) await putLineage(manager, id, descents);
    const { moved, reopened, cancel } = following;
    await note(manager, {
      ...{ stream: project === null ? `unit/${unit}` : `project/${project}`, districtId: district, at, actorId: actor, onBehalfOf: null },
      type: change.kind,
      detail: { change: id, reason, unit, successor, moved, reopened, cancelled: cancel, request: requestId },
    });
    return id;
  }

  /** A stage that waits for its parts has more of them. */
  private async tellStages(reopened: readonly string[]): Promise<void> {
    const rows: { parent: string | null; parts: number }[] = await this.source.query(
      'select parent, count(*)::int as parts from obligation where id = any ($1) group by parent',
      [reopened],
    );
    for (const { parent, parts } of rows) {
      if (parent !== null && isStageWorkflow(parent)) await this.engine.tell(parent, 'partsAdded', { parts });
    }
  }
}
