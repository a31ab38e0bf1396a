import { z } from 'zod';
import type { NoticeContent, ReceiptContent } from '#domain/feedback/content.js';
import { day, remark, rows, sentence } from './fields.js';

export const noticeForm = z
  .strictObject({
    items: rows(z.strictObject({ problem: sentence, recommendation: sentence.exactOptional() })),
    rectifyBy: day.exactOptional(),
    remark: remark.exactOptional(),
  })
  .meta({ id: 'NoticeContent' }) satisfies z.ZodType<NoticeContent>;

export const receiptForm = z
  .strictObject({ acknowledged: z.literal(true), remark: remark.exactOptional() })
  .meta({ id: 'ReceiptContent' }) satisfies z.ZodType<ReceiptContent>;
