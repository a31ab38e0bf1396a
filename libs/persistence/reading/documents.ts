import type { DataSource } from 'typeorm';
import type { Action } from '#contracts/api/actions.js';
import type { DocumentStatus, ObligationState } from '#domain/obligation/state.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { ONE_DOCUMENT, ONE_OBLIGATION } from '#persistence/access/columns.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readRows } from './rows.js';
import { OBLIGATION_LIST, WHOLE_DOCUMENT } from './work.js';

/** A document that a transition is asked for, as far as the API must know it. */
export interface LocatedDocument {
  readonly id: string;
  readonly obligation: string;
  readonly kind: DocumentKind;
  readonly status: DocumentStatus;
  readonly round: number;
  readonly contentVersion: number;
  /** The newest content; only when asked for. */
  readonly content?: unknown;
  readonly project?: string | null;
  readonly subject?: string | null;
  readonly campaign?: string;
}

const seen = (viewer: Viewer, action: Action, today: string, parameters: Parameters): string =>
  visible(viewer, action, ONE_DOCUMENT('d', `${parameters.add(today)}::date`), parameters);

/** Which of the documents the viewer may touch by this action; the others are as if they did not exist. */
export const locateDocuments = async (
  source: DataSource,
  viewer: Viewer,
  action: Action,
  today: string,
  ids: readonly string[],
  withContent = false,
): Promise<ReadonlyMap<string, LocatedDocument>> => {
  const parameters = new Parameters();
  const among = parameters.add(ids);
  const content = withContent
    ? `, d.project_id as project, d.subject_id as subject, d.campaign_id as campaign, coalesce(c.content, '{}') as content`
    : '';
  const join = withContent ? 'left join document_content c on c.document_id = d.id and c.version = d.content_version' : '';
  const rows = await readRows<LocatedDocument>(
    source,
    `select d.id, d.obligation_id as obligation, d.kind, d.status, d.round, d.content_version as "contentVersion" ${content} from document d ${join}
     where d.id = any (${among}::uuid[]) and ${seen(viewer, action, today, parameters)}`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.id, row]));
};

/** One document with its content, or null when the viewer does not see it. */
export const readDocument = async (source: DataSource, viewer: Viewer, today: string, id: string): Promise<unknown> => {
  const parameters = new Parameters();
  const is = parameters.add(id);
  const rows = await readRows(
    source,
    `select ${WHOLE_DOCUMENT} from document d left join budget_unit u on u.id = d.unit_id
     where d.id = ${is}::uuid and ${seen(viewer, 'documents.read', today, parameters)}`,
    parameters.values,
  );
  return rows[0] ?? null;
};

/** One obligation with its state, or null when the viewer does not see it. */
export const readObligation = async (
  source: DataSource,
  viewer: Viewer,
  action: Action,
  today: string,
  id: string,
): Promise<{ readonly id: string; readonly state: ObligationState } | null> => {
  const parameters = new Parameters();
  const is = parameters.add(id);
  const visibly = visible(viewer, action, ONE_OBLIGATION('o', `${parameters.add(today)}::date`), parameters);
  const rows = await readRows<{ id: string; state: ObligationState }>(
    source,
    `select ${OBLIGATION_LIST.select}, o.terms || o.state as state from obligation o where o.id = ${is}::uuid and ${visibly}`,
    parameters.values,
  );
  return rows[0] ?? null;
};
