import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search looks within one district and year; the index leads there first, instead of through every project that was ever written. */
export class ProjectSearch1700000000015 implements MigrationInterface {
  readonly name = 'ProjectSearch1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gin;
      drop index project_grams_ix;
      drop index project_name_ix;
      create index project_search_ix on project using gin (district_id, fiscal_year, grams);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index project_search_ix;
      create index project_grams_ix on project using gin (grams);
      create index project_name_ix on project using gin (name gin_trgm_ops);
    `);
  }
}
