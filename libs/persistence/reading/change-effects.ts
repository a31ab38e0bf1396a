import type { EntityManager } from 'typeorm';

/** `moved`: another owes it as it stands; `reopened`: opened anew for another; `cancelled`: nobody owes it; `opened`: owed for the first time. */
export type Follows = 'moved' | 'reopened' | 'cancelled' | 'opened';

/** What becomes of one open obligation. */
export interface Effect {
  readonly obligation: string;
  readonly follows: Follows;
  readonly title: string;
  readonly stage: string;
  readonly stageName: string;
  /** Who owes it afterwards. */
  readonly unitName: string | null;
  readonly agencyName: string | null;
  readonly dueOn: string;
  /** Documents that are concerned. */
  readonly documents: number;
  /** Who is told, by name. */
  readonly people: readonly string[];
}

/** Everybody who is told. */
export interface Told {
  readonly people: number;
  readonly messages: number;
}

const OPEN = `('open', 'returned', 'in-review')`;

/** Obligations as the transaction that asks has left them, in the order of what becomes of them. `documents`: where only some are concerned. */
export async function readEffects(
  manager: EntityManager,
  all: readonly (readonly [Follows, readonly string[]])[],
  documents: ReadonlyMap<string, number>,
): Promise<readonly Effect[]> {
  const rows: Omit<Effect, 'follows'>[] = await manager.query(
    `select o.id as obligation, o.title, s.key as stage, s.name as "stageName", u.name as "unitName", a.name as "agencyName",
       o.due_on::text as "dueOn",
       (select count(*)::int from document d where d.obligation_id = o.id and d.status in ${OPEN}) as documents,
       array(select distinct p.name from outbox n join person p on p.id = n.person_id
         where n.obligation_id = o.id and n.written_in = pg_current_xact_id() order by p.name) as people
     from obligation o join stage s on s.id = o.stage_id left join budget_unit u on u.id = o.unit_id left join agency a on a.id = o.agency_id
     where o.id = any ($1) order by s.position, o.due_on, o.title, o.id`,
    [all.flatMap(([, ids]) => ids)],
  );
  return all.flatMap(([follows, ids]) =>
    rows
      .filter(({ obligation }) => ids.includes(obligation))
      .map((it) => ({ ...it, follows, documents: (follows === 'cancelled' ? documents.get(it.obligation) : undefined) ?? it.documents })),
  );
}

/** Whom the transaction that asks would tell. */
export async function readTold(manager: EntityManager): Promise<Told> {
  const rows: Told[] = await manager.query(
    `select count(distinct person_id)::int as people, count(*)::int as messages from outbox where written_in = pg_current_xact_id()`,
  );
  return rows[0]!;
}
