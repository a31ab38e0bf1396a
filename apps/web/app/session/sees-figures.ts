import { hasRole } from './session.js';
import type { Session } from './session.js';

/** Figures of a district's year are for those who belong to the district, not for agencies and experts. */
export const seesFigures = (me: Session): boolean => hasRole(me, 'bureau', 'sector-office', 'department', 'unit', 'observer');
