import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Action } from '#contracts/api/actions.js';
import { Problem } from '#contracts/errors/problem.js';
import { DomainError } from '#domain/errors/domain-error.js';
import type { Commands, DocumentRef } from '#domain/obligation/command.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readOwed } from '#persistence/reading/board.js';
import type { OwingFilter } from '#persistence/reading/board.js';
import { locateDocuments } from '#persistence/reading/documents.js';
import type { LocatedDocument } from '#persistence/reading/documents.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { groupBy } from '#domain/group-by.js';
import { inParallel } from '../http/in-parallel.js';
import { todayOf } from '../http/today.js';
import type { ApiOptions, SubmissionGate } from '../parts.js';
import { GATE, OPTIONS } from '../parts.js';
import { refused, resultOf } from './refused.js';
import type { DocumentResult } from './refused.js';
import { checkSubmission } from './submission.js';

type Transition = 'submit' | 'withdraw' | 'review' | 'transfer' | 'addReviewer' | 'remind' | 'cancel';
type Fields<N extends Transition> = Omit<Commands[N], 'requestId' | 'actor' | 'documents'>;
/** Documents of one request. */
const MOST = 5_000;
type Located = ReadonlyMap<string, LocatedDocument>;

export interface BulkAnswer {
  readonly done: number;
  readonly refused: number;
  readonly results: readonly DocumentResult[];
}

interface Wanted<N extends Transition> {
  readonly name: N;
  readonly action: Action;
  readonly viewer: Viewer;
  readonly key: string;
  readonly documents: readonly { readonly id: string; readonly round?: number | undefined }[];
  readonly fields: Fields<N>;
}

/**
 * Asks for transitions: never decides one. Documents are grouped by their obligation, each obligation is asked once for all of its documents,
 * many obligations at a time, and every document gets its own answer.
 */
@Injectable()
export class Transitions {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
    private readonly clock: Clock,
    @Inject(OPTIONS) private readonly options: ApiOptions,
    @Inject(GATE) private readonly gate: SubmissionGate,
  ) {}

  async ask<N extends Transition>(wanted: Wanted<N>): Promise<BulkAnswer> {
    const refs = [...new Map(wanted.documents.map(({ id, round }) => [id, { id, ...(round === undefined ? {} : { round }) }])).values()];
    const ids = refs.map(({ id }) => id);
    const located = await locateDocuments(this.source, wanted.viewer, wanted.action, todayOf(this.clock), ids, wanted.name === 'submit');
    const results = new Map<string, DocumentResult>();
    for (const { id } of refs) if (!located.has(id)) results.set(id, refused(id, undefined, 'UNKNOWN_DOCUMENT'));
    const checked = wanted.name === 'submit' ? await checkSubmission([...located.values()], this.gate) : null;
    for (const it of checked?.refused ?? []) results.set(it.document, it);
    const askable = refs.filter(({ id }) => !results.has(id));
    const groups = [...groupBy(askable, ({ id }) => located.get(id)!.obligation)];
    const answers = await inParallel(groups, this.options.concurrency ?? 50, ([obligation, documents]) =>
      this.askOne(wanted, obligation, documents, located),
    );
    for (const answer of answers.flat()) results.set(answer.document, answer);
    for (const [id, remarks] of checked?.remarks ?? []) {
      const result = results.get(id);
      if (result) results.set(id, { ...result, remarks });
    }
    return this.inOrder(wanted.documents, results);
  }

  /** Reminds (催办) all of these lines of the board who have not submitted. @throws Problem TOO_LARGE beyond 5,000 documents */
  async remindOwing(viewer: Viewer, campaign: string, lines: OwingFilter, key: string): Promise<BulkAnswer> {
    const documents = await readOwed(this.source, viewer, campaign, lines, MOST + 1);
    if (documents.length > MOST) throw new Problem('TOO_LARGE');
    return this.ask({ name: 'remind', action: 'documents.remind', viewer, key, documents, fields: {} });
  }

  /** The other person must be active and of a district of the documents' debtors. @throws Problem UNKNOWN_REFERENCE */
  async mustBeColleague(documents: readonly { readonly id: string }[], person: string): Promise<void> {
    const rows: unknown[] = await this.source.query(
      `select 1 from person p where p.id = $1 and p.active and exists (
         select from document d where d.id = any ($2::uuid[]) and (d.district_id = p.district_id or exists (
           select from role_grant g
           left join budget_unit u on u.id = g.unit_id left join sector_office s on s.id = g.sector_office_id left join agency a on a.id = g.agency_id
           where g.person_id = p.id and g.role <> 'system' and d.district_id in (g.district_id, u.district_id, s.district_id, a.district_id))))`,
      [person, documents.map(({ id }) => id)],
    );
    if (rows.length === 0) throw new Problem('UNKNOWN_REFERENCE', { constraint: 'person' });
  }

  private async askOne<N extends Transition>(wanted: Wanted<N>, obligation: string, documents: readonly DocumentRef[], located: Located) {
    const { name, viewer, key, fields } = wanted;
    // What was checked is what is filed, even if somebody types on meanwhile.
    const checked = documents.map((it) => (name === 'submit' ? { ...it, version: located.get(it.id)!.contentVersion } : it));
    const asked = { requestId: `${viewer.person}:${key}`, actor: viewer.person, documents: checked };
    try {
      const answers = await this.engine.act(obligation, { ...fields, ...asked, name } as Parameters<Engine['act']>[1]);
      return answers.map(resultOf);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return documents.map(({ id }) => refused(id, located.get(id), error.code, error.details));
    }
  }

  private inOrder(documents: readonly { readonly id: string }[], results: ReadonlyMap<string, DocumentResult>): BulkAnswer {
    const inOrder = documents.map(({ id }) => results.get(id) ?? refused(id, undefined, 'UNKNOWN_DOCUMENT'));
    const done = inOrder.filter(({ outcome }) => outcome === 'done').length;
    return { done, refused: inOrder.length - done, results: inOrder };
  }
}
