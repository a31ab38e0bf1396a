import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the pages read: what was recorded lately, and publications by district, year and words. */
export class LiveAndPublic1700000000019 implements MigrationInterface {
  readonly name = 'LiveAndPublic1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index audit_entry_recorded_ix on audit_entry (recorded_at);
      create index publication_public_ix on publication (district_id, fiscal_year, published_at, id);
      create index outbox_mail_ix on outbox (mail_id) where mail_id is not null;
      create index publication_hash_ix on publication (hash);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index outbox_mail_ix, publication_hash_ix, publication_public_ix, audit_entry_recorded_ix');
  }
}
