import { z } from 'zod';
import { isDay } from '#domain/calendar/calendar.js';

export const id = z.uuid();
/** ISO 8601 with offset, as JSON writes a Date. */
export const instant = z.union([z.iso.datetime({ offset: true }), z.date()]).meta({ type: 'string', format: 'date-time' });
export const day = z
  .string()
  .refine(isDay, { error: '应为存在的日期 YYYY-MM-DD (a day that exists is needed, as YYYY-MM-DD)' })
  .meta({ format: 'date' });
/** Yuan as decimal text. */
export const amount = z.string().regex(/^\d{1,15}(\.\d{1,2})?$/, { error: '应为元，最多两位小数 (yuan with at most two decimals)' });
export const money = z.string().nullable();
export const name = z.string().trim().min(1).max(120);
export const sentence = z.string().trim().min(1).max(500);
export const email = z.email().max(254);
export const password = z.string().min(10).max(200);
export const fiscalYear = z.int().min(2000).max(2100);
export const yearFilter = z.coerce.number().int().min(2000).max(2100);
export const flag = z.enum(['true', 'false']).transform((it) => it === 'true');
export const json = z.unknown();
export const version = z.int();

export const LIST_LIMIT = 500;

/** The query of a list: filters and sort keys by name, a limit, and the cursor that the page before gave. `-name` sorts downwards. */
export const listQuery = <S extends string, F extends z.ZodRawShape>(sorts: readonly [S, ...S[]], filters: F) =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(LIST_LIMIT).default(50),
    cursor: z.string().min(1).max(600).optional(),
    sort: z.enum(sorts).default(sorts[0]),
    ...filters,
  });

/** One page; `next` is the cursor of the page after, null on the last one. */
export const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() });

export const byId = <N extends string>(...names: readonly N[]) =>
  z.strictObject(Object.fromEntries(names.map((it) => [it, id])) as Record<N, typeof id>);

/** One field that is wrong; of a rule of the policy also the words that it is about and what it rests on. */
export const fieldError = z.strictObject({
  path: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  quote: z.string().nullable().optional(),
  source: z.string().optional(),
});

export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    zh: z.string(),
    en: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    errors: z.array(fieldError).optional(),
  })
  .meta({ id: 'Problem' });
