import { z } from 'zod';
import { WARNING_COLOURS } from '#domain/policy/policy.js';
import { both, condition, name, percent, remark, workingDays } from './fields.js';

const month = z.string().regex(/^([1-9]|1[0-2])$/, { error: both('应为月份 1 至 12', 'a month from 1 to 12 is needed') });

/** A warning of dual monitoring, in a policy and in a file of `jiheng warn` alike. */
export const warningRule = z.strictObject({
  id: name,
  of: z.enum(['project', 'indicator']).exactOptional(),
  when: condition,
  thresholds: z
    .record(month, percent)
    .refine((it) => Object.keys(it).length > 0, {
      error: both('至少写明一个月份的进度', 'at least one month with its threshold is needed'),
    })
    .exactOptional(),
  colour: z.enum(WARNING_COLOURS),
  secondRound: z.boolean().exactOptional(),
  answerWithin: workingDays.exactOptional(),
  source: remark.exactOptional(),
});
