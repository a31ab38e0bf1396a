import { AUDIT_COLUMNS, AUDIT_VALUES, auditParameters } from '#persistence/audit/append-audit.js';
import type { AuditLink } from '#persistence/audit/append-audit.js';
import { OUTBOX_COLUMNS, OUTBOX_VALUES, outboxParameters } from '#persistence/notification/outbox.repository.js';
import type { OutboxMessage } from '#persistence/notification/outbox.repository.js';
import type { Recording } from '#contracts/obligation/obligation.contract.js';
import type { DocumentChange } from '#domain/obligation/transition.js';

/** A recording, taken apart into rows. */
export interface Batch {
  readonly recording: Recording;
  /** The last change of each document. */
  readonly changes: readonly DocumentChange[];
  /** Documents that were submitted, with the content version they are filed in; null: the newest. */
  readonly filed: ReadonlyMap<string, number | null>;
  readonly messages: readonly OutboxMessage[];
  /** The business instant of an instant of the engine, ms. */
  readonly toBusiness: (ms: number) => number;
}

/**
 * A batch of transitions in one statement, hence in one transaction and one round trip. The obligation's line moves first, and only if it
 * stands at the batch's beginning and the audit chain ends in the hash that the batch follows; all other parts hang on the line having moved.
 */
export const RECORD = `
  with moved as (
    update obligation set sequence = $3, state = $4::text::jsonb, terms = coalesce($39::text::jsonb, terms), status = $5, due_on = $6, due_at = $7, deadline_serial = $8,
      next_at = $9, next_what = $10, closed_at = case when $5 = 'closed' then $11::timestamptz end
    where id = $1 and sequence = $2
      and exists (select from audit_entry where stream = 'obligation/' || $1::uuid and sequence = $2 and hash = $12)
    returning id, kind, district_id, campaign_id, stage_id, unit_id, department_id, sector_office_id, due_at
  ), change as (
    select c.* from unnest($13::uuid[], $14::text[], $15::text[], $16::integer[], $17::timestamptz[], $18::boolean[], $19::integer[])
      as c (id, status, step, round, limit_at, filed, version), moved
  ), turn as (
    select t.* from unnest($20::uuid[], $21::uuid[], $22::text[]) as t (document_id, person_id, doing), moved
  ), changed as (
    update document set status = c.status, step = c.step, round = c.round, limit_at = c.limit_at, changed_at = $11, due_at = $7,
      filed_version = case when c.filed then coalesce(c.version, content_version) else filed_version end
    from change c where document.id = c.id
  ), left_over as (
    delete from task using change c where task.document_id = c.id
      and not exists (select from turn t where t.document_id = task.document_id and t.person_id = task.person_id)
  ), taken as (
    insert into task (document_id, person_id, obligation_id, doing, due_at)
    select t.document_id, t.person_id, $1, t.doing, coalesce(case when t.doing = 'review' then c.limit_at end, $7)
    from turn t join change c on c.id = t.document_id
    on conflict (document_id, person_id) do update set doing = excluded.doing, due_at = excluded.due_at
  ), audited as (
    insert into audit_entry (${AUDIT_COLUMNS})
    select ${AUDIT_VALUES.replace('district_id', 'moved.district_id')}
    from unnest($23::text[], $24::integer[], $25::uuid[], $26::timestamptz[], $27::uuid[], $28::uuid[], $29::text[], $30::text[], $31::text[],
      $32::text[]) as entry (stream, sequence, no_district, at, actor_id, on_behalf_of, type, detail, previous_hash, hash), moved
  ), told as (
    insert into outbox (${OUTBOX_COLUMNS}) select ${OUTBOX_VALUES.replace(' kind', ' message.kind')}
    from unnest($33::text[], $34::uuid[], $35::uuid[], $36::text[], $37::timestamptz[], $38::text[], $37::timestamptz[])
      as message (${OUTBOX_COLUMNS}), moved
    on conflict (key) do nothing
  )
  select * from moved`;

const iso = (ms: number): string => new Date(ms).toISOString();

/** Parameters of `RECORD`; `previousHash` is the hash that the first of the links follows. */
export const recordParameters = (batch: Batch, links: readonly AuditLink[], previousHash: string): unknown[] => {
  const { recording, changes, filed, messages, toBusiness } = batch;
  const { state, terms, after, next, transitions } = recording;
  const turns = changes.flatMap((it) => it.turn.map((person) => [it.id, person, it.to === 'in-review' ? 'review' : 'file'] as const));
  return [
    ...[state.id, after, state.sequence, JSON.stringify(state), state.status],
    ...[state.deadline.dueOn, iso(toBusiness(state.deadline.dueAt)), state.deadline.serial],
    ...[next && iso(toBusiness(next.at)), next && next.what],
    iso(toBusiness(transitions.at(-1)!.at)),
    previousHash,
    changes.map((it) => it.id),
    changes.map((it) => it.to),
    changes.map((it) => it.step),
    changes.map((it) => it.round),
    changes.map((it) => (it.limitAt === null ? null : iso(toBusiness(it.limitAt)))),
    changes.map((it) => filed.has(it.id)),
    changes.map((it) => filed.get(it.id) ?? null),
    turns.map(([document]) => document),
    turns.map(([, person]) => person),
    turns.map(([, , doing]) => doing),
    ...auditParameters(links),
    ...outboxParameters(messages),
    terms && JSON.stringify(terms),
  ];
};
