import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { anchorAudit, merkleRoot, readAnchors, verifyAgainstAnchor } from '#persistence/audit/anchor.js';
import { appendAudit } from '#persistence/audit/append-audit.js';
import { verifyAudit } from '#persistence/audit/verify-audit.js';
import { createDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let source: DataSource;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiheng-anchor-'));
  database = await createDatabase();
  source = await new DataSource({ type: 'postgres', url: database.url, installExtensions: false }).initialize();
});

afterEach(async () => {
  await source.destroy();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Details that jsonb writes otherwise than JavaScript does. */
const DETAILS = [
  { z: 1, a: { 长: '绩效', b: null } },
  { n: [1.0, 1e21, 1e-7, -0, 0.1, 123456789012345680000] },
  { s: '\u2028"\\ 𠮷 \n' },
  {},
];

const append = (stream: string, from: number, to: number) =>
  source.transaction((manager) =>
    appendAudit(
      manager,
      Array.from({ length: to - from + 1 }, (_, i) => ({
        stream,
        sequence: from + i,
        districtId: null,
        at: new Date(1_697_000_000_123 + i),
        actorId: i % 2 === 0 ? randomUUID() : null,
        onBehalfOf: null,
        type: 'submit',
        detail: DETAILS[i % DETAILS.length],
      })),
    ),
  );

/** What somebody with the database in hand could do. */
const tamper = async (sql: string): Promise<void> => {
  await source.query('alter table audit_entry disable trigger audit_entry_append_only');
  await source.query(sql);
};

describe('the audit trail', () => {
  it('verifies whatever jsonb makes of a detail', async () => {
    await append('obligation/a', 0, 11);
    await append('obligation/b', 0, 0);
    expect(await verifyAudit(source)).toEqual({ streams: 2, entries: 13, breaches: [] });
    expect(await verifyAudit(source, { stream: 'obligation/b' })).toEqual({ streams: 1, entries: 1, breaches: [] });
  });

  it('verifies over the edge of a page', async () => {
    await append('a', 0, 4_998);
    await append('b', 0, 4_000);
    expect(await verifyAudit(source)).toEqual({ streams: 2, entries: 9_000, breaches: [] });
  });

  it('is append-only', async () => {
    await append('a', 0, 1);
    await expect(source.query(`update audit_entry set type = 'x'`)).rejects.toThrow('append-only');
    await expect(source.query('delete from audit_entry')).rejects.toThrow('append-only');
  });

  it('shows the first entry that was altered, taken out or put in', async () => {
    for (const stream of ['a', 'b', 'c']) await append(stream, 0, 5);
    await tamper(`update audit_entry set detail = detail || '{"amount":"1"}' where stream = 'a' and sequence >= 2;
                  delete from audit_entry where stream = 'b' and sequence = 3;
                  update audit_entry set hash = repeat('a', 64), actor_id = null where stream = 'c' and sequence = 5`);
    expect((await verifyAudit(source)).breaches).toEqual([
      { stream: 'a', sequence: 2, fault: 'ALTERED' },
      { stream: 'b', sequence: 3, fault: 'GAP' },
      { stream: 'c', sequence: 5, fault: 'ALTERED' },
    ]);
  });

  it('shows a cut tail, a vanished stream and a rewritten one only against an anchor', async () => {
    const file = join(folder, 'anchor.jsonl');
    for (const stream of ['a', 'b', 'c', 'd']) await append(stream, 0, 5);
    const anchor = await anchorAudit(source, file, 1_697_000_000_000);
    expect(anchor).toMatchObject({ streams: 4, entries: 24, root: merkleRoot(anchor.heads) });
    await append('d', 6, 8);
    expect(await verifyAgainstAnchor(source, (await readAnchors(file))[0]!)).toEqual([]);
    await tamper(`delete from audit_entry where stream = 'a' and sequence > 3; delete from audit_entry where stream in ('b', 'c')`);
    await append('c', 0, 6);
    expect((await verifyAudit(source)).breaches).toEqual([]);
    expect(await verifyAgainstAnchor(source, anchor)).toEqual([
      { stream: 'a', sequence: 4, fault: 'CUT' },
      { stream: 'b', sequence: 0, fault: 'VANISHED' },
      { stream: 'c', sequence: 5, fault: 'REWRITTEN' },
    ]);
    await anchorAudit(source, file, 1_697_000_100_000);
    expect(await readAnchors(file)).toHaveLength(2);
  });

  it('does not trust an anchor that does not agree with itself', async () => {
    await append('a', 0, 1);
    const anchor = await anchorAudit(source, join(folder, 'anchor.jsonl'), 0);
    const heads = anchor.heads.map(([stream, , hash]): [string, number, string] => [stream, 0, hash]);
    expect((await verifyAgainstAnchor(source, { ...anchor, heads }))[0]?.fault).toBe('BAD_ANCHOR');
    await writeFile(join(folder, 'broken'), '{}\n');
    await expect(readAnchors(join(folder, 'broken'))).rejects.toThrow('line 1: not an anchor');
  });
});
