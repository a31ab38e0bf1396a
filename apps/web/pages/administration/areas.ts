import { hasRole } from '../../app/session/session.js';
import type { RoleName, Session } from '../../app/session/session.js';

interface Area {
  readonly key: 'organisation' | 'people' | 'policies' | 'calendar' | 'library' | 'agencies' | 'mails' | 'webhooks' | 'system' | 'trail';
  readonly to: string;
  readonly roles: readonly RoleName[];
}

const AREAS: readonly Area[] = [
  { key: 'organisation', to: '/administration/organisation', roles: ['bureau', 'system'] },
  { key: 'people', to: '/administration/people', roles: ['bureau', 'system'] },
  { key: 'policies', to: '/administration/policies', roles: ['bureau'] },
  { key: 'calendar', to: '/administration/calendar', roles: ['bureau', 'system'] },
  { key: 'library', to: '/administration/library', roles: ['bureau'] },
  { key: 'agencies', to: '/stages/key-evaluation/agencies', roles: ['bureau'] },
  { key: 'mails', to: '/administration/mails', roles: ['bureau', 'system'] },
  { key: 'webhooks', to: '/administration/webhooks', roles: ['bureau'] },
  { key: 'system', to: '/administration/system', roles: ['system'] },
  { key: 'trail', to: '/history', roles: ['bureau'] },
];

/** What of the administration somebody may do. */
export const areasOf = (me: Session): readonly Area[] => AREAS.filter(({ roles }) => hasRole(me, ...roles));
