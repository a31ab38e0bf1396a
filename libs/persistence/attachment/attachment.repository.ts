import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { actingFor } from '#persistence/access/columns.js';

export interface NewAttachment {
  readonly document: string;
  readonly path: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly person: string;
  readonly at: Date;
}

export interface Filing {
  readonly district: string;
  readonly editable: boolean;
  /** It is the person's turn to file, or that of somebody who delegated to them. */
  readonly turn: boolean;
}

@Injectable()
export class AttachmentRepository {
  /** Whether the person may change the document now; holds the document until the transaction ends, so that it is not filed meanwhile. */
  async filing(manager: EntityManager, document: string, person: string, today: string): Promise<Filing> {
    const rows: Filing[] = await manager.query(
      `select d.district_id as district, d.status in ('open', 'returned') as editable, exists (select from task t
         where t.document_id = d.id and t.doing = 'file' and t.person_id in (${actingFor('$2', '$3::date')})) as turn
       from document d where d.id = $1 for share`,
      [document, person, today],
    );
    return rows[0]!;
  }

  /** Its id, and whether it is new: the same file under the same name at the same field is there once. */
  async attach(manager: EntityManager, it: NewAttachment): Promise<{ readonly id: string; readonly added: boolean }> {
    const added: { id: string }[] = await manager.query(
      `insert into attachment (id, document_id, path, name, sha256, size, media_type, attached_at, attached_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (document_id, sha256, name, coalesce(path, '')) where detached_at is null do nothing returning id`,
      [uuid(), it.document, it.path, it.name, it.sha256, it.size, it.mediaType, it.at, it.person],
    );
    if (added[0]) return { id: added[0].id, added: true };
    const there: { id: string }[] = await manager.query(
      `select id from attachment
       where document_id = $1 and sha256 = $2 and name = $3 and coalesce(path, '') = coalesce($4, '') and detached_at is null`,
      [it.document, it.sha256, it.name, it.path],
    );
    return { id: there[0]!.id, added: false };
  }

  /** Null: there is no such attachment any more. */
  async detach(
    manager: EntityManager,
    document: string,
    id: string,
    person: string,
    at: Date,
  ): Promise<{ name: string; sha256: string } | null> {
    const [rows] = (await manager.query(
      `update attachment set detached_at = $3, detached_by = $4 where id = $2 and document_id = $1 and detached_at is null returning name, sha256`,
      [document, id, at, person],
    )) as [{ name: string; sha256: string }[]];
    return rows[0] ?? null;
  }
}
