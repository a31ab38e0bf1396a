import { ACTIONS } from '#contracts/api/actions.js';
import type { Action } from '#contracts/api/actions.js';
import { ROLES } from '#contracts/api/session.routes.js';
import type { Role, Viewer } from './viewer.js';

const WORKING: readonly Role[] = ['bureau', 'sector-office', 'department', 'unit', 'agency'];
const BUSINESS: readonly Role[] = [...WORKING, 'expert', 'observer'];
const OF_A_DISTRICT: readonly Role[] = ['bureau', 'sector-office', 'department', 'unit', 'observer'];
const BUREAU: readonly Role[] = ['bureau'];
const SYSTEM: readonly Role[] = ['system'];

/**
 * The one table of who may do what. What is not in it is denied; on which rows it may be done, `visible` says. docs/access.md is printed
 * from it and diffed by a test.
 */
export const PERMITTED: Readonly<Record<Action, readonly Role[]>> = {
  'session.own': ROLES,
  'people.read': ROLES,
  'people.write': SYSTEM,
  'people.handover': ['bureau', 'system'],
  'delegations.own': [...WORKING, 'expert', 'system'],
  'places.read': ROLES,
  'districts.write': SYSTEM,
  'places.write': BUREAU,
  'organisation.read': ['bureau', 'observer'],
  'organisation.change': BUREAU,
  'policies.read': ['bureau', 'observer'],
  'policies.write': BUREAU,
  'imports.write': ['bureau', 'system'],
  'calendars.read': ROLES,
  'calendars.write': ['bureau', 'system'],
  'campaigns.read': BUSINESS,
  'campaigns.write': BUREAU,
  'rehearsals.read': ['bureau', 'observer'],
  'rehearsals.write': BUREAU,
  'board.read': OF_A_DISTRICT,
  'overview.read': OF_A_DISTRICT,
  'tasks.read': BUSINESS,
  'obligations.read': BUSINESS,
  'extensions.ask': WORKING,
  'extensions.decide': BUREAU,
  'deadlines.move': BUREAU,
  'documents.read': BUSINESS,
  'documents.write': [...WORKING, 'expert'],
  'documents.submit': [...WORKING, 'expert'],
  'documents.review': [...WORKING, 'expert'],
  'documents.transfer': [...WORKING, 'expert'],
  'documents.remind': WORKING,
  'documents.cancel': BUREAU,
  'comments.write': [...WORKING, 'expert'],
  'library.read': OF_A_DISTRICT,
  'library.write': BUREAU,
  'replies.read': OF_A_DISTRICT,
  'replies.write': BUREAU,
  'projects.read': [...WORKING, 'observer'],
  'projects.write': BUREAU,
  'budgets.adjust': BUREAU,
  'execution.feed': BUREAU,
  'warnings.read': OF_A_DISTRICT,
  'evaluations.read': [...OF_A_DISTRICT, 'agency'],
  'evaluations.write': BUREAU,
  'agencies.read': ['bureau', 'observer', 'agency'],
  'agencies.write': BUREAU,
  'declarations.own': ['agency'],
  'data.request': ['bureau', 'agency'],
  'questionnaires.read': ['bureau', 'observer', 'agency'],
  'questionnaires.write': ['bureau', 'agency'],
  'ratings.read': ['bureau', 'observer', 'agency', 'expert'],
  'ratings.name': ['bureau', 'agency'],
  'ratings.arbitrate': ['agency', 'expert'],
  'feedback.read': [...OF_A_DISTRICT, 'agency'],
  'results.read': [...OF_A_DISTRICT, 'agency'],
  'draws.read': ['bureau', 'observer'],
  'linkage.read': OF_A_DISTRICT,
  'linkage.what-if': BUREAU,
  'disclosure.read': OF_A_DISTRICT,
  'publications.correct': ['bureau', 'department'],
  'audit.read': ['bureau', 'observer'],
  'mails.read': ROLES,
  'mails.resend': SYSTEM,
  'backups.manage': SYSTEM,
  'system.read': SYSTEM,
  'notifications.own': ROLES,
  'webhooks.write': BUREAU,
  'metrics.read': SYSTEM,
};

const NOBODY: readonly Role[] = [];

/** May one of the viewer's roles do this at all? */
export const permits = (viewer: Viewer, action: Action): boolean => {
  const roles = PERMITTED[action] ?? NOBODY;
  return viewer.grants.some(({ role }) => roles.includes(role));
};

/** The grants by which the viewer may do this. Rows are looked up by these alone: a second role lends nothing to the first. */
export const grantsFor = (viewer: Viewer, action: Action): Viewer['grants'] => {
  const roles = PERMITTED[action] ?? NOBODY;
  return viewer.grants.filter(({ role }) => roles.includes(role));
};

export { ACTIONS };
