import type { ROLES } from '#contracts/api/session.routes.js';

export type Role = (typeof ROLES)[number];

/** A role and where it holds. A `department` grant names the department as its unit. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly district: string | null;
  readonly unit: string | null;
  readonly sectorOffice: string | null;
  readonly agency: string | null;
  /** Name of the place, for people. */
  readonly place: string | null;
}

/** Who asks, and with which roles. Everything that is permitted or visible follows from this alone. */
export interface Viewer {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'zh' | 'en';
  readonly grants: readonly Grant[];
}

export const hasRole = (viewer: Viewer, ...roles: readonly Role[]): boolean => viewer.grants.some(({ role }) => roles.includes(role));
