import { ASSIGNED_EVALUATION } from './agencies.js';
import type { ListSpec } from './list.js';

/** An evaluation for those who score it: principal, agency, and by name its raters and whoever arbitrates. */
export const SCORED_EVALUATION: ListSpec = {
  ...ASSIGNED_EVALUATION,
  action: 'ratings.read',
  select: 'e.id as evaluation, e.campaign_id as campaign, p.district_id as district, p.id as project, p.name as "projectName", e.status',
  sees: {
    ...ASSIGNED_EVALUATION.sees,
    expert: (it) =>
      `(e.lead_id = ${it} or e.id in (select r.evaluation_id from evaluation_rater r where r.person_id = ${it} and r.withdrawn_at is null))`,
  },
};
