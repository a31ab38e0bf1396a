import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The part of an obligation's state that hardly ever changes, in a column of its own: a transition need not write it again. */
export class Terms1700000000008 implements MigrationInterface {
  readonly name = 'Terms1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table obligation add column terms jsonb;
      update obligation set
        terms = jsonb_build_object('calendar', state -> 'calendar', 'chain', state -> 'chain', 'ladder', state -> 'ladder', 'seats', state -> 'seats'),
        state = state - '{calendar,chain,ladder,seats}'::text[];
      alter table obligation alter column terms set not null;
      comment on column obligation.terms is 'What the obligation is held to: calendar, chain, ladder, and who sits in each seat.';
      comment on column obligation.state is 'With terms: the state machine''s state after transition number sequence, what the workflow starts from and returns to after a crash.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update obligation set state = terms || state;
      alter table obligation drop column terms;
    `);
  }
}
