import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Action } from '#contracts/api/actions.js';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { locateDocuments } from '#persistence/reading/documents.js';
import type { LocatedDocument } from '#persistence/reading/documents.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { COMMENT_LIST } from '#persistence/reading/on-documents.js';
import { readViewers } from '#persistence/reading/viewers.js';
import { Clock } from '#platform/clock.js';
import { Trail } from '../http/trail.js';
import { todayOf } from '../http/today.js';

interface Wish {
  readonly text: string;
  readonly path?: string | undefined;
  readonly replyTo?: string | undefined;
  readonly mentions: readonly string[];
}

interface Told {
  readonly comment: string;
  readonly document: LocatedDocument;
  readonly at: Date;
}

/** What people say about documents and their fields, beside the reasons of a review. A comment decides nothing. */
@Injectable()
export class Comments {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly outbox: OutboxRepository,
  ) {}

  async list(viewer: Viewer, document: string, query: ListQuery) {
    await this.find(viewer, 'documents.read', document);
    return readList(this.source, COMMENT_LIST, null, { ...query, document });
  }

  /** @throws Problem MENTION_UNSEEING when somebody is mentioned who does not see the document */
  async add(viewer: Viewer, document: string, key: string, { text, path, replyTo, mentions }: Wish) {
    const located = await this.find(viewer, 'comments.write', document);
    const asked = await this.askedBefore(viewer, document, key);
    if (asked) return this.one(document, asked);
    await this.mustAllSee(mentions, document);
    const [id, at] = [uuid(), new Date(this.clock.now())];
    await this.source.transaction(async (manager) => {
      const replied = replyTo === undefined ? null : await this.authorOf(manager, document, replyTo);
      await manager.query(
        `insert into comment (id, document_id, reply_to, path, content_version, text, mentions, author_id, at, request_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, document, replyTo ?? null, path ?? null, located.contentVersion, text, [...new Set(mentions)], viewer.person, at, key],
      );
      const told = { comment: id, document: located, at };
      await this.tell(manager, 'mentioned', new Set(mentions), told);
      const author = replied === null || replied === viewer.person || mentions.includes(replied) ? [] : [replied];
      await this.tell(manager, 'replied', author, told);
      await this.note(manager, viewer, document, 'comment', { comment: id, path: path ?? null, text, mentions: [...mentions] });
    });
    return this.one(document, id);
  }

  async resolve(viewer: Viewer, document: string, id: string, resolved: boolean) {
    await this.find(viewer, 'comments.write', document);
    await this.source.transaction(async (manager) => {
      const at = resolved ? new Date(this.clock.now()) : null;
      const [changed] = (await manager.query(
        `update comment set resolved_at = $3, resolved_by = $4
         where id = $1 and document_id = $2 and (resolved_at is not null) <> $5 returning id`,
        [id, document, at, resolved ? viewer.person : null, resolved],
      )) as [unknown[]];
      if (changed.length > 0) {
        await this.note(manager, viewer, document, resolved ? 'resolveComment' : 'reopenComment', { comment: id });
      }
    });
    return this.one(document, id);
  }

  private async one(document: string, comment: string) {
    const { items } = await readList(this.source, COMMENT_LIST, null, { limit: 1, sort: 'at', document, comment });
    if (!items[0]) throw new Problem('NOT_FOUND');
    return items[0];
  }

  private async find(viewer: Viewer, action: Action, document: string): Promise<LocatedDocument> {
    const located = await locateDocuments(this.source, viewer, action, todayOf(this.clock), [document]);
    const found = located.get(document);
    if (!found) throw new Problem('NOT_FOUND');
    return found;
  }

  /** A request whose answer was lost in a crash finds what it did. */
  private async askedBefore({ person }: Viewer, document: string, key: string): Promise<string | null> {
    const rows: { id: string }[] = await this.source.query(
      'select id from comment where document_id = $1 and author_id = $2 and request_id = $3',
      [document, person, key],
    );
    return rows[0]?.id ?? null;
  }

  private async mustAllSee(people: readonly string[], document: string): Promise<void> {
    const viewers = new Map((await readViewers(this.source, people)).map((it) => [it.person, it]));
    for (const person of people) {
      const viewer = viewers.get(person);
      const seen = viewer && (await locateDocuments(this.source, viewer, 'documents.read', todayOf(this.clock), [document])).has(document);
      if (!seen) throw new Problem('MENTION_UNSEEING');
    }
  }

  private async authorOf(manager: EntityManager, document: string, comment: string): Promise<string> {
    const rows: { author: string }[] = await manager.query('select author_id as author from comment where id = $1 and document_id = $2', [
      comment,
      document,
    ]);
    if (!rows[0]) throw new Problem('UNKNOWN_REFERENCE', { constraint: 'replyTo' });
    return rows[0].author;
  }

  private tell(manager: EntityManager, kind: 'mentioned' | 'replied', people: Iterable<string>, told: Told): Promise<void> {
    const { comment, document, at } = told;
    const detail = { documents: [document.id], comment };
    const of = (person: string) => ({
      key: `comment:${comment}:${kind}:${person}`,
      person,
      obligation: document.obligation,
      kind,
      at,
      detail,
    });
    return this.outbox.put(manager, [...people].map(of));
  }

  private async note(manager: EntityManager, { person: actor }: Viewer, document: string, type: TrailType, detail: object): Promise<void> {
    const rows: { district: string }[] = await manager.query('select district_id as district from document where id = $1', [document]);
    await this.trail.append(manager, { stream: `document/${document}`, district: rows[0]!.district, actor, type, detail });
  }
}
