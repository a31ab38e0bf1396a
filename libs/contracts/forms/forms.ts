import type { z } from 'zod';
import type { LinkageCommentContent, LinkageDecisionContent } from '#domain/budget-linkage/content.js';
import type { PublicationContent } from '#domain/disclosure/content.js';
import type { ExAnteContent } from '#domain/ex-ante-evaluation/content.js';
import type { NoticeContent, ReceiptContent } from '#domain/feedback/content.js';
import type {
  CommentContent,
  DataReplyContent,
  EvaluationPlanContent,
  EvaluationReportContent,
  RatingContent,
} from '#domain/key-evaluation/content.js';
import type { QuestionnaireContent } from '#domain/key-evaluation/questionnaire.js';
import type { DisposalReportContent, KeyMonitoringContent, MonitoringContent, WarningAnswerContent } from '#domain/monitoring/content.js';
import type { RulingContent } from '#domain/objection/objection.js';
import type { RecheckContent, RectificationContent } from '#domain/rectification/content.js';
import type {
  ProblemCorrectionContent,
  SelfEvaluationContent,
  SpotCheckContent,
  SpotCheckSeedContent,
  WholeSelfEvaluationContent,
} from '#domain/self-evaluation/content.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { linkageCommentForm, linkageDecisionForm } from './budget-linkage.form.js';
import { publicationForm } from './disclosure.form.js';
import { exAnteForm } from './ex-ante-evaluation.form.js';
import { noticeForm, receiptForm } from './feedback.form.js';
import {
  commentForm,
  dataReplyForm,
  evaluationPlanForm,
  evaluationReportForm,
  questionnaireForm,
  ratingForm,
} from './key-evaluation.form.js';
import { disposalReportForm, keyMonitoringForm, monitoringForm, warningAnswerForm } from './monitoring.form.js';
import { rulingForm } from './objection.form.js';
import { recheckForm, rectificationForm } from './rectification.form.js';
import {
  problemCorrectionForm,
  selfEvaluationForm,
  spotCheckForm,
  spotCheckSeedForm,
  wholeSelfEvaluationForm,
} from './self-evaluation.form.js';
import { targetForm } from './target-filing.form.js';

/** Which content each kind of document carries. */
export interface ContentOf {
  'ex-ante-report': ExAnteContent;
  target: TargetContent;
  'monitoring-report': MonitoringContent;
  'key-monitoring': KeyMonitoringContent;
  'warning-answer': WarningAnswerContent;
  'disposal-report': DisposalReportContent;
  'self-evaluation': SelfEvaluationContent;
  'whole-self-evaluation': WholeSelfEvaluationContent;
  'spot-check-seed': SpotCheckSeedContent;
  'spot-check': SpotCheckContent;
  'self-evaluation-problem': ProblemCorrectionContent;
  'evaluation-plan': EvaluationPlanContent;
  'evaluation-draft': EvaluationReportContent;
  'evaluation-comment': CommentContent;
  'evaluation-final': EvaluationReportContent;
  'data-reply': DataReplyContent;
  questionnaire: QuestionnaireContent;
  'evaluation-rating': RatingContent;
  'feedback-notice': NoticeContent;
  'feedback-receipt': ReceiptContent;
  'rectification-item': RectificationContent;
  'rectification-recheck': RecheckContent;
  publication: PublicationContent;
  'linkage-comment': LinkageCommentContent;
  'linkage-decision': LinkageDecisionContent;
  objection: CommentContent;
  'objection-ruling': RulingContent;
}

/** The form of every kind of document: shape, and a limit on every text and list. */
export const FORMS: { readonly [K in DocumentKind]: z.ZodType<ContentOf[K]> } = {
  'ex-ante-report': exAnteForm,
  target: targetForm,
  'monitoring-report': monitoringForm,
  'key-monitoring': keyMonitoringForm,
  'warning-answer': warningAnswerForm,
  'disposal-report': disposalReportForm,
  'self-evaluation': selfEvaluationForm,
  'whole-self-evaluation': wholeSelfEvaluationForm,
  'spot-check-seed': spotCheckSeedForm,
  'spot-check': spotCheckForm,
  'self-evaluation-problem': problemCorrectionForm,
  'evaluation-plan': evaluationPlanForm,
  'evaluation-draft': evaluationReportForm,
  'evaluation-comment': commentForm,
  'evaluation-final': evaluationReportForm,
  'data-reply': dataReplyForm,
  questionnaire: questionnaireForm,
  'evaluation-rating': ratingForm,
  'feedback-notice': noticeForm,
  'feedback-receipt': receiptForm,
  'rectification-item': rectificationForm,
  'rectification-recheck': recheckForm,
  publication: publicationForm,
  'linkage-comment': linkageCommentForm,
  'linkage-decision': linkageDecisionForm,
  objection: commentForm,
  'objection-ruling': rulingForm,
};
