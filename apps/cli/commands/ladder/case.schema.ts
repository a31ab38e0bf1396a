import { z } from 'zod';
import { both, clockTime, day, seat } from '#contracts/policy/fields.js';
import { policySchema } from '#contracts/policy/policy.schema.js';

const version = z.string().regex(/^cn-\d{4}@\d{1,2}$/, {
  error: both('应为日历版本，如 cn-2023@1', 'a calendar version is needed, for instance cn-2023@1'),
});

/** Versions of State Council calendars, or holidays and swapped working days (调休) written out. */
const calendar = z.union(
  [
    version.transform((one) => [one]),
    z.array(version).min(1).max(5),
    z.strictObject({
      version: z.string().min(1).max(60).default('inline'),
      holidays: z.array(day).max(400),
      swapped: z.array(day).max(100).default([]),
    }),
  ],
  {
    error: both(
      '应为日历版本（如 cn-2023@1）或 { holidays, swapped }',
      'a calendar version such as cn-2023@1, or { holidays, swapped } is needed',
    ),
  },
);

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** `2023-10-11`, `2023-10-11T10:00` (Asia/Shanghai) or with an offset; kept as ms. */
const moment = z
  .string({ error: both('应为时刻，如 2023-10-11T10:00', 'an instant is needed, for instance 2023-10-11T10:00') })
  .transform((text, context) => {
    const parts = MOMENT.exec(text);
    const iso = parts && (parts[3] ? text.replace(' ', 'T') : `${parts[1]!}T${parts[2] ?? '00:00'}:00+08:00`);
    const dayExists = parts && day.safeParse(parts[1]).success;
    const ms = iso && dayExists ? Date.parse(iso) : NaN;
    if (!Number.isNaN(ms)) return ms;
    context.addIssue({
      code: 'custom',
      message: both('应为时刻，如 2023-10-11T10:00', 'an instant is needed, for instance 2023-10-11T10:00'),
    });
    return z.NEVER;
  });

const person = z.string().min(1).max(60);
const documentId = z.string().min(1).max(60);
/** `all` (or true), one id, or a list. */
const documents = z.union([
  z.literal(true).transform(() => 'all' as const),
  z.literal('all'),
  documentId.transform((id) => [id]),
  z.array(documentId).min(1).max(1_000),
]);

const VERBS = {
  submit: documents,
  withdraw: documents,
  approve: documents,
  return: documents,
  reject: documents,
  transfer: documents,
  addReviewer: documents,
  remind: documents,
  cancel: documents,
  requestExtension: day,
  grantExtension: z.union([day, z.literal(true)]),
  refuseExtension: z.literal(true),
  extension: day,
  moveDeadline: day,
  recalendar: calendar,
  delegate: z.strictObject({ from: person, to: person, fromOn: day, untilOn: day }),
  handover: z.strictObject({ from: person, to: person }),
  reseat: z.strictObject({ seat, people: z.array(person).min(1).max(50) }),
};

export type Verb = keyof typeof VERBS;
export const VERB_NAMES = Object.keys(VERBS) as readonly Verb[];

const optional = Object.fromEntries(Object.entries(VERBS).map(([verb, schema]) => [verb, schema.exactOptional()])) as {
  readonly [V in Verb]: z.ZodExactOptional<(typeof VERBS)[V]>;
};

const event = z
  .strictObject({
    at: moment,
    ...optional,
    by: person.exactOptional(),
    to: person.exactOptional(),
    reason: z.string().max(300).exactOptional(),
    round: z.int().min(0).exactOptional(),
    requestId: z.string().min(1).max(100).exactOptional(),
  })
  .refine((it) => VERB_NAMES.filter((verb) => it[verb] !== undefined).length === 1, {
    error: both(`须写明一个动作：${VERB_NAMES.join('、')}`, `exactly one of ${VERB_NAMES.join(', ')} is needed`),
  })
  .refine((it) => (it.transfer === undefined && it.addReviewer === undefined) || it.to !== undefined, {
    error: both('转办、加签须写明对象 to', 'transfer and addReviewer say to whom: `to`'),
    path: ['to'],
  });

export type LadderEvent = z.infer<typeof event>;

const shape = policySchema.shape;

/** One obligation to be followed without a server; written as in a policy. See docs/formats/ladder.md. */
export const ladderCase = z.strictObject({
  name: z.string().min(1).max(200).exactOptional(),
  dueOn: day,
  opensAt: moment.exactOptional(),
  until: moment.exactOptional(),
  dayEndsAt: clockTime.default('24:00'),
  calendar,
  ladder: shape.ladders.valueType.default([]),
  chain: shape.chains.valueType.or(z.tuple([])).default([]),
  silence: z.enum(['none', 'consent', 'return']).default('none'),
  documents: z
    .union([
      z
        .int()
        .min(1)
        .max(1_000)
        .transform((count) => Array.from({ length: count }, (_, i) => `d${String(i + 1)}`)),
      z.array(documentId).min(1).max(1_000),
    ])
    .default(['d1']),
  seats: z.partialRecord(seat, z.array(person).max(50)).default({}),
  events: z.array(event).max(10_000).default([]),
});

export type LadderCase = z.infer<typeof ladderCase>;
