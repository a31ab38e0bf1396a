import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const RELEASES = 'https://github.com/temporalio/temporal/releases/download';
const run = promisify(execFile);

async function fetched(url, patience) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

async function unpack(archive, name, folder) {
  const temporary = await mkdtemp(join(folder, 'unpacking-'));
  try {
    const file = join(temporary, name);
    await writeFile(file, archive);
    await run('tar', ['-xzf', file, '-C', temporary, 'temporal-server', 'temporal-sql-tool']);
    // The tool first: who finds the server finds everything.
    for (const it of ['temporal-sql-tool', 'temporal-server']) {
      await chmod(join(temporary, it), 0o755);
      await rename(join(temporary, it), join(folder, it));
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * Gets the official release into `folder`, once its SHA-256 is that of the release's list.
 * @returns why it was not possible, or undefined
 */
export async function downloadTemporal({ folder, version, progress }) {
  const machine = { x64: 'amd64', arm64: 'arm64' }[arch()];
  if (!machine || !['linux', 'darwin'].includes(platform())) return `there is none for ${platform()} ${arch()}`;
  const name = `temporal_${version}_${platform()}_${machine}.tar.gz`;
  try {
    // Short, so that a machine without network loses no time.
    const sums = (await fetched(`${RELEASES}/v${version}/checksums.txt`, 3_000)).toString('utf8');
    const expected = sums
      .split('\n')
      .find((it) => it.trim().endsWith(name))
      ?.trim()
      .split(/\s+/)[0];
    if (!expected) return `the release's checksums do not name ${name}`;
    progress(`Downloading the Temporal server ${version}.`);
    const archive = await fetched(`${RELEASES}/v${version}/${name}`, 600_000);
    if (createHash('sha256').update(archive).digest('hex') !== expected) return `the checksum of ${name} is wrong`;
    await unpack(archive, name, folder);
    return undefined;
  } catch (error) {
    return error.cause?.code ?? error.message;
  }
}
