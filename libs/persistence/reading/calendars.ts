import type { DataSource } from 'typeorm';
import type { ObligationState } from '#domain/obligation/state.js';
import type { ChangedDay } from '#persistence/campaign/calendar.repository.js';
import { readRows } from './rows.js';

/** A version that somebody made, as it is shown. */
export interface MadeVersion {
  readonly version: string;
  readonly basedOn: string;
  readonly changes: readonly ChangedDay[];
  readonly provisional: boolean;
  readonly reason: string;
  readonly source: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly createdByName: string;
}

export const readMadeVersions = (source: DataSource, year: number): Promise<readonly MadeVersion[]> =>
  readRows<MadeVersion>(
    source,
    `select 'cn-' || v.year || '@' || v.revision as version, v.based_on as "basedOn", v.changes, v.provisional, v.reason, v.source,
       v.created_at as "createdAt", v.created_by as "createdBy", p.name as "createdByName"
     from calendar_version v join person p on p.id = v.created_by where v.year = $1 order by v.revision`,
    [year],
  );

/** What is open in a campaign, as a change of its calendar looks at it; those that are due first come first. */
export interface OpenObligation {
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  readonly unitName: string | null;
  readonly dueOn: string;
  readonly state: ObligationState;
}

export const readOpenObligations = (source: DataSource, campaign: string): Promise<readonly OpenObligation[]> =>
  readRows<OpenObligation>(
    source,
    `select o.id, o.title, o.stage_id as stage, u.name as "unitName", o.due_on::text as "dueOn", o.terms || o.state as state
     from obligation o left join budget_unit u on u.id = o.unit_id
     where o.campaign_id = $1 and o.status = 'open' order by o.due_on, o.id`,
    [campaign],
  );

/** Names of people by id. */
export const readNames = async (source: DataSource, people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await readRows<{ id: string; name: string }>(source, 'select id, name from person where id = any ($1::uuid[])', [people]);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
