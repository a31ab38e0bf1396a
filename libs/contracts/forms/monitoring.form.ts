import { z } from 'zod';
import { DEVIATION_CAUSES, DISPOSALS, LIKELIHOODS } from '#domain/monitoring/content.js';
import type { DisposalReportContent, KeyMonitoringContent, MonitoringContent, WarningAnswerContent } from '#domain/monitoring/content.js';
import { INDICATOR_TWICE, oncePerIndicator, amount, day, page, remark, rows, sentence } from './fields.js';

export const monitoringForm = z
  .strictObject({
    executedAmount: amount,
    forecastAmount: amount,
    indicators: rows(
      z.strictObject({
        indicator: z.int().min(0).max(199),
        actualValue: sentence,
        forecastValue: sentence,
        likelihood: z.enum(LIKELIHOODS),
        deviation: z.strictObject({ cause: z.enum(DEVIATION_CAUSES), explanation: sentence }).exactOptional(),
      }),
    ).refine(oncePerIndicator, INDICATOR_TWICE),
    disposal: z.enum(DISPOSALS).exactOptional(),
    remark: remark.exactOptional(),
  })
  .meta({ id: 'MonitoringContent' }) satisfies z.ZodType<MonitoringContent>;

export const warningAnswerForm = z
  .strictObject({ cause: page, correction: page, disposal: z.enum(DISPOSALS) })
  .meta({ id: 'WarningAnswerContent' }) satisfies z.ZodType<WarningAnswerContent>;

export const disposalReportForm = z
  .strictObject({ result: page, doneOn: day, evidence: rows(sentence, 1) })
  .meta({ id: 'DisposalReportContent' }) satisfies z.ZodType<DisposalReportContent>;

export const keyMonitoringForm = z
  .strictObject({ finding: page, disposal: z.enum(DISPOSALS), correction: page })
  .meta({ id: 'KeyMonitoringContent' }) satisfies z.ZodType<KeyMonitoringContent>;
