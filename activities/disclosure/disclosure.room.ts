import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { canonicalHash } from '#contracts/canonical-hash.js';
import type { PublicationContent } from '#domain/disclosure/content.js';
import { groupBy } from '#domain/group-by.js';
import type { Json } from '#domain/json.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { CampaignRow } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';
import type { Opening, StageRoom } from '../stage/room.js';

/** 公开: every department makes public what its units aimed at and reached. Classified units (涉密) have no duty and leave no trace. */
@Injectable()
export class DisclosureRoom implements StageRoom {
  readonly name = 'disclosure';
  readonly effects = { publication: this.publish.bind(this) };

  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly projects: ProjectRepository,
    private readonly documents: DocumentRepository,
    private readonly opener: ObligationOpener,
  ) {}

  async open({ manager, stage, now }: Opening, units?: readonly string[]): Promise<number> {
    const { campaign } = stage;
    const seats = await loadSeats(manager, campaign.district);
    const common = commonOf(stage, 'publication', now);
    const open = (await this.projects.byUnit(manager, campaign, units)).filter(({ unit }) => !unit.classified);
    const drafts = [...groupBy(open, ({ unit }) => unit.department)].map(([department, ofDepartment]) => {
      const place = { unit: department, department, sectorOffice: ofDepartment[0]!.unit.sectorOffice, agency: null };
      const documents = ofDepartment.map(({ unit }) => ({ title: `绩效信息公开：${unit.name}`, subject: unit.id }));
      return { ...common, title: '绩效信息公开', place, seats: seats.of('department', place), documents };
    });
    return (await this.opener.open(manager, drafts, now)).length;
  }

  private async publish(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const campaign = await this.campaigns.campaign(manager, obligation.campaign_id);
    for (const { id, title, subject, content: filed } of await this.documents.filed<PublicationContent>(manager, documents)) {
      const content = {
        title,
        fiscalYear: campaign.fiscalYear,
        place: filed?.place ?? null,
        projects: await this.contentOf(manager, campaign, subject!),
      };
      await manager.query(
        `insert into publication (id, district_id, fiscal_year, unit_id, document_id, title, content, hash, published_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint publication_document_uk do nothing`,
        [uuid(), campaign.district, campaign.fiscalYear, subject, id, title, content, canonicalHash(content), new Date(at).toISOString()],
      );
    }
  }

  /** What the public reads of one unit: its approved targets, the scores and grades of the year. */
  private async contentOf(manager: EntityManager, { id, fiscalYear }: CampaignRow, unit: string): Promise<Json> {
    const rows: { project: Json }[] = await manager.query(
      `select jsonb_build_object('code', p.code, 'name', p.name, 'approvedBudget', coalesce(p.adjusted_budget, p.approved_budget, p.initial_budget)::text,
         'target', (select c.content from document d join document_content c on c.document_id = d.id and c.version = d.filed_version
                    where d.project_id = p.id and d.kind = 'target' and d.status = 'approved' order by d.changed_at desc limit 1),
         'results', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'score', r.score::text, 'grade', r.grade) order by r.kind), '[]')
                     from result r where r.project_id = p.id and r.campaign_id = $1 and r.kind in ('self-evaluation', 'evaluation'))) as project
       from project p where p.unit_id = $2 and p.fiscal_year = $3 and p.status = 'active' order by p.code`,
      [id, unit, fiscalYear],
    );
    return rows.map(({ project }) => project);
  }
}
