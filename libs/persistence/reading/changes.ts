import type { DataSource } from 'typeorm';
import type { Change } from '#contracts/api/events.routes.js';
import { OF_DISTRICT, ONE_DOCUMENT, ONE_OBLIGATION } from '#persistence/access/columns.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readRows } from './rows.js';

/** A stream of the trail with its newest entry: `obligation/{id}`, `document/{id}` or `campaign/{id}`. */
export interface Touched {
  readonly stream: string;
  readonly sequence: number;
  /** The wall clock of the database when it was recorded, ms. */
  readonly at: number;
}

/** Streams that are read at one look at most; whoever has missed more reads everything anew. */
export const MOST_TOUCHED = 2_000;
/** Changes that one person is told of one by one. */
export const MOST_TOLD = 300;

/** The instant of the database's clock, ms: what is recorded lies on it. */
export const recordingClock = async (source: DataSource): Promise<number> => {
  const rows: { now: string }[] = await source.query('select extract(epoch from clock_timestamp()) * 1000 as now');
  return Math.floor(Number(rows[0]!.now));
};

/** What was recorded since an instant (ms), oldest first; one more than `MOST_TOUCHED` says that there is more. */
export const readTouched = (source: DataSource, since: number): Promise<Touched[]> =>
  source.query(
    `select stream, max(sequence) as sequence, (extract(epoch from max(recorded_at)) * 1000)::float8 as at from audit_entry
     where recorded_at > to_timestamp($1::float8 / 1000) and stream ~ '^(obligation|document|campaign)/'
     group by stream order by max(recorded_at) limit $2`,
    [since, MOST_TOUCHED + 1],
  );

const named = (kind: string, streams: readonly string[]): string[] =>
  streams.filter((it) => it.startsWith(`${kind}/`)).map((it) => it.slice(kind.length + 1));

/** Of all that was touched, what this person may see, with the messages that it brought them. One more than `MOST_TOLD` says that there is more. */
export const readChanges = (
  source: DataSource,
  viewer: Viewer,
  { today, now }: { readonly today: string; readonly now: Date },
  streams: readonly string[],
): Promise<Change[]> => {
  const parameters = new Parameters();
  const obligations = `${parameters.add(named('obligation', streams))}::uuid[]`;
  const documents = `${parameters.add(named('document', streams))}::uuid[]`;
  const campaigns = `${parameters.add(named('campaign', streams))}::uuid[]`;
  const day = `${parameters.add(today)}::date`;
  const seen = {
    obligation: visible(viewer, 'obligations.read', ONE_OBLIGATION('o', day), parameters),
    document: visible(viewer, 'documents.read', ONE_DOCUMENT('d', day), parameters),
    campaign: visible(viewer, 'campaigns.read', OF_DISTRICT('c.district_id'), parameters),
  };
  // Of a viewer without business the conditions name no day, and PostgreSQL must be told its type all the same.
  const me = `${day} is not null and n.person_id = ${parameters.add(viewer.person)}::uuid and n.at <= ${parameters.add(now)}::timestamptz`;
  return readRows<Change>(
    source,
    `select 'campaign' as kind, c.id::text from campaign c where c.id = any (${campaigns}) and ${seen.campaign}
     union all select 'obligation', o.id::text from obligation o where o.id = any (${obligations}) and ${seen.obligation}
     union all select 'document', d.id::text from document d
       where (d.obligation_id = any (${obligations}) or d.id = any (${documents})) and ${seen.document}
     union all select 'notification', n.id::text from outbox n where ${me} and n.read_at is null and n.obligation_id in
       (select unnest(${obligations}) union select d.obligation_id from document d where d.id = any (${documents}))
     limit ${String(MOST_TOLD + 1)}`,
    parameters.values,
  );
};
