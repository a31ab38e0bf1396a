import { z } from 'zod';
import type { ReceiptContent } from '#domain/feedback/content.js';
import { remark } from './fields.js';

export const receiptForm = z
  .strictObject({ acknowledged: z.literal(true), remark: remark.exactOptional() })
  .meta({ id: 'ReceiptContent' }) satisfies z.ZodType<ReceiptContent>;
