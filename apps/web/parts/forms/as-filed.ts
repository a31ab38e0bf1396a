import type { DocumentKind } from '#domain/stage/document-kind.js';
import { asRows } from './grid/rows.js';
import type { Content } from './paths.js';
import { formOf } from './shape.js';
import type { Field } from './shape.js';

/** What a field says that was left as it was: a box without a tick says no, a text that may be empty is, a list has no rows. */
const untouched = ({ shape, optional }: Field): unknown => {
  if (optional) return undefined;
  if (shape.is === 'boolean') return false;
  if (shape.is === 'rows' || shape.is === 'lines') return [];
  return shape.is === 'text' && shape.mayBeEmpty === true ? '' : undefined;
};

const valueOf = (field: Field, value: unknown): unknown => {
  if (value === undefined) return untouched(field);
  if (field.shape.is === 'rows') return asRows(value).map((row) => completed(field.shape.is === 'rows' ? field.shape.fields : [], row));
  if (field.shape.is === 'group' && typeof value === 'object' && value !== null) return completed(field.shape.fields, value as Content);
  return value;
};

const completed = (fields: readonly Field[], content: Content): Content => {
  const own = fields.flatMap((field) => {
    const value = valueOf(field, content[field.key]);
    return value === undefined ? [] : [[field.key, value] as const];
  });
  return { ...content, ...Object.fromEntries(own) };
};

/** The content as the form states it, with what an untouched box or an empty text says. */
export const asFiled = (kind: DocumentKind, content: Content): Content => completed(formOf(kind), content);
