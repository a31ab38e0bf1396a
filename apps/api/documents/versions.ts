import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { labelOfChange } from '#contracts/forms/labels.js';
import { lastReviewed, marksOf } from '#domain/difference/course.js';
import { difference } from '#domain/difference/difference.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readDocument } from '#persistence/reading/documents.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { readApprovedBefore, readCourse, readVersions, VERSION_LIST } from '#persistence/reading/versions.js';
import type { VersionRow } from '#persistence/reading/versions.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';

export type Which = number | 'latest' | 'filed' | 'reviewed' | 'approved';

interface Seen {
  readonly id: string;
  readonly status: string;
  readonly contentVersion: number;
  readonly filedVersion: number | null;
}
type End = { readonly document: string; readonly version: number } | null;

/** Versions of a document's content, and what changed between them. Who sees the document sees its versions. */
@Injectable()
export class Versions {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, document: string, query: ListQuery) {
    await this.find(viewer, document);
    const { items, next } = await readList<{ version: number }>(this.source, VERSION_LIST, null, { ...query, document });
    const marks = marksOf(await readCourse(this.source, document));
    const told = ({ version }: { version: number }) =>
      marks
        .filter((it) => it.version === version)
        .map(({ mark, event: { at, round, actor, actorName } }) => ({ mark, at, round, by: actor, byName: actorName }));
    return { items: items.map((item) => ({ ...item, marks: told(item) })), next };
  }

  async one(viewer: Viewer, document: string, version: number): Promise<VersionRow> {
    await this.find(viewer, document);
    const [row] = await readVersions(this.source, document, [version]);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  async difference(viewer: Viewer, id: string, from: Which | undefined, to: Which) {
    const document = await this.find(viewer, id);
    const reviewed = from ?? 'reviewed';
    const begin =
      (await this.end(viewer, document, reviewed)) ?? (from === undefined ? await this.end(viewer, document, 'approved') : null);
    const [older, newer] = [await this.read(begin), await this.read(await this.end(viewer, document, to))];
    const changes = difference(older?.content ?? {}, newer?.content ?? {}).map(({ path, was, kind, before, after, rows }) => ({
      ...{ path, was, kind, before, after },
      label: labelOfChange({ path, rows }),
    }));
    const shown = (it: VersionRow | null) => it && { document: it.document, version: it.version, savedAt: it.savedAt };
    return { from: shown(older), to: shown(newer), changes };
  }

  private async end(viewer: Viewer, document: Seen, which: Which): Promise<End> {
    const of = (version: number | null): End => (version === null || version === 0 ? null : { document: document.id, version });
    if (which === 'latest') return of(document.contentVersion);
    if (which === 'filed') return of(document.filedVersion);
    if (which === 'reviewed') return of(lastReviewed(marksOf(await readCourse(this.source, document.id)), viewer.person));
    if (typeof which === 'number') return of(which);
    return document.status === 'approved' ? of(document.filedVersion) : this.adjusted(viewer, document.id);
  }

  /** What the filing adjusts, if the viewer sees it. */
  private async adjusted(viewer: Viewer, document: string): Promise<End> {
    const before = await readApprovedBefore(this.source, document);
    if (!before || !(await readDocument(this.source, viewer, todayOf(this.clock), before.id))) return null;
    return { document: before.id, version: before.version };
  }

  private async read(end: End): Promise<VersionRow | null> {
    if (!end) return null;
    const [row] = await readVersions(this.source, end.document, [end.version]);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  private async find(viewer: Viewer, id: string): Promise<Seen> {
    const row = await readDocument(this.source, viewer, todayOf(this.clock), id);
    if (!row) throw new Problem('NOT_FOUND');
    return row as Seen;
  }
}
