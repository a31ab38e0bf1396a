import type { Readable } from 'node:stream';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Action } from '#contracts/api/actions.js';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { AttachmentRepository } from '#persistence/attachment/attachment.repository.js';
import type { Filing } from '#persistence/attachment/attachment.repository.js';
import { locateDocuments } from '#persistence/reading/documents.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { ATTACHMENT_LIST } from '#persistence/reading/on-documents.js';
import { Clock } from '#platform/clock.js';
import type { Files } from '#platform/files/files.js';
import { asDownload } from '../http/as-download.js';
import { answerFailedStream } from '../http/failed-stream.js';
import { Trail } from '../http/trail.js';
import { todayOf } from '../http/today.js';
import { FILES } from '../parts.js';

interface AttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
}

/** What the trail keeps of a file that was put on or taken off. */
interface Noted {
  readonly document: string;
  readonly attachment: string;
  readonly name: string;
  readonly sha256: string;
  readonly size?: number;
  readonly mediaType?: string;
  readonly path?: string | null;
}

/** Files that belong to documents: put on and taken off by those whose turn it is to file, read by all who see the document. */
@Injectable()
export class Attachments {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly attachments: AttachmentRepository,
    @Inject(FILES) private readonly files: Files | null,
  ) {}

  async list(viewer: Viewer, document: string, query: ListQuery) {
    await this.mustSee(viewer, 'documents.read', document);
    return readList<AttachmentRow>(this.source, ATTACHMENT_LIST, null, { ...query, document });
  }

  async attach(viewer: Viewer, document: string, { name, path }: { name: string; path?: string | undefined }, stream: Readable) {
    await this.mustSee(viewer, 'documents.write', document);
    // Nobody sends megabytes to be told that it was not their turn.
    await this.source.transaction((manager) => this.mustFile(manager, viewer, document));
    const file = await this.store.receive(stream, name);
    const id = await this.source.transaction(async (manager) => {
      const { district } = await this.mustFile(manager, viewer, document);
      const at = new Date(this.clock.now());
      const where = { document, path: path ?? null, name };
      const attached = await this.attachments.attach(manager, { ...where, ...file, person: viewer.person, at });
      if (attached.added) await this.note(manager, viewer, district, 'attachFile', { ...where, ...file, attachment: attached.id });
      return attached.id;
    });
    return this.one(document, id);
  }

  async detach(viewer: Viewer, document: string, id: string): Promise<void> {
    await this.mustSee(viewer, 'documents.write', document);
    await this.source.transaction(async (manager) => {
      const { district } = await this.mustFile(manager, viewer, document);
      const gone = await this.attachments.detach(manager, document, id, viewer.person, new Date(this.clock.now()));
      if (!gone) throw new Problem('NOT_FOUND');
      await this.note(manager, viewer, district, 'detachFile', { document, ...gone, attachment: id });
    });
  }

  async download(viewer: Viewer, document: string, id: string): Promise<StreamableFile> {
    await this.mustSee(viewer, 'documents.read', document);
    const { name, size, sha256, mediaType } = await this.one(document, id);
    const options = { type: mediaType, length: size, disposition: asDownload(name) };
    return new StreamableFile(await this.store.read(sha256), options).setErrorHandler(answerFailedStream);
  }

  private get store(): Files {
    if (!this.files) throw new Problem('UNAVAILABLE');
    return this.files;
  }

  private async one(document: string, attachment: string): Promise<AttachmentRow> {
    const query = { limit: 1, sort: 'attachedAt', document, attachment };
    const { items } = await readList<AttachmentRow>(this.source, ATTACHMENT_LIST, null, query);
    if (!items[0]) throw new Problem('NOT_FOUND');
    return items[0];
  }

  private async mustSee(viewer: Viewer, action: Action, document: string): Promise<void> {
    const seen = await locateDocuments(this.source, viewer, action, todayOf(this.clock), [document]);
    if (!seen.has(document)) throw new Problem('NOT_FOUND');
  }

  private async mustFile(manager: EntityManager, viewer: Viewer, document: string): Promise<Filing> {
    const filing = await this.attachments.filing(manager, document, viewer.person, todayOf(this.clock));
    if (!filing.editable) throw new Problem('NOT_EDITABLE');
    if (!filing.turn) throw new Problem('NOT_YOUR_DOCUMENT');
    return filing;
  }

  private note(manager: EntityManager, { person: actor }: Viewer, district: string, type: TrailType, detail: Noted): Promise<void> {
    return this.trail.append(manager, { stream: `document/${detail.document}`, district, actor, type, detail });
  }
}
