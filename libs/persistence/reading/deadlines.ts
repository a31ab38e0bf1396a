import type { DataSource } from 'typeorm';
import { actingFor } from '#persistence/access/columns.js';
import { readRows } from './rows.js';

/** What waits for a person in one obligation by one instant. */
export interface Deadline {
  readonly obligation: string;
  readonly doing: 'file' | 'review';
  readonly title: string;
  readonly dueAt: string;
  readonly documents: number;
  /** Grows when the deadline is moved. */
  readonly serial: number;
}

/** A calendar with more would be of no use to anybody. */
const MOST = 2_000;

/** Open tasks of the person, and of those who delegated to them today, one line an obligation; earliest first. */
export const readDeadlines = (source: DataSource, person: string, today: string): Promise<Deadline[]> =>
  readRows(
    source,
    `select t.obligation_id as obligation, t.doing, o.title, min(t.due_at) as "dueAt", count(distinct t.document_id)::int as documents,
       o.deadline_serial as serial
     from task t join obligation o on o.id = t.obligation_id
     where t.person_id in (${actingFor('$1', '$2::date')})
     group by t.obligation_id, t.doing, o.title, o.deadline_serial order by min(t.due_at), t.obligation_id limit ${String(MOST)}`,
    [person, today],
  );
