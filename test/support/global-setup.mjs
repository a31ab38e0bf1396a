/**
 * One embedded stack for all tests of a run: PostgreSQL without fsync and a Temporal server, in a temporary folder.
 * It runs from dist/, as jest does not transform this file; tools/test.mjs builds before it starts jest.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const built = (path) => new URL(`../../dist/${path}`, import.meta.url);
const TEMPLATE = 'jiheng_template';

/** The database that test/support/database.ts copies: with the product's schema once there is one. */
async function makeTemplate(stack) {
  const { createDatabase, databaseUrl } = await import(built('libs/embedded/databases.js'));
  await createDatabase(stack.adminDatabaseUrl, TEMPLATE, new URL(stack.databaseUrl).username);
  const migrations = built('libs/persistence/migrate.js');
  if (!existsSync(migrations)) return;
  const { migrate } = await import(migrations);
  await migrate(databaseUrl(stack.databaseUrl, TEMPLATE));
}

export default async function setUp() {
  const { startStack, sweepAbandoned } = await import(built('libs/embedded/stack.js'));
  const { readConfiguration } = await import(built('libs/platform/configuration.js'));
  await sweepAbandoned(tmpdir(), 'jiheng-test-');
  const folder = await mkdtemp(join(tmpdir(), 'jiheng-test-'));
  // PostgreSQL may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const progress = process.env.CI ? (line) => console.error(line) : () => undefined;
  const stack = await startStack(readConfiguration({ JIHENG_DATA: folder }), { progress, durable: false });
  globalThis.jihengStack = { stack, folder };
  try {
    await makeTemplate(stack);
  } catch (error) {
    await tearDown();
    throw error;
  }
  process.env.JIHENG_TEST_DATABASE_URL = stack.databaseUrl;
  process.env.JIHENG_TEST_ADMIN_DATABASE_URL = stack.adminDatabaseUrl;
  process.env.JIHENG_TEST_TEMPORAL_ADDRESS = stack.temporalAddress;
  process.env.JIHENG_TEST_TEMPORAL_NAMESPACE = stack.temporalNamespace;
  process.env.JIHENG_TEST_TEMPLATE = TEMPLATE;
}

export async function tearDown() {
  const { stack, folder } = globalThis.jihengStack ?? {};
  if (!stack) return;
  globalThis.jihengStack = undefined;
  await stack.stop();
  const { removeFolder } = await import(built('libs/embedded/data-folder.js'));
  await removeFolder(folder);
}
