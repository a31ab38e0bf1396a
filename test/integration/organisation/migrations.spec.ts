import { DataSource } from 'typeorm';
import { migrate, MIGRATIONS } from '#persistence/migrate.js';
import { ORGANISATION_ENTITIES } from '#persistence/organisation/entities.js';
import { createDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  await migrate(database.url);
  source = await new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: MIGRATIONS,
    entities: ORGANISATION_ENTITIES,
    installExtensions: false,
  }).initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** Everything that a migration can leave behind, in words. */
const schema = async (): Promise<string[]> => {
  const rows: { it: string }[] = await source.query(`
    select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as it
      from information_schema.columns where table_schema = 'public' and table_name <> 'migrations'
    union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'migrations' and contype <> 'n'
    union all select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migrations'
    union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'function ' || p.oid::regprocedure from pg_proc p
      where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by it`);
  return rows.map(({ it }) => it);
};

describe('migrations', () => {
  it('go down to nothing and up again to the same schema', async () => {
    const before = await schema();
    expect(before.length).toBeGreaterThan(100);
    for (let left = MIGRATIONS.length; left > 0; left -= 1) await source.undoLastMigration({ transaction: 'each' });
    expect(await schema()).toEqual([]);
    await source.runMigrations({ transaction: 'each' });
    expect(await schema()).toEqual(before);
  });

  it('name every constraint', async () => {
    const unnamed = (await schema()).filter((it) => it.startsWith('constraint ') && !/ \w+_(pk|uk|fk|ck) /.test(it));
    expect(unnamed).toEqual([]);
  });
});

describe('entities of the organisation', () => {
  it('have the columns of their tables, no more and no less', async () => {
    const drift: string[] = [];
    for (const { tableName, columns } of source.entityMetadatas) {
      const rows: { name: string; type: string; nullable: boolean }[] = await source.query(
        `select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [tableName],
      );
      const table = rows.map((it) => `${it.name} ${it.type}${it.nullable ? ' null' : ''}`).sort();
      const entity = columns.map((it) => {
        const type = String(it.type).replace('timestamptz', 'timestamp with time zone');
        return `${it.databaseName} ${type}${it.isArray ? '[]' : ''}${it.isNullable ? ' null' : ''}`;
      });
      if (table.join() !== entity.sort().join()) drift.push(`${tableName}: table ${table.join(', ')}; entity ${entity.join(', ')}`);
    }
    expect(source.entityMetadatas).toHaveLength(ORGANISATION_ENTITIES.length);
    expect(drift).toEqual([]);
  });
});
