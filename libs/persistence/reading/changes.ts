import type { DataSource } from 'typeorm';
import type { Change } from '#contracts/api/events.routes.js';
import { AGENCIES, OF_DISTRICT, ONE_DOCUMENT, ONE_OBLIGATION, PEOPLE, PROJECTS, UNITS_OF } from '#persistence/access/columns.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readRows } from './rows.js';
import { SCORED_EVALUATION } from './scoring.js';

/** Streams of the trail of which people are told: `obligation/{id}` and so on; a publication goes by its document. */
const KINDS = ['obligation', 'document', 'campaign', 'evaluation', 'agency', 'person', 'publication'] as const;

/** A stream of the trail with its newest entry. */
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
     where recorded_at > to_timestamp($1::float8 / 1000) and stream ~ '^(${KINDS.join('|')})/'
     group by stream order by max(recorded_at) limit $2`,
    [since, MOST_TOUCHED + 1],
  );

const named = (kind: (typeof KINDS)[number], streams: readonly string[]): string[] =>
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
  const evaluations = `${parameters.add(named('evaluation', streams))}::uuid[]`;
  const agencies = `${parameters.add(named('agency', streams))}::uuid[]`;
  const people = `${parameters.add(named('person', streams))}::uuid[]`;
  const publications = `${parameters.add(named('publication', streams))}::uuid[]`;
  const day = `${parameters.add(today)}::date`;
  // A sheet that comes in changes the scoring also for those who do not see the sheet.
  const scored = `(select x.subject_id from document x where x.obligation_id = any (${obligations}) and x.kind = 'evaluation-rating')`;
  const seen = {
    obligation: visible(viewer, 'obligations.read', ONE_OBLIGATION('o', day), parameters),
    document: visible(viewer, 'documents.read', ONE_DOCUMENT('d', day), parameters),
    campaign: visible(viewer, 'campaigns.read', OF_DISTRICT('c.district_id'), parameters),
    evaluation: visible(viewer, 'evaluations.read', PROJECTS('p'), parameters),
    scoring: visible(viewer, 'ratings.read', SCORED_EVALUATION.sees, parameters),
    agency: visible(viewer, 'agencies.read', AGENCIES('a'), parameters),
    person: visible(viewer, 'people.read', PEOPLE('w'), parameters),
    publication: visible(viewer, 'disclosure.read', UNITS_OF('u'), parameters),
  };
  // Of a viewer without business the conditions name no day, and PostgreSQL must be told its type all the same.
  const me = `${day} is not null and n.person_id = ${parameters.add(viewer.person)}::uuid and n.at <= ${parameters.add(now)}::timestamptz`;
  return readRows<Change>(
    source,
    `select 'campaign' as kind, c.id::text from campaign c where c.id = any (${campaigns}) and ${seen.campaign}
     union all select 'obligation', o.id::text from obligation o where o.id = any (${obligations}) and ${seen.obligation}
     union all select 'document', d.id::text from document d
       where (d.obligation_id = any (${obligations}) or d.id = any (${documents})) and ${seen.document}
     union all select 'evaluation', e.id::text from evaluation e join project p on p.id = e.project_id
       where (e.id = any (${evaluations}) and (${seen.evaluation} or ${seen.scoring})) or (e.id in ${scored} and ${seen.scoring})
     union all select 'agency', a.id::text from agency a where a.id = any (${agencies}) and ${seen.agency}
     union all select 'person', w.id::text from person w where w.id = any (${people}) and ${seen.person}
     union all select distinct 'publication', k.document_id::text from publication k join budget_unit u on u.id = k.unit_id
       where k.document_id = any (${publications}) and ${seen.publication}
     union all select 'notification', n.id::text from outbox n where ${me} and n.read_at is null and n.obligation_id in
       (select unnest(${obligations}) union select d.obligation_id from document d where d.id = any (${documents}))
     limit ${String(MOST_TOLD + 1)}`,
    parameters.values,
  );
};
