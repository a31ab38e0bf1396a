import { z } from 'zod';
import { amount, day, decimal, points } from '#contracts/forms/fields.js';
import { FORMS } from '#contracts/forms/forms.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';

// The policy of content forbids code made at run time, which zod would otherwise try.
z.config({ jitless: true });

/** What a field of a form holds, as far as it matters for how it is asked and shown. */
export type Shape =
  | { readonly is: 'text'; readonly most: number; readonly mayBeEmpty?: boolean }
  | { readonly is: 'decimal' | 'points' | 'amount' | 'day' | 'integer' | 'boolean' }
  /** Nothing but yes may be said. */
  | { readonly is: 'acknowledged' }
  | { readonly is: 'choice'; readonly options: readonly string[] }
  /** Short texts, one a line. */
  | { readonly is: 'lines' }
  | { readonly is: 'group'; readonly fields: readonly Field[] }
  | { readonly is: 'rows'; readonly fields: readonly Field[] };

export interface Field {
  readonly key: string;
  readonly shape: Shape;
  readonly optional: boolean;
}

type Schema = z.ZodType & { readonly def: { readonly type: string } };

const KNOWN: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
  [amount, { is: 'amount' }],
  [day, { is: 'day' }],
  [decimal, { is: 'decimal' }],
  [points, { is: 'points' }],
]);

const LONGEST = 5_000;
/** Numbers of telephones and the like, which a pattern holds short. */
const PATTERNED = 60;

const fieldsOf = (schema: z.ZodObject): readonly Field[] =>
  Object.entries(schema.shape as Record<string, Schema>).map(([key, it]) => {
    const optional = it instanceof z.ZodOptional || it instanceof z.ZodExactOptional;
    return { key, optional, shape: shapeOf(optional ? (it.unwrap() as Schema) : it) };
  });

const listOf = (element: Schema): Shape => (element instanceof z.ZodObject ? { is: 'rows', fields: fieldsOf(element) } : { is: 'lines' });

const textOf = ({ maxLength, minLength, format }: z.ZodString): Shape => ({
  is: 'text',
  most: maxLength ?? (format === null ? LONGEST : PATTERNED),
  mayBeEmpty: (minLength ?? 0) === 0 && format === null,
});

const shapeOf = (schema: Schema): Shape => {
  const known = KNOWN.get(schema);
  if (known) return known;
  if (schema instanceof z.ZodObject) return { is: 'group', fields: fieldsOf(schema) };
  if (schema instanceof z.ZodArray) return listOf(schema.element as Schema);
  if (schema instanceof z.ZodEnum) return { is: 'choice', options: schema.options.map(String) };
  if (schema instanceof z.ZodBoolean) return { is: 'boolean' };
  if (schema instanceof z.ZodLiteral) return { is: 'acknowledged' };
  if (schema instanceof z.ZodNumber) return { is: 'integer' };
  if (schema instanceof z.ZodString) return textOf(schema);
  return { is: 'text', most: LONGEST };
};

/** The fields of a kind of document, in the order of its schema. */
export const formOf = (kind: DocumentKind): readonly Field[] => {
  const shape = shapeOf(FORMS[kind] as Schema);
  return shape.is === 'group' ? shape.fields : [];
};

/** A row's fields side by side; those of a group in it under joined keys. */
export const columnsOf = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((it) =>
    it.shape.is === 'group'
      ? columnsOf(it.shape.fields).map((inner) => ({ ...inner, key: `${it.key}.${inner.key}`, optional: it.optional || inner.optional }))
      : [it],
  );

/** Can rows of these fields stand in a table, or do they hold tables themselves? */
export const isFlat = (fields: readonly Field[]): boolean => columnsOf(fields).every(({ shape }) => shape.is !== 'rows');
