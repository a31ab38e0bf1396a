import { randomUUID } from 'node:crypto';
import { createDatabase as create, databaseUrl, dropDatabase } from '#embedded/databases.js';

/** A variable that the global set-up exports to the tests of the project "stack". */
function fromSetUp(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: this test belongs below test/integration, test/workflow or test/replay.`);
  return value;
}

export interface TestDatabase {
  /** Of the application's role, which owns everything in it but is no superuser. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own with the product's schema, copied from a template in some 30 ms. */
export async function createDatabase(): Promise<TestDatabase> {
  const url = fromSetUp('JIHENG_TEST_DATABASE_URL');
  const admin = fromSetUp('JIHENG_TEST_ADMIN_DATABASE_URL');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await create(admin, name, new URL(url).username, fromSetUp('JIHENG_TEST_TEMPLATE'));
  return { url: databaseUrl(url, name), drop: () => dropDatabase(admin, name) };
}

/** Where the run's Temporal server listens. */
export const temporalServer = () => ({
  address: fromSetUp('JIHENG_TEST_TEMPORAL_ADDRESS'),
  namespace: fromSetUp('JIHENG_TEST_TEMPORAL_NAMESPACE'),
});
