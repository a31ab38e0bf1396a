import { keepHistory } from './histories.js';
import type { Rehearsed } from './rehearsed.js';

/** One execution of each kind and life of a rehearsed year, found by what the audit says of it. */
const FIRST = {
  'obligation-approved': `select o.id from obligation o where o.kind = 'target' and not exists
    (select from audit_entry a where a.stream = 'obligation/' || o.id and a.detail ->> 'verdict' = 'return')`,
  'obligation-returned': `select substr(stream, 12) as id from audit_entry where detail ->> 'verdict' = 'return'`,
  'obligation-extended': `select substr(stream, 12) as id from audit_entry where type = 'decideExtension' and detail ->> 'grant' = 'true'`,
  'obligation-consented': `select substr(stream, 12) as id from audit_entry where type = 'silence'`,
  'obligation-escalated': `select substr(stream, 12) as id from audit_entry where type = 'rung' and detail ->> 'rung' = '5'`,
  'obligation-opening-others': `select opened_by as id from obligation where opened_by is not null`,
} as const;

/** Keeps histories of a rehearsed year for test/replay, when that was asked for. */
export async function keepHistories({ source, client, campaign }: Rehearsed): Promise<void> {
  if (process.env['JIHENG_RECORD_HISTORIES'] === undefined) return;
  const first = async (query: string): Promise<string> => {
    const [row]: { id: string }[] = await source.query(`${query} order by 1 limit 1`);
    if (!row) throw new Error(`Nothing lived so: ${query}`);
    return row.id;
  };
  await keepHistory(client, `campaign/${campaign}`, 'annual-cycle');
  await keepHistory(client, `linkage/${campaign}`, 'budget-linkage');
  for (const key of ['self-evaluation', 'key-evaluation', 'rectification']) {
    await keepHistory(client, `campaign/${campaign}/${key}`, `stage-${key}`);
  }
  await keepHistory(client, `evaluation/${await first('select id from evaluation')}`, 'key-evaluation');
  await keepHistory(client, `rectification/${await first('select id from feedback_notice')}`, 'rectification');
  for (const [name, query] of Object.entries(FIRST)) await keepHistory(client, `obligation/${await first(query)}`, name);
}
