import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { labelOf, labelOfChange } from '#contracts/forms/labels.js';
import { versionAt } from '#domain/difference/course.js';
import { difference, touches } from '#domain/difference/difference.js';
import { rowNames } from '#domain/difference/rows.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readDocument } from '#persistence/reading/documents.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { COMMENT_LIST, readCourse, readVersions } from '#persistence/reading/versions.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';

interface Comment {
  readonly sequence: number;
  readonly field: string | null;
}

/** A field may be named as in a refusal (`content.funds.own`) or by itself. */
const fieldOf = (field: string | null): string | null => field?.replace(/^content\.?/, '') || null;

/** What reviewers said of a document's fields: it stands beside the field until a new filing answers it. */
@Injectable()
export class ReviewComments {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, id: string, query: ListQuery) {
    const document = (await readDocument(this.source, viewer, todayOf(this.clock), id)) as { contentVersion: number } | null;
    if (!document) throw new Problem('NOT_FOUND');
    const { items, next } = await readList<Comment>(this.source, COMMENT_LIST, null, { ...query, document: id });
    if (items.length === 0) return { items, next };
    const tell = await this.reader(id, document.contentVersion, items);
    return { items: items.map((item) => ({ ...item, ...tell(item) })), next };
  }

  /** What each comment is about, by the version that its author saw; and whether that is still the same in the newest. */
  private async reader(id: string, latest: number, items: readonly Comment[]) {
    const course = await readCourse(this.source, id);
    const about = new Map(items.map(({ sequence }) => [sequence, versionAt(course, sequence)]));
    const wanted = [...new Set([latest, ...about.values()])].filter((it) => it !== null);
    const contents = new Map((await readVersions(this.source, id, wanted)).map(({ version, content }) => [version, content]));
    const changes = new Map(wanted.map((version) => [version, difference(contents.get(version), contents.get(latest))]));
    return ({ sequence, field: given }: Comment) => {
      const [version, field] = [about.get(sequence) ?? null, fieldOf(given)];
      if (version === null) return { version, field, label: field && labelOf(field), changed: null };
      const label = field && labelOfChange({ path: field, rows: rowNames(contents.get(version), field) });
      return { version, field, label, changed: changes.get(version)!.some((it) => touches(it, field ?? '')) };
    };
  }
}
