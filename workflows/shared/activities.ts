import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';
import type {
  CalendarActivities,
  CampaignActivities,
  EvaluationActivities,
  LinkageActivities,
  RectificationActivities,
  StageActivities,
} from '#contracts/campaign/campaign.contract.js';
import type { AgencyReplacementActivities } from '#contracts/evaluation/agency-replacement.contract.js';
import type { DataRequestActivities } from '#contracts/evaluation/data-request.contract.js';
import type { EngineActivities, RecordingActivities } from '#contracts/obligation/obligation.contract.js';
import type { OrganisationActivities } from '#contracts/organisation/organisation.contract.js';

/** One short idempotent transaction on the way of a person's click: no queue in between, and it is tried until the database is back. */
const SHORT_WRITE: LocalActivityOptions = {
  startToCloseTimeout: '30s',
  localRetryThreshold: '1m',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '10s' },
};

/** Set-based or long work that may be repeated: retried for ever, because nobody may be forgotten; it heartbeats where it takes long. */
const LONG_WRITE: ActivityOptions = {
  startToCloseTimeout: '30m',
  heartbeatTimeout: '1m',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
};

export const shortly = proxyLocalActivities<RecordingActivities & Pick<EngineActivities, 'tellPartClosed'>>(SHORT_WRITE);

export const { startObligations } = proxyActivities<EngineActivities>(LONG_WRITE);

export const campaigns = proxyActivities<CampaignActivities>(LONG_WRITE);
export const calendars = proxyActivities<CalendarActivities>(LONG_WRITE);
export const stages = proxyActivities<StageActivities>(LONG_WRITE);
export const evaluations = proxyActivities<EvaluationActivities>(LONG_WRITE);
export const rectifications = proxyActivities<RectificationActivities>(LONG_WRITE);
export const linkages = proxyActivities<LinkageActivities>(LONG_WRITE);
export const organisations = proxyActivities<OrganisationActivities>(LONG_WRITE);
export const agencyReplacements = proxyActivities<AgencyReplacementActivities>(LONG_WRITE);
export const dataRequests = proxyActivities<DataRequestActivities>(LONG_WRITE);
