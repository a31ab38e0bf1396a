import type { EntityManager } from 'typeorm';
import type { Person } from '#domain/obligation/state.js';
import type { Seat } from '#domain/stage/stage.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';

type Seating = Readonly<Record<Seat, readonly Person[]>>;

/**
 * Who sits where in a district. A seat in which nobody sits falls to the performance office, so that nothing waits for nobody;
 * 督查 is the observers' seat.
 */
export interface Seats {
  /** Seen from a unit: the unit owes. */
  readonly ofUnit: (place: Place) => Seating;
  /** Seen from an agency that evaluates a unit's project: the agency owes. */
  readonly ofAgency: (place: Place) => Seating;
  /** Seen from the department as such. */
  readonly ofDepartment: (place: Place) => Seating;
  /** The performance office itself owes. */
  readonly ofBureau: (place: Place) => Seating;
}

interface GrantRow {
  readonly role: string;
  readonly place: string | null;
  readonly people: Person[];
}

/** Loads the seating of a district with one query. */
export async function loadSeats(manager: EntityManager, district: string): Promise<Seats> {
  const rows: GrantRow[] = await manager.query(
    `select g.role, coalesce(g.unit_id, g.sector_office_id, g.agency_id) as place, array_agg(g.person_id order by g.person_id) as people
     from role_grant g join person p on p.id = g.person_id
     where p.active and (g.district_id = $1 or p.district_id = $1)
     group by 1, 2`,
    [district],
  );
  const at = new Map(rows.map(({ role, place, people }) => [`${role}/${place ?? ''}`, people]));
  const bureau = at.get('bureau/') ?? [];
  const find = (role: string, place: string | null): readonly Person[] =>
    (place === null ? undefined : at.get(`${role}/${place}`)) ?? bureau;
  const above = (place: Place) => ({
    department: find('department', place.department),
    sectorOffice: find('sector-office', place.sectorOffice),
    performanceOffice: bureau,
    supervision: at.get('observer/') ?? bureau,
    agency: find('agency', place.agency),
  });
  return {
    ofUnit: (place) => ({ ...above(place), debtor: find('unit', place.unit) }),
    ofAgency: (place) => ({ ...above(place), debtor: find('agency', place.agency) }),
    ofDepartment: (place) => ({ ...above(place), debtor: find('department', place.department) }),
    ofBureau: (place) => ({ ...above(place), debtor: bureau }),
  };
}
