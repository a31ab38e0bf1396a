import type { EntityManager } from 'typeorm';

export interface ResentLetter {
  readonly mail: string;
  readonly address: string;
  readonly before: 'pending' | 'sent' | 'failed';
  readonly attempts: number;
  /** Of the person it is for; null where they belong to none. */
  readonly district: string | null;
  readonly active: boolean;
}

/** A letter with how its messages stand, its lines held till the transaction ends. Null: there is none, or it carries no message. */
export const lockLetter = async (manager: EntityManager, mail: string): Promise<ResentLetter | null> => {
  await manager.query('select from outbox where mail_id = $1 order by id for update', [mail]);
  const rows: ResentLetter[] = await manager.query(
    `select m.id as mail, m.address, max(o.attempts) as attempts, p.district_id as district, p.active,
       case when bool_or(o.status = 'pending') then 'pending' when bool_or(o.status = 'failed') then 'failed' else 'sent' end as before
     from mail m join outbox o on o.mail_id = m.id join person p on p.id = m.person_id where m.id = $1 group by m.id, p.id`,
    [mail],
  );
  return rows[0] ?? null;
};

/** The sender takes it up at its next look, with its attempts counted anew. */
export const releaseLetter = async (manager: EntityManager, mail: string, now: Date): Promise<void> => {
  await manager.query(`update outbox set status = 'pending', attempts = 0, next_attempt_at = $2 where mail_id = $1`, [mail, now]);
};
