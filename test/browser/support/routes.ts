import type { RouteObject } from 'react-router';
import { AREAS, PUBLIC_AREAS } from '../../../apps/web/pages/areas.js';

const joined = (base: string, path = ''): string => `${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');

const pathsOf = (routes: readonly RouteObject[], base = '/'): string[] =>
  routes.flatMap(({ path, lazy, children }) => {
    const here = joined(base, path);
    return [...(lazy ? [here] : []), ...pathsOf(children ?? [], here)];
  });

/** The address of every page that the application has. */
export const everyPath = (): string[] => [...new Set(['/log-in', ...pathsOf(AREAS), ...pathsOf(PUBLIC_AREAS)])];
