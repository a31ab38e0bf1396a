import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { appendAudit, AuditGapError } from '#persistence/audit/append-audit.js';
import type { AuditEntry } from '#persistence/audit/append-audit.js';
import { createDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  source = await new DataSource({ type: 'postgres', url: database.url, installExtensions: false }).initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const entry = (stream: string, sequence: number, detail: unknown = {}): AuditEntry => ({
  stream,
  sequence,
  districtId: null,
  at: new Date('2023-10-15T01:02:03.456Z'),
  actorId: randomUUID(),
  onBehalfOf: null,
  type: 'submit',
  detail,
});

const append = (entries: readonly AuditEntry[]) => source.transaction((manager) => appendAudit(manager, entries));

it('chains each entry to the one before it, within a call and over calls', async () => {
  const stream = `obligation/${randomUUID()}`;
  const [first] = await append([entry(stream, 0), entry(stream, 1)]);
  const [second] = await append([entry(stream, 2)]);
  const rows = await source.query('select sequence, hash, previous_hash from audit_entry where stream = $1 order by sequence', [stream]);
  expect(rows[0].previous_hash).toBe('0'.repeat(64));
  expect(rows[1].previous_hash).toBe(rows[0].hash);
  expect(rows[2].previous_hash).toBe(first!.hash);
  expect(second).toEqual({ stream, sequence: 2, hash: rows[2].hash });
});

it('keeps mixed streams apart and answers the head of each', async () => {
  const [a, b] = [`a/${randomUUID()}`, `b/${randomUUID()}`];
  const heads = await append([entry(a, 0), entry(b, 0), entry(a, 1)]);
  expect(heads.map(({ stream, sequence }) => [stream, sequence])).toEqual([
    [a, 1],
    [b, 0],
  ]);
});

it('refuses a gap, and an entry that is there already fails the whole transaction', async () => {
  const [stream, fresh] = [randomUUID(), randomUUID()];
  await expect(append([entry(stream, 1)])).rejects.toThrow(AuditGapError);
  await expect(append([entry(stream, 0), entry(stream, 2)])).rejects.toThrow(AuditGapError);
  await append([entry(stream, 0)]);
  await expect(append([entry(fresh, 0), entry(stream, 0)])).rejects.toThrow('audit_entry_pk');
  const [{ count }] = await source.query('select count(*)::int from audit_entry where stream = any($1)', [[stream, fresh]]);
  expect(count).toBe(1);
});

it('opens thousands of streams with one insert', async () => {
  const warm = Array.from({ length: 304 }, () => entry(`obligation/${randomUUID()}`, 0, { documents: 14 }));
  await append(warm);
  const entries = Array.from({ length: 3_040 }, () => entry(`obligation/${randomUUID()}`, 0, { documents: 14 }));
  const start = performance.now();
  expect(await append(entries)).toHaveLength(3_040);
  const spent = performance.now() - start;
  expect(spent).toBeLessThan(1_500);
});
