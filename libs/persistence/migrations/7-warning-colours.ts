import type { MigrationInterface, QueryRunner } from 'typeorm';

const allow = (colours: string, checked = ''): string => `
  alter table warning drop constraint warning_colour_ck;
  alter table warning add constraint warning_colour_ck check (colour in (${colours}))${checked};`;

/** A project far ahead of its plan shows blue. */
export class WarningColours1700000000007 implements MigrationInterface {
  readonly name = 'WarningColours1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow(`'yellow', 'red', 'blue'`));
  }

  /** Blue warnings that were raised stay as they are. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(allow(`'yellow', 'red'`, ' not valid'));
  }
}
