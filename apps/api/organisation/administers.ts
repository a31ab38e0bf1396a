import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';

/** Of which district is the viewer the bureau? Another's does not exist. @throws Problem NOT_FOUND */
export const administers = (viewer: Viewer, district: string): void => {
  if (!viewer.grants.some((it) => it.role === 'bureau' && it.district === district)) throw new Problem('NOT_FOUND');
};
