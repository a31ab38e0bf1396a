import type { EntityManager } from 'typeorm';

/** A numbered letter to one department, before it is written. */
export interface LetterDraft {
  readonly id: string;
  readonly district: string;
  readonly campaign: string;
  readonly department: string;
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly issuedAt: Date;
}

/**
 * Makes all who issue numbered letters in this district and year wait for each other till the transaction ends; answers the next serial: one
 * more than the last. Approval replies and linkage letters share one sequence, so it has no gaps.
 */
export async function nextLetterSerial(manager: EntityManager, district: string, year: number): Promise<number> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`approval-reply/${district}/${String(year)}`]);
  const rows: { next: number }[] = await manager.query(
    `select coalesce(max(serial), 0) + 1 as next from (
       select serial from approval_reply where district_id = $1 and year = $2
       union all select serial from linkage_document where district_id = $1 and year = $2) issued`,
    [district, year],
  );
  return rows[0]!.next;
}
