import { z } from 'zod';
import { OPERATORS } from '#domain/target-filing/content.js';
import { decimal } from '../policy/fields.js';

/** A name or title as people write it: one line, at most 200 characters. */
export const label = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u);

/** What a form's value field holds: a decimal, kept as text, or words. */
export const value = z.union([decimal, label]);

/** How a keyboard types what the form prints. */
export const TYPED_OPERATORS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '==': '=' };

/** 指标性质 as printed or as typed. */
export const operator = z.preprocess((it) => (typeof it === 'string' ? (TYPED_OPERATORS[it] ?? it) : it), z.enum(OPERATORS));

/** A figure that nobody may have reported. */
export const reported = <T extends z.ZodType>(of: T) => of.nullable().default(null);

/** Where figures come from. */
export const origin = z.strictObject({ document: label.exactOptional(), by: label.exactOptional(), at: label.exactOptional() });

/** What every case may carry: what it is called in the output. */
export const caseName = label.exactOptional();
