import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { actingFor } from '#persistence/access/columns.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { ApprovalReplyRepository } from '#persistence/campaign/approval-reply.repository.js';
import { locateDocuments, readDocument } from '#persistence/reading/documents.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { DOCUMENT_LIST } from '#persistence/reading/work.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';

/** Documents and the drafts of their content. Their status is changed by their obligation alone. */
@Injectable()
export class Documents {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly replies: ApprovalReplyRepository,
  ) {}

  list(viewer: Viewer, query: ListQuery) {
    return readList(this.source, DOCUMENT_LIST, viewer, query);
  }

  async get(viewer: Viewer, id: string): Promise<{ readonly version: number }> {
    const document = await readDocument(this.source, viewer, todayOf(this.clock), id);
    if (!document) throw new Problem('NOT_FOUND');
    return document as { version: number };
  }

  /**
   * Saves a draft as the next version, while the document is with the debtor and it is the viewer's turn to file it (or that of somebody who
   * delegated to the viewer). Earlier versions stay.
   */
  async save(viewer: Viewer, id: string, version: number, content: Readonly<Record<string, unknown>>) {
    const today = todayOf(this.clock);
    const there = await locateDocuments(this.source, viewer, 'documents.write', today, [id]);
    if (!there.has(id)) throw new Problem('NOT_FOUND');
    const rows: { version: number | null; turn: boolean; editable: boolean; current: number }[] = await this.source.query(
      `with asked as (
         select d.id, d.content_version as current, d.status in ('open', 'returned') as editable,
           exists (select from task t where t.document_id = d.id and t.doing = 'file' and t.person_id in (${actingFor('$2', '$3::date')})) as turn
         from document d where d.id = $1 for update
       ), next as (
         update document set content_version = current + 1 from asked
         where document.id = asked.id and editable and turn and current = $4 returning document.id, content_version
       ), kept as (
         insert into document_content (document_id, version, content, saved_at, saved_by)
         select id, content_version, $5::text::jsonb, $6, $2 from next returning version)
       select (select version from kept) as version, turn, editable, current from asked`,
      [id, viewer.person, today, version, JSON.stringify(content), new Date(this.clock.now())],
    );
    const { version: saved, turn, editable, current } = rows[0]!;
    if (saved !== null) return { document: id, version: saved };
    if (!editable) throw await this.whyLocked(id);
    if (!turn) throw new Problem('NOT_YOUR_DOCUMENT');
    throw new Problem('VERSION_STALE', { current });
  }

  private async whyLocked(id: string): Promise<Problem> {
    const number = await this.replies.lockOf(this.source.manager, id);
    return number === null ? new Problem('NOT_EDITABLE') : new Problem('LOCKED', { number });
  }
}
