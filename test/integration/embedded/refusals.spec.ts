import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from '#embedded/data-folder.js';
import { explain } from '#embedded/embedded-error.js';
import { freePorts, isFree } from '#embedded/ports.js';
import { startStack } from '#embedded/stack.js';
import { readConfiguration } from '#platform/configuration.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiheng-test-refusals-'));
  await chmod(folder, 0o711);
});
afterEach(() => removeFolder(folder));

const attempt = (env: NodeJS.ProcessEnv = {}) => startStack(readConfiguration({ JIHENG_DATA: folder, ...env }));

describe('a stack that cannot start', () => {
  it('names the version that the data are of', async () => {
    await mkdir(join(folder, 'postgres'));
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '15\n');
    await expect(attempt()).rejects.toThrow(/are of PostgreSQL 15 and this version brings 18: .*set JIHENG_DATA/);
  });

  it('names the file when the data folder is none', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(attempt({ JIHENG_DATA: join(folder, 'file', 'data') })).rejects.toThrow(/cannot be written \(ENOTDIR\): set JIHENG_DATA/);
  });

  it('names the folder that the user of PostgreSQL may not enter', async () => {
    if (process.getuid?.() !== 0) return;
    await chmod(folder, 0o700);
    await expect(attempt({ JIHENG_DATA: join(folder, 'data') })).rejects.toThrow(`may not enter ${folder}`);
  });

  it('names the address of a configured Temporal server that does not answer', async () => {
    const env = { TEMPORAL_ADDRESS: '127.0.0.1:1', DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    await expect(attempt(env)).rejects.toThrow(/The Temporal server at 127.0.0.1:1 does not answer .*check TEMPORAL_ADDRESS/);
  });

  it('leaves the folder free for a next attempt', async () => {
    await mkdir(join(folder, 'postgres'));
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '15\n');
    await expect(attempt()).rejects.toThrow('are of PostgreSQL 15');
    await expect(attempt()).rejects.toThrow('are of PostgreSQL 15');
  });

  it('has a sentence of its own for a full disk and for a port that was taken meanwhile', () => {
    expect(explain('PostgreSQL', '/log', 'could not write: No space left on device').message).toMatch(
      /because the disk is full: free some/,
    );
    expect(explain('PostgreSQL', '/log', 'could not bind: Address already in use').message).toMatch(/port taken by another program/);
    expect(explain('PostgreSQL', '/log', 'a\nb\nc\nd').message).toBe('PostgreSQL did not start: b c d. Its log is /log.');
  });
});

describe('ports', () => {
  it('stay what they were, unless somebody has taken one', async () => {
    const before = await freePorts(['a', 'b', 'c']);
    expect(new Set(Object.values(before)).size).toBe(3);
    const guest = createServer();
    await new Promise<void>((resolve) => guest.listen(before.b, '127.0.0.1', resolve));
    expect(await isFree(before.b)).toBe(false);
    const after = await freePorts(['a', 'b', 'c'], before);
    await new Promise((resolve) => guest.close(resolve));
    expect(after).toMatchObject({ a: before.a, c: before.c });
    expect(after.b).not.toBe(before.b);
  });

  it('are ones that fit the smallint in which Temporal keeps them', async () => {
    for (const port of Object.values(await freePorts(['a', 'b', 'c', 'd', 'e']))) expect(port).toBeLessThan(32_768);
  });
});
