import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reallocation1700000000023 implements MigrationInterface {
  readonly name = 'Reallocation1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table disposal drop constraint disposal_disposal_ck, add constraint disposal_disposal_ck
        check (disposal in ('continue', 'correct', 'adjust', 'reallocate', 'cancel'));
      alter table disposal add column reallocated_to uuid constraint disposal_reallocated_fk references project,
        add column reallocated_amount numeric(18, 2);
      create index disposal_reallocated_ix on disposal (reallocated_to) where reallocated_to is not null;
      comment on column disposal.reallocated_amount is 'Yuan that were taken and given to the other project; both targets are filed again.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update disposal set disposal = 'adjust' where disposal = 'reallocate';
      alter table disposal drop column reallocated_amount, drop column reallocated_to;
      alter table disposal drop constraint disposal_disposal_ck, add constraint disposal_disposal_ck
        check (disposal in ('continue', 'correct', 'adjust', 'cancel'));
    `);
  }
}
