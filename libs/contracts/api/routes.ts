import { ADMINISTRATION_ROUTES } from './administration.routes.js';
import { ATTACHMENT_ROUTES } from './attachments.routes.js';
import { REPLY_ROUTES } from './approval-replies.routes.js';
import { BACKGROUND_ROUTES } from './background.routes.js';
import { CALENDAR_ROUTES } from './calendars.routes.js';
import { CAMPAIGN_ROUTES } from './campaigns.routes.js';
import { COMMENT_ROUTES } from './comments.routes.js';
import { COMPARISON_ROUTES } from './comparison.routes.js';
import { DISCLOSURE_ROUTES } from './disclosure.routes.js';
import { DISPOSAL_ROUTES } from './disposals.routes.js';
import { DOCUMENT_ROUTES } from './documents.routes.js';
import { AGENCY_ROUTES } from './agencies.routes.js';
import { KEY_EVALUATION_ROUTES } from './key-evaluation.routes.js';
import { LINKAGE_DOCUMENT_ROUTES } from './linkage-documents.routes.js';
import { LINKAGE_ROUTES } from './linkage.routes.js';
import { MONITORING_ROUTES } from './monitoring.routes.js';
import { NOTIFICATION_ROUTES } from './notifications.routes.js';
import { EVALUATION_ROUTES } from './evaluation.routes.js';
import { EVENT_ROUTES } from './events.routes.js';
import { DRAFT_CHECK_ROUTES } from './draft-check.routes.js';
import { EVALUATION_SUBJECT_ROUTES } from './evaluation-subjects.routes.js';
import { EX_ANTE_ROUTES } from './ex-ante.routes.js';
import { LIBRARY_ROUTES } from './indicator-library.routes.js';
import { OBLIGATION_ROUTES } from './obligations.routes.js';
import { OBJECTION_ROUTES } from './objections.routes.js';
import { ORGANISATION_ROUTES } from './organisation.routes.js';
import { OUTLOOK_ROUTES } from './outlook.routes.js';
import { OVERVIEW_ROUTES } from './overview.routes.js';
import { PEOPLE_ROUTES } from './people.routes.js';
import { PLACE_ROUTES } from './places.routes.js';
import { POLICY_ROUTES } from './policies.routes.js';
import { PUBLIC_ROUTES } from './public.routes.js';
import { QUESTIONNAIRE_ROUTES } from './questionnaires.routes.js';
import { RECTIFICATION_ROUTES } from './rectification.routes.js';
import { REHEARSAL_ROUTES } from './rehearsals.routes.js';
import { RESULT_ROUTES } from './results.routes.js';
import { RECONCILIATION_ROUTES } from './reconciliation.routes.js';
import { REMINDER_ROUTES } from './reminders.routes.js';
import type { RouteSpec } from './route.js';
import { SEARCH_ROUTES } from './search.routes.js';
import { SCORING_ROUTES } from './scoring.routes.js';
import { SELF_EVALUATION_ROUTES } from './self-evaluation.routes.js';
import { SESSION_ROUTES } from './session.routes.js';
import { YEAR_ROUTES } from './year.routes.js';
import { WEBHOOK_ROUTES } from './webhooks.routes.js';
import { SYSTEM_ROUTES } from './system.routes.js';
import { VERSION_ROUTES } from './versions.routes.js';

export const API_PREFIX = '/api/v1';

/** Every route of the API. What is not here is not served. */
export const ROUTES: readonly RouteSpec[] = [
  ...SESSION_ROUTES,
  ...PEOPLE_ROUTES,
  ...PLACE_ROUTES,
  ...ORGANISATION_ROUTES,
  ...POLICY_ROUTES,
  ...CAMPAIGN_ROUTES,
  ...CALENDAR_ROUTES,
  ...OVERVIEW_ROUTES,
  ...YEAR_ROUTES,
  ...REHEARSAL_ROUTES,
  ...OBLIGATION_ROUTES,
  ...OUTLOOK_ROUTES,
  ...DOCUMENT_ROUTES,
  ...DRAFT_CHECK_ROUTES,
  ...ATTACHMENT_ROUTES,
  ...REMINDER_ROUTES,
  ...COMMENT_ROUTES,
  ...NOTIFICATION_ROUTES,
  ...EVENT_ROUTES,
  ...SEARCH_ROUTES,
  ...WEBHOOK_ROUTES,
  ...VERSION_ROUTES,
  ...BACKGROUND_ROUTES,
  ...EX_ANTE_ROUTES,
  ...REPLY_ROUTES,
  ...LIBRARY_ROUTES,
  ...MONITORING_ROUTES,
  ...DISPOSAL_ROUTES,
  ...RESULT_ROUTES,
  ...SELF_EVALUATION_ROUTES,
  ...OBJECTION_ROUTES,
  ...RECTIFICATION_ROUTES,
  ...DISCLOSURE_ROUTES,
  ...PUBLIC_ROUTES,
  ...LINKAGE_ROUTES,
  ...LINKAGE_DOCUMENT_ROUTES,
  ...AGENCY_ROUTES,
  ...KEY_EVALUATION_ROUTES,
  ...EVALUATION_ROUTES,
  ...QUESTIONNAIRE_ROUTES,
  ...SCORING_ROUTES,
  ...EVALUATION_SUBJECT_ROUTES,
  ...RECONCILIATION_ROUTES,
  ...COMPARISON_ROUTES,
  ...ADMINISTRATION_ROUTES,
  ...SYSTEM_ROUTES,
];
