/**
 * Joins to a document `d`: `filed.actor_id`, who filed the version that was accepted, and `approved.actor_id`, who approved it last after that;
 * null where a time limit passed it, or nobody was asked.
 */
export const ACTORS = `left join lateral (
    select e.sequence, e.actor_id from audit_entry e, jsonb_to_recordset(e.detail -> 'documents') as x (id uuid)
    where e.stream = 'obligation/' || d.obligation_id and e.type = 'submit' and x.id = d.id order by e.sequence desc limit 1) filed on true
  left join lateral (
    select e.actor_id from audit_entry e, jsonb_to_recordset(e.detail -> 'documents') as x (id uuid, "to" text)
    where e.stream = 'obligation/' || d.obligation_id and e.type = 'review' and x.id = d.id and x.to = 'approved' and e.sequence > filed.sequence
    order by e.sequence desc limit 1) approved on true`;
