import { z } from 'zod';
import { isDay } from '#domain/calendar/calendar.js';
import { isDecimal } from '#domain/score/exact.js';

/** Characters, counted in UTF-16 units: a label, a sentence or two, and a page. */
export const LIMITS = { label: 120, sentence: 500, page: 5_000, rows: 200 } as const;

const filled = (max: number) => z.string().trim().min(1).max(max);

export const label = filled(LIMITS.label);
export const sentence = filled(LIMITS.sentence);
export const page = filled(LIMITS.page);
export const remark = z.string().trim().max(LIMITS.sentence);

/** A decimal as text; nothing that a binary float could have touched. */
export const decimal = z.string().max(40).refine(isDecimal, { abort: true, error: '应为十进制数 (a plain decimal number is needed)' });

/** A decimal from 0 to 100. */
export const points = decimal.refine((it) => !isDecimal(it) || (Number(it) >= 0 && Number(it) <= 100), {
  error: '应在 0 至 100 之间 (must lie between 0 and 100)',
});

/** Yuan with at most two decimals, not negative, below a trillion. */
export const amount = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, { error: '应为元，最多两位小数 (yuan with at most two decimals)' });

export const day = z.string().refine(isDay, { error: '应为日期 YYYY-MM-DD (a day is needed)' });

export const rows = <T extends z.ZodType>(of: T, least = 0) => z.array(of).min(least).max(LIMITS.rows);

/** Rows about indicators: each indicator once. */
export const oncePerIndicator = (all: readonly { readonly indicator: number }[]): boolean =>
  new Set(all.map((it) => it.indicator)).size === all.length;
export const INDICATOR_TWICE = { error: '同一指标填报两次 (an indicator is reported twice)' };
