import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '#contracts/errors/problem.js';
import type { FileStore, Incoming } from './file-store.js';

const DAY_MS = 86_400_000;

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Files in a folder: `ab/ab12…` by hash. They are written under a temporary name, synced, and renamed; so a file that is there is whole. */
export class DiskFileStore implements FileStore {
  private readonly incoming: string;

  constructor(private readonly folder: string) {
    this.incoming = join(folder, 'incoming');
  }

  async take(stream: Readable, most: number): Promise<Incoming> {
    // It may break off before anybody reads it; the reading below finds that out.
    stream.on('error', () => undefined);
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const path = join(this.incoming, randomUUID());
    const discard = (): Promise<void> => rm(path, { force: true });
    try {
      const { sha256, size } = await this.write(stream, path, most);
      return { sha256, size, path, keep: () => this.keep(path, sha256), discard };
    } catch (error) {
      await discard();
      // Whoever sent it went away.
      if (stream.destroyed && !stream.readableEnded) throw new Problem('BAD_REQUEST');
      throw error;
    }
  }

  async read(sha256: string): Promise<Readable> {
    const handle = await open(this.pathOf(sha256));
    return handle.createReadStream();
  }

  /** Removes what a crash left half written more than a day ago. */
  async sweep(now = Date.now()): Promise<void> {
    for (const name of await readdir(this.incoming).catch(() => [])) {
      const path = join(this.incoming, name);
      const { mtimeMs } = await stat(path);
      if (now - mtimeMs > DAY_MS) await rm(path, { force: true });
    }
  }

  private async write(stream: Readable, path: string, most: number): Promise<{ sha256: string; size: number }> {
    const hash = createHash('sha256');
    let size = 0;
    const file = await open(path, 'wx', 0o600);
    try {
      // The stream stays whole when it is refused: the answer goes over the same connection.
      for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>) {
        size += chunk.length;
        if (size > most) throw new Problem('TOO_LARGE');
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), size };
  }

  private async keep(path: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    const folder = join(target, '..');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(path, target);
    await syncFolder(folder);
    await syncFolder(this.folder);
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}
