import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '#contracts/errors/problem.js';
import type { Incoming } from './file-store.js';

const DAY_MS = 86_400_000;

/** A file that was written and synced in full. */
export interface Staged {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** Where bytes that come in are written, hashed, looked at and scanned on this machine before a store keeps them. */
export class Staging {
  constructor(
    private readonly folder: string,
    private readonly keep: (file: Staged) => Promise<void>,
  ) {}

  /** @throws Problem TOO_LARGE, BAD_REQUEST when the stream breaks off, FILES_UNAVAILABLE when the disk refuses; nothing stays behind. */
  async take(stream: Readable, most: number): Promise<Incoming> {
    // It may break off before anybody reads it; the reading below finds that out.
    stream.on('error', () => undefined);
    const path = join(this.folder, randomUUID());
    const discard = (): Promise<void> => rm(path, { force: true });
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const file = { path, ...(await this.write(stream, path, most)) };
      const keep = async (): Promise<void> => {
        await this.keep(file);
        await discard();
      };
      return { ...file, keep, discard };
    } catch (error) {
      await discard().catch(() => undefined);
      if (error instanceof Problem) throw error;
      // Whoever sent it went away.
      if (stream.destroyed && !stream.readableEnded) throw new Problem('BAD_REQUEST');
      throw new Problem('FILES_UNAVAILABLE', {}, [], { cause: error });
    }
  }

  async sweep(now: number): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const { mtimeMs } = await stat(path);
      if (now - mtimeMs > DAY_MS) await rm(path, { force: true });
    }
  }

  private async write(stream: Readable, path: string, most: number): Promise<Omit<Staged, 'path'>> {
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
}
