import type { EntityManager } from 'typeorm';
import type { Person } from '#domain/obligation/state.js';
import type { DebtorRole } from '#domain/stage/document-kind.js';
import type { Seat } from '#domain/stage/stage.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';

export type Seating = Readonly<Record<Seat, readonly Person[]>>;

/**
 * Who sits where in a district, seen from a debtor at a place. A seat in which nobody sits falls to the performance office, so that nothing
 * waits for nobody; 督查 is the observers' seat.
 */
export interface Seats {
  readonly of: (debtor: DebtorRole, place: Place) => Seating;
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
  const debtors: Readonly<Record<DebtorRole, (place: Place) => readonly Person[]>> = {
    // A department as a whole (部门整体) has nobody but its own people.
    unit: ({ unit, department }) => at.get(`unit/${unit ?? ''}`) ?? (unit === department ? find('department', department) : bureau),
    agency: ({ agency }) => find('agency', agency),
    department: ({ department }) => find('department', department),
    bureau: () => bureau,
    // By name: whoever opens the obligation says who.
    rater: () => [],
  };
  const of = (debtor: DebtorRole, place: Place): Seating => ({
    debtor: debtors[debtor](place),
    department: find('department', place.department),
    sectorOffice: find('sector-office', place.sectorOffice),
    performanceOffice: bureau,
    supervision: at.get('observer/') ?? bureau,
    agency: find('agency', place.agency),
  });
  return { of };
}
