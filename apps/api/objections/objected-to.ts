import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { CommentContent } from '#domain/key-evaluation/content.js';
import type { ObjectionableKind } from '#domain/objection/objection.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { ObjectionRepository } from '#persistence/campaign/objection.repository.js';
import type { ObjectedTo as About } from '#persistence/campaign/objection.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { readDocument } from '#persistence/reading/documents.js';
import { foundProblems, foundScore } from '#persistence/reading/objections.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';

/** Fields of the documents that may be objected to, as far as they say what was found. */
interface FoundContent {
  readonly reason?: string;
  readonly found?: string;
  readonly summary?: string;
  readonly problems?: readonly string[];
}

const KINDS: readonly string[] = ['objection', 'objection-ruling'];

/** What an objection, or the decision on it, is about. Whoever may object reads what was found, though its document is the bureau's own. */
@Injectable()
export class ObjectedTo {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly objections: ObjectionRepository,
    private readonly documents: DocumentRepository,
  ) {}

  /** @throws Problem NOT_FOUND for any other kind of document */
  async of(viewer: Viewer, id: string) {
    const seen = (await readDocument(this.source, viewer, todayOf(this.clock), id)) as { readonly kind: string } | null;
    if (!seen || !KINDS.includes(seen.kind)) throw new Problem('NOT_FOUND');
    const { manager } = this.source;
    const [own] = await this.documents.filed(manager, [id]);
    const objection = seen.kind === 'objection' ? id : own!.subject!;
    const about = (await this.objections.objectedTo(manager, [objection])).get(objection)!;
    const { document, kind, title } = about;
    return {
      ...{ document, kind, title },
      ...(await foundScore(this.source, document)),
      ...(await this.wordsOf(about)),
      objection: objection === id ? null : await this.saidIn(objection),
    };
  }

  private async wordsOf({ document, kind, subject }: About) {
    const [filed] = await this.documents.filed<FoundContent>(this.source.manager, [document]);
    const { reason, found, summary, problems = [] } = filed?.content ?? {};
    const said = { reason: reason ?? found ?? summary ?? null };
    const isNotice = kind === ('feedback-receipt' satisfies ObjectionableKind);
    if (isNotice) return { ...said, problems: await foundProblems(this.source, subject!) };
    return { ...said, problems: problems.map((problem, i) => ({ number: i + 1, problem, recommendation: null })) };
  }

  private async saidIn(objection: string) {
    const [filed] = await this.documents.filed<CommentContent>(this.source.manager, [objection]);
    const { text = '', items = [] } = filed?.content ?? {};
    return { document: objection, text, items };
  }
}
