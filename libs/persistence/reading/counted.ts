/** What a document must be to be counted, once for the figures and for the rows behind them; of `document d`. */
export const OWED = `d.status <> 'cancelled'`;
export const FILED = `${OWED} and d.round > 0`;
export const APPROVED = `d.status in ('approved', 'consented')`;
export const RETURNED = `d.status = 'returned'`;
export const TO_FILE = `d.status in ('open', 'returned')`;
export const IN_REVIEW = `d.status = 'in-review'`;
export const DONE = `d.status in ('approved', 'rejected', 'consented', 'lapsed')`;

/** Filed after its day, or not filed though its day has passed; `filedInTime` compares the first filing with the day as it stands. */
export const late = (filedInTime: string): string =>
  `${OWED} and (d.round > 0 or d.status in ('open', 'returned', 'lapsed')) and not ${filedInTime}`;

/** When a document was filed first, from the audit trail. */
const FIRST_FILED = `(select min(a.at) from audit_entry a cross join lateral jsonb_array_elements(a.detail -> 'documents') x
  where a.stream = 'obligation/' || d.obligation_id and a.type = 'submit' and x ->> 'id' = d.id::text)`;

const BY_NAME = {
  owed: OWED,
  filed: FILED,
  approved: APPROVED,
  returned: RETURNED,
  'to-file': TO_FILE,
  'in-review': IN_REVIEW,
  done: DONE,
};

/** Filters of a list of documents that give the rows behind a figure. */
export const COUNTED = {
  counted: (it: string): string =>
    `case ${it}::text ${Object.entries(BY_NAME)
      .map(([name, sql]) => `when '${name}' then ${sql}`)
      .join(' ')} end`,
  lateAt: (it: string): string => `(${late(`coalesce(${FIRST_FILED}, ${it}::timestamptz) <= d.due_at`)})`,
  overdueAt: (it: string): string => `(${TO_FILE} and d.due_at < ${it}::timestamptz)`,
};
