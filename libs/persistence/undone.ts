import type { DataSource, EntityManager } from 'typeorm';

/** Does something in a transaction that is rolled back: what it would do can be read in it, and nothing of it stays. */
export async function undone<T>(source: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction();
    return await work(runner.manager);
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}
