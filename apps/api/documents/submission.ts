import type { Remark } from '#contracts/errors/problem.js';
import type { LocatedDocument } from '#persistence/reading/documents.js';
import { groupBy } from '#domain/group-by.js';
import type { SubmissionGate, SubmittedDocument } from '../parts.js';
import { formErrors } from './check-content.js';
import { refused } from './refused.js';
import type { DocumentResult } from './refused.js';

export const asSubmitted = ({ id, kind, content, project, subject, campaign }: LocatedDocument): SubmittedDocument => ({
  id,
  kind,
  content,
  project: project ?? null,
  subject: subject ?? null,
  campaign: campaign ?? '',
});

/** With the debtor. What is not, the obligation refuses with its own reason; its content is no matter then. */
const canBeSubmitted = ({ status }: LocatedDocument): boolean => status === 'open' || status === 'returned';

/** Those that do not pass, and what is remarked of any, by document. */
export interface CheckedSubmission {
  readonly refused: readonly DocumentResult[];
  readonly remarks: ReadonlyMap<string, readonly Remark[]>;
}

/** Before anybody is asked: the content of each document by its form, then by its stage's gate. */
export const checkSubmission = async (documents: readonly LocatedDocument[], gate: SubmissionGate): Promise<CheckedSubmission> => {
  const results: DocumentResult[] = [];
  const remarks = new Map<string, readonly Remark[]>();
  const passed: LocatedDocument[] = [];
  for (const document of documents.filter(canBeSubmitted)) {
    const errors = formErrors(document);
    if (errors.length > 0) results.push(refused(document.id, document, 'NOT_ACCEPTED', {}, errors));
    else passed.push(document);
  }
  for (const [kind, group] of groupBy(passed, ({ kind }) => kind)) {
    const standing = new Map(group.map((it) => [it.id, it]));
    for (const it of (await gate[kind]?.(group.map(asSubmitted))) ?? []) {
      if (it.code) results.push(refused(it.document, standing.get(it.document), it.code, it.details, it.errors));
      if (it.remarks) remarks.set(it.document, it.remarks);
    }
  }
  return { refused: results, remarks };
};
