import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A document in the version that was filed, as the effects of acceptance read it. */
export interface FiledDocument<C> {
  readonly id: string;
  readonly title: string;
  readonly project: string | null;
  readonly subject: string | null;
  readonly unit: string | null;
  /** Null where silence was consent and nothing was filed. */
  readonly content: C | null;
}

@Injectable()
export class DocumentRepository {
  async filed<C>(manager: EntityManager, ids: readonly string[]): Promise<readonly FiledDocument<C>[]> {
    return manager.query(
      `select d.id, d.title, d.project_id as project, d.subject_id as subject, d.unit_id as unit, c.content
       from document d left join document_content c on c.document_id = d.id and c.version = d.filed_version
       where d.id = any ($1) order by d.title, d.id`,
      [ids],
    );
  }

  /** The newest approved document of a kind for each project, in the version that was approved. */
  async approvedByProject<C>(
    manager: EntityManager,
    campaign: string,
    kind: string,
    projects: readonly string[],
  ): Promise<ReadonlyMap<string, FiledDocument<C>>> {
    const rows: FiledDocument<C>[] = await manager.query(
      `select distinct on (d.project_id) d.id, d.title, d.project_id as project, d.subject_id as subject, d.unit_id as unit, c.content
       from document d join document_content c on c.document_id = d.id and c.version = d.filed_version
       where d.campaign_id = $1 and d.kind = $2 and d.status = 'approved' and d.project_id = any ($3)
       order by d.project_id, d.changed_at desc`,
      [campaign, kind, projects],
    );
    return new Map(rows.map((row) => [row.project!, row]));
  }
}
