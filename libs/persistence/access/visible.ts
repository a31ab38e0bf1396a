import type { Action } from '#contracts/api/actions.js';
import { grantsFor } from './actions.js';
import type { Grant, Role, Viewer } from './viewer.js';

/** Collects the parameters of one statement and answers their placeholders. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }
}

/**
 * Which columns of a row say where it belongs; each is an SQL expression, or a function that makes a condition of a placeholder (a list of
 * ids). What is absent is seen by nobody of that kind.
 */
export interface Columns {
  readonly district?: Place;
  readonly unit?: Place;
  readonly department?: Place;
  readonly sectorOffice?: Place;
  readonly agency?: Place;
  /** Condition under which the person of the placeholder sees the row by name; `expert` is for experts only, who have no other. */
  readonly person?: (placeholder: string) => string;
  readonly expert?: (placeholder: string) => string;
  /** The system administrator's business: users, roles, places, mail. */
  readonly system?: true;
}
type Place = string | ((placeholder: string) => string);

/** One place is compared as such: PostgreSQL before 17 reads no index in order through a list. */
const condition = (place: Place, ids: readonly string[], parameters: Parameters): string => {
  if (typeof place === 'function') return place(parameters.add(ids));
  return ids.length === 1 ? `${place} = ${parameters.add(ids[0])}::uuid` : `${place} = any (${parameters.add(ids)}::uuid[])`;
};

type Dimension = 'district' | 'unit' | 'department' | 'sectorOffice' | 'agency';

/** By which column each role sees, and which place of its grant is compared with it. */
const SEES: Readonly<
  Record<Exclude<Role, 'system' | 'expert'>, { readonly column: Dimension; readonly place: (grant: Grant) => string | null }>
> = {
  bureau: { column: 'district', place: (it) => it.district },
  observer: { column: 'district', place: (it) => it.district },
  'sector-office': { column: 'sectorOffice', place: (it) => it.sectorOffice },
  department: { column: 'department', place: (it) => it.unit },
  unit: { column: 'unit', place: (it) => it.unit },
  agency: { column: 'agency', place: (it) => it.agency },
};

const isPlaced = (role: Role): role is keyof typeof SEES => role in SEES;

const byPlace = (grants: readonly Grant[], columns: Columns, parameters: Parameters): string[] => {
  const places = new Map<Dimension, Set<string>>();
  for (const grant of grants) {
    if (!isPlaced(grant.role)) continue;
    const { column, place } = SEES[grant.role];
    const id = place(grant);
    if (id !== null) places.set(column, (places.get(column) ?? new Set()).add(id));
  }
  return [...places].flatMap(([column, ids]) => {
    const expression = columns[column];
    return expression === undefined ? [] : [condition(expression, [...ids], parameters)];
  });
};

/**
 * The SQL condition under which the viewer sees a row for this action; `false` when never. The one place in the code that decides it: every
 * query of a screen and every look-up before a change goes through here, so what is invisible is as if it did not exist.
 */
export const visible = (viewer: Viewer, action: Action, columns: Columns, parameters: Parameters): string => {
  const grants = grantsFor(viewer, action);
  if (grants.length === 0) return 'false';
  const ways = byPlace(grants, columns, parameters);
  if (columns.system && grants.some(({ role }) => role === 'system')) ways.push('true');
  if (columns.expert && grants.some(({ role }) => role === 'expert')) ways.push(columns.expert(parameters.add(viewer.person)));
  if (columns.person) ways.push(columns.person(parameters.add(viewer.person)));
  return ways.length === 0 ? 'false' : `(${ways.join(' or ')})`;
};
