import { z } from 'zod';
import { OBJECTIONABLE } from '#domain/objection/objection.js';
import type { ObjectionStage } from '#domain/objection/objection.js';
import type { ObjectionPolicy } from '#domain/policy/objection-policy.js';
import { name, remark, workingDays } from './fields.js';

/** The policy's `objections`: by stage, how long a unit may object and the bureau decide. */
export const objectionPolicy = z.partialRecord(
  z.enum(Object.keys(OBJECTIONABLE) as [ObjectionStage, ...ObjectionStage[]]),
  z.strictObject({
    within: workingDays,
    decideWithin: workingDays,
    chain: name.exactOptional(),
    ladder: name.exactOptional(),
    source: remark.exactOptional(),
  }),
) satisfies z.ZodType<ObjectionPolicy>;
