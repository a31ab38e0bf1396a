import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { PublicationContent } from '#domain/disclosure/content.js';
import { dutiesOf } from '#domain/disclosure/duties.js';
import { groupBy } from '#domain/group-by.js';
import type { DisclosureDuty } from '#domain/policy/disclosure-policy.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { DisclosureRepository } from '#persistence/campaign/disclosure.repository.js';
import { ProjectRepository, placeOf } from '#persistence/campaign/project.repository.js';
import type { UnitRow } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { ObjectionDesk } from '../objection/objection-desk.js';
import type { Found } from '../objection/objection-desk.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';
import type { Opening, StageRoom } from '../stage/room.js';
import { publicationOf } from './publication.js';

/**
 * 公开: for each line of the policy's duty list every department makes public what its units aimed at and reached. Classified units (涉密) have
 * no duty and leave no trace.
 */
@Injectable()
export class DisclosureRoom implements StageRoom {
  readonly name = 'disclosure';
  readonly effects = { publication: this.publish.bind(this) };

  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly projects: ProjectRepository,
    private readonly documents: DocumentRepository,
    private readonly disclosure: DisclosureRepository,
    private readonly opener: ObligationOpener,
    private readonly objections: ObjectionDesk,
    private readonly clock: Clock,
  ) {}

  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    const { manager, stage } = opening;
    const { campaign } = stage;
    const secret = await this.disclosure.classified(manager, campaign.district);
    const open = (await this.projects.byUnit(manager, campaign, units)).map(({ unit }) => unit).filter(({ id }) => !secret.has(id));
    let opened = 0;
    for (const duty of dutiesOf(campaign.policy)) opened += await this.openDuty(opening, duty, open);
    return opened;
  }

  /** One obligation a department, one document a unit. */
  private async openDuty({ manager, stage, now }: Opening, { id, label, what, within }: DisclosureDuty, units: readonly UnitRow[]) {
    const seats = await loadSeats(manager, stage.campaign.district);
    const common = commonOf(stage, 'publication', now, within === undefined ? {} : { due: undefined, within });
    const drafts = [...groupBy(units, (unit) => unit.department)].map(([department, ofDepartment]) => {
      const place = { unit: department, department, sectorOffice: ofDepartment[0]!.sectorOffice, agency: null };
      const documents = ofDepartment.map((unit) => ({ id: uuid(), title: `${label}：${unit.name}`, subject: unit.id }));
      return { ...common, title: label, place, seats: seats.of('department', place), documents };
    });
    const opened = await this.opener.open(manager, drafts, now);
    const documents = drafts.flatMap((draft) => draft.documents);
    await this.disclosure.recordDuties(
      manager,
      documents.map((document) => ({ document: document.id, duty: id, label, what })),
    );
    return opened.length;
  }

  /** A unit that was classified meanwhile is not published any more. */
  private async publish(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const stage = await this.campaigns.stage(manager, obligation.stage_id);
    const { campaign } = stage;
    const secret = await this.disclosure.classified(manager, campaign.district);
    const duties = await this.disclosure.duties(manager, documents);
    const published: { document: string; title: string; unit: string }[] = [];
    for (const { id, title, subject, content: filed } of await this.documents.filed<PublicationContent>(manager, documents)) {
      if (subject === null || secret.has(subject)) continue;
      const projects = await this.disclosure.projects(manager, campaign.id, subject);
      const what = duties.get(id)?.what ?? dutiesOf({})[0]!.what;
      const said = publicationOf({ title, fiscalYear: campaign.fiscalYear, place: filed?.place ?? null }, projects, what);
      const draft = { ...said, district: campaign.district, fiscalYear: campaign.fiscalYear, unit: subject, document: id, title };
      await this.disclosure.publish(manager, { ...draft, at: new Date(at) });
      published.push({ document: id, title, unit: subject });
    }
    const found = await this.foundOf(manager, published);
    await this.objections.open(manager, { stage, now: this.clock.toEngine(at), openedBy: obligation.id }, found);
  }

  /** The unit itself may object to what its department made public. */
  private async foundOf(
    manager: EntityManager,
    published: readonly { readonly document: string; readonly title: string; readonly unit: string }[],
  ): Promise<readonly Found[]> {
    const units = await this.projects.units(
      manager,
      published.map(({ unit }) => unit),
    );
    const places = new Map(units.map((it) => [it.id, placeOf(it)]));
    return published.flatMap(({ document, title, unit }) => {
      const place = places.get(unit);
      return place ? [{ document, title, project: null, place }] : [];
    });
  }
}
