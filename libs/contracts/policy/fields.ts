import { z } from 'zod';
import { isClockTime, isDay } from '#domain/calendar/calendar.js';
import { compare, isDecimal } from '#domain/score/exact.js';
import { SEATS } from '#domain/stage/stage.js';

/** A refinement's sentence in both languages; `issues.ts` takes it apart again. */
export const both = (zh: string, en: string): string => `${zh}|${en}`;

/** YAML numbers arrive as binary floats; up to 15 digits they still say what was written. */
export const numberAsText = (value: unknown): unknown =>
  typeof value === 'number' && String(value).replace(/\D/g, '').length <= 15 && !String(value).includes('e') ? String(value) : value;

/** A decimal, written as number or text, kept as text. Not negative. */
export const decimal = z.preprocess(
  numberAsText,
  z
    .string({ error: both('应为数值（15 位以上请加引号）', 'a number is needed (more than 15 digits: in quotes)') })
    .max(40)
    .refine((it) => isDecimal(it) && !it.startsWith('-'), {
      error: both('应为不小于 0 的十进制数', 'a decimal number that is not negative is needed'),
    }),
);

/** Amounts in yuan that cut a list into size classes. */
export const amountBounds = z
  .array(decimal)
  .min(1)
  .max(10)
  .refine((it) => it.every((bound, i) => i === 0 || (isDecimal(bound) && isDecimal(it[i - 1]!) && compare(it[i - 1]!, bound) < 0)), {
    error: both('金额界限须由小到大', 'the bounds must ascend'),
  });

/** Per cent from 0 to 100, written `10%` or `10`, kept as `"10"`. `0.1` is refused: it could mean either. */
export const percent = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/\s*%$/, '') : numberAsText(value)),
  z
    .string({ error: both('应为百分比，如 10%', 'a percentage is needed, for instance 10%') })
    .refine((it) => isDecimal(it) && Number(it) >= 0 && Number(it) <= 100 && !(Number(it) > 0 && Number(it) < 1), {
      error: both('应为 0 至 100 的百分比，如 10%', 'a percentage from 0 to 100 is needed, for instance 10%'),
    }),
);

/** Per cent that may lie above 100, written `130%` or `130`, kept as `"130"`. */
export const openPercent = z.preprocess((it) => (typeof it === 'string' ? it.replace(/\s*%$/, '') : it), decimal);

/** A decimal of either sign, written as number or text, kept as text. */
export const signedDecimal = z.preprocess(
  numberAsText,
  z
    .string({ error: both('应为数值', 'a number is needed') })
    .refine(isDecimal, { error: both('应为十进制数', 'a decimal number is needed') }),
);

/** `60%` is `0.6`, digit by digit. */
const percentAsShare = (value: unknown): unknown => {
  const digits = typeof value === 'string' ? /^([+-]?)(\d{1,20})(?:\.(\d{1,20}))?\s*%$/.exec(value) : null;
  if (!digits) return value;
  const [, sign = '', whole = '', rest = ''] = digits;
  const padded = whole.padStart(3, '0');
  const share = `${sign}${padded.slice(0, -2).replace(/^0+(?=\d)/, '')}.${padded.slice(-2)}${rest}`;
  return share.replace(/\.?0+$/, '');
};

/** A rate, written `60%`, `-30%` or as a number (`0.6`), kept as a decimal. More than 1 and less than 0 are rates, too. */
export const rate = z.preprocess(percentAsShare, signedDecimal);

/** Working days, written `3d` or `3`. */
export const workingDays = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,3}d?$/.test(value) ? Number(value.replace('d', '')) : value),
  z
    .int({ error: both('应为工作日数，如 3d', 'a number of working days is needed, for instance 3d') })
    .min(1)
    .max(250),
);

export const day = z
  .string({ error: both('应为日期，如 2023-10-15', 'a day is needed, for instance 2023-10-15') })
  .refine(isDay, { error: both('没有这一天；应为日期，如 2023-10-15', 'there is no such day; write it like 2023-10-15') });

export const clockTime = z
  .string({ error: both('应为时刻，如 "09:00"', 'a clock time is needed, for instance "09:00"') })
  .refine(isClockTime, {
    error: both('应为时刻，如 "09:00"，最晚 24:00', 'a clock time is needed, for instance "09:00", 24:00 at the latest'),
  });

/** `debtor.department` and `role.performanceOffice` read well and mean the seat. */
export const seat = z.preprocess((value) => (typeof value === 'string' ? value.replace(/^(debtor|role)\./, '') : value), z.enum(SEATS));

/** What chains, ladders, steps, warnings and dimensions are called. */
export const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/, {
  error: both('名称应为字母开头的字母、数字或连字符', 'a name starts with a letter and has letters, digits and hyphens'),
});

export const remark = z.string().min(1).max(300);
export const condition = z.string().min(1).max(300);

/** A total is at most `atMost` while the condition holds. */
export const caps = z.array(z.strictObject({ when: condition, atMost: decimal, source: remark.exactOptional() })).max(20);
