import { FORMS } from '#contracts/forms/forms.js';
import { readBy } from '#contracts/errors/field-errors.js';
import type { FieldError } from '#contracts/errors/problem.js';
import type { LocatedDocument } from '#persistence/reading/documents.js';

/** What is wrong with a document's content by its form; empty when nothing is. */
export const formErrors = ({ kind, content }: Pick<LocatedDocument, 'kind' | 'content'>): readonly FieldError[] => {
  const read = readBy(FORMS[kind], content, ['content']);
  return 'errors' in read ? read.errors : [];
};
