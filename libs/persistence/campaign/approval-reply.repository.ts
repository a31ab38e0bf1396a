import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LetterDraft } from './letter-serial.js';

/** A document that a reply is asked for. */
export interface ReplyCandidate {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly department: string | null;
  readonly version: number | null;
  readonly content: unknown;
  /** The number of the reply that holds it already. */
  readonly replied: string | null;
  /** What of the same project an earlier reply holds and none replaced yet. */
  readonly supersedes: string | null;
}

export interface ReplyDraft extends LetterDraft {
  readonly issuedBy: string;
  readonly request: string;
  readonly lines: readonly {
    readonly document: string;
    readonly version: number;
    readonly hash: string;
    readonly supersedes: string | null;
  }[];
}

@Injectable()
export class ApprovalReplyRepository {
  /** The replies that this request has made already. */
  async ofRequest(manager: EntityManager, person: string, request: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      'select id from approval_reply where issued_by = $1 and request_id = $2 order by serial',
      [person, request],
    );
    return rows.map(({ id }) => id);
  }

  /** The documents of this campaign among those asked for; supervising departments in the order of their codes. */
  async candidates(manager: EntityManager, campaign: string, documents: readonly string[]): Promise<ReplyCandidate[]> {
    return manager.query(
      `select d.id, d.kind, d.status, d.department_id as department, d.filed_version as version, c.content, r.number as replied,
         (select l.document_id from approval_reply_document l join document b on b.id = l.document_id
          where b.project_id = d.project_id and b.kind = d.kind and b.campaign_id = d.campaign_id and b.id <> d.id
            and not exists (select from approval_reply_document s where s.supersedes_id = l.document_id)
          order by b.changed_at desc limit 1) as supersedes
       from document d
       left join document_content c on c.document_id = d.id and c.version = d.filed_version
       left join approval_reply_document x on x.document_id = d.id left join approval_reply r on r.id = x.reply_id
       left join budget_unit u on u.id = d.department_id
       where d.campaign_id = $1 and d.id = any ($2::uuid[]) order by u.code, d.changed_at, d.id`,
      [campaign, documents],
    );
  }

  async insert(manager: EntityManager, it: ReplyDraft): Promise<void> {
    await manager.query(
      `insert into approval_reply (id, district_id, campaign_id, department_id, year, serial, number, issuer, issued_on, issued_at, issued_by, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        it.id,
        it.district,
        it.campaign,
        it.department,
        it.year,
        it.serial,
        it.number,
        it.issuer,
        it.issuedOn,
        it.issuedAt,
        it.issuedBy,
        it.request,
      ],
    );
    await manager.query(
      `insert into approval_reply_document (document_id, reply_id, version, hash, supersedes_id)
       select l.document, $2, l.version, l.hash, l.supersedes
       from jsonb_to_recordset($1::text::jsonb) as l (document uuid, version integer, hash text, supersedes uuid)`,
      [JSON.stringify(it.lines), it.id],
    );
  }

  /** The units whose documents these are. */
  async unitsOf(manager: EntityManager, documents: readonly string[]): Promise<readonly string[]> {
    const rows: { unit: string }[] = await manager.query(
      'select distinct unit_id as unit from document where id = any ($1) and unit_id is not null order by 1',
      [documents],
    );
    return rows.map(({ unit }) => unit);
  }

  /** The number of the reply that locks this document; null while none does. */
  async lockOf(manager: EntityManager, document: string): Promise<string | null> {
    const rows: { number: string }[] = await manager.query(
      'select r.number from approval_reply_document x join approval_reply r on r.id = x.reply_id where x.document_id = $1',
      [document],
    );
    return rows[0]?.number ?? null;
  }
}
