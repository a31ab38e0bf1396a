import { constants } from 'node:fs';
import { access, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '#contracts/errors/problem.js';
import { keyOf } from './file-store.js';
import type { FileStore, Incoming } from './file-store.js';
import { Staging } from './staging.js';
import type { Staged } from './staging.js';

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Files in a folder by their hash. They are written under a temporary name, synced, and renamed; so a file that is there is whole. */
export class DiskFileStore implements FileStore {
  private readonly staging: Staging;

  constructor(private readonly folder: string) {
    this.staging = new Staging(join(folder, 'incoming'), (file) => this.keep(file));
  }

  get description(): string {
    return `folder ${this.folder}`;
  }

  take(stream: Readable, most: number): Promise<Incoming> {
    return this.staging.take(stream, most);
  }

  async read(sha256: string): Promise<Readable> {
    try {
      const handle = await open(this.pathOf(sha256));
      return handle.createReadStream();
    } catch (cause) {
      const gone = (cause as NodeJS.ErrnoException).code === 'ENOENT' && (await exists(this.folder));
      throw new Problem(gone ? 'FILE_LOST' : 'FILES_UNAVAILABLE', {}, [], { cause });
    }
  }

  /** The folder may be made later, by the first file. */
  async check(): Promise<void> {
    let folder = this.folder;
    while (!(await exists(folder)) && dirname(folder) !== folder) folder = dirname(folder);
    // The dot is found in a folder only.
    await access(`${folder}/.`, constants.W_OK);
  }

  sweep(now = Date.now()): Promise<void> {
    return this.staging.sweep(now);
  }

  private async keep({ path, sha256 }: Staged): Promise<void> {
    const target = this.pathOf(sha256);
    const folder = dirname(target);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Two at once may both find it missing; the bytes of one name are the same.
      if (!(await exists(target))) await rename(path, target);
      await syncFolder(folder);
      await syncFolder(this.folder);
    } catch (cause) {
      throw new Problem('FILES_UNAVAILABLE', {}, [], { cause });
    }
  }

  private pathOf(sha256: string): string {
    return join(this.folder, keyOf(sha256));
  }
}
