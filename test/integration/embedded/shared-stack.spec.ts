import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { diagnose } from '#embedded/diagnosis.js';
import { ensureNamespace, SEARCH_ATTRIBUTES } from '#embedded/temporal-namespace.js';
import { createDatabase, temporalServer } from '../../support/database.js';

describe('the stack of a test run', () => {
  it('gives every test a database of its own, and takes it back', async () => {
    const [one, other] = await Promise.all([createDatabase(), createDatabase()]);
    expect(one.url).not.toBe(other.url);
    const client = new pg.Client({ connectionString: one.url });
    await client.connect();
    await client.query('create table only_here (id int)');
    await client.end();
    await Promise.all([one.drop(), other.drop()]);
    const gone = new pg.Client({ connectionString: one.url });
    await expect(gone.connect()).rejects.toThrow(/does not exist/);
  });

  it('registers namespaces for rehearsals, usable at once and as often as asked', async () => {
    const connection = await Connection.connect({ address: temporalServer().address });
    const namespace = `rehearsal-${randomUUID()}`;
    await ensureNamespace(connection, namespace, 1);
    await ensureNamespace(connection, namespace, 1);
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining([...SEARCH_ATTRIBUTES]));
    await connection.close();
  });

  it('is found by the diagnosis when it is configured', async () => {
    const findings = await diagnose({
      ...process.env,
      DATABASE_URL: process.env.JIHENG_TEST_DATABASE_URL,
      TEMPORAL_ADDRESS: temporalServer().address,
    });
    const detail = (what: string) => findings.find((it) => it.what === what);
    expect(detail('PostgreSQL')).toMatchObject({ state: 'ok', detail: expect.stringContaining('version 18') });
    expect(detail('Temporal')).toMatchObject({ state: 'ok', detail: expect.stringContaining('version 1.32') });
  });

  it('is missed by the diagnosis when it does not answer, in a sentence each', async () => {
    const findings = await diagnose({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', TEMPORAL_ADDRESS: '127.0.0.1:1' });
    expect(findings.filter((it) => it.state === 'missing').map((it) => it.what)).toEqual(
      expect.arrayContaining(['PostgreSQL', 'Temporal']),
    );
  });

  it('is not even looked for when a variable is wrong', async () => {
    const findings = await diagnose({ JIHENG_PORT: 'x' });
    expect(findings.at(-1)).toEqual({
      what: 'Configuration',
      state: 'missing',
      detail: 'JIHENG_PORT must be a port number from 1 to 65535.',
    });
  });
});
