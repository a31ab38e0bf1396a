import type { Readable } from 'node:stream';
import { Problem } from '#contracts/errors/problem.js';
import { FILE_KINDS, fitsName } from './file-kinds.js';
import type { FileKind } from './file-kinds.js';
import type { FileStore, Incoming } from './file-store.js';
import type { Scan } from './scan.js';
import { sniff } from './sniff.js';
import { verified } from './verified.js';

export interface FileRules {
  readonly kinds: readonly FileKind[];
  readonly maxBytes: number;
  /** Absent: files are not scanned. */
  readonly scan?: Scan;
}

export interface KeptFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** Takes files in by the rules of the configuration. */
export class Files {
  constructor(
    private readonly store: FileStore,
    private readonly rules: FileRules,
  ) {}

  /**
   * Keeps a file that holds the rules; of any other nothing stays behind.
   * @throws Problem TOO_LARGE, FILE_EMPTY, FILE_KIND_REFUSED, FILE_NAME_UNFIT, FILE_INFECTED, UNAVAILABLE when the scanner
   * does not answer, FILES_UNAVAILABLE when the store does not
   */
  async receive(stream: Readable, name: string): Promise<KeptFile> {
    const incoming = await this.store.take(stream, this.rules.maxBytes);
    try {
      const kind = await this.check(incoming, name);
      await incoming.keep();
      return { sha256: incoming.sha256, size: incoming.size, mediaType: FILE_KINDS[kind].mediaType };
    } finally {
      await incoming.discard();
    }
  }

  /** The stream fails before its end when the bytes do not have the hash. @throws Problem FILE_LOST, FILES_UNAVAILABLE */
  async read(sha256: string): Promise<Readable> {
    return verified(await this.store.read(sha256), sha256);
  }

  private async check({ path, size }: Incoming, name: string): Promise<FileKind> {
    if (size === 0) throw new Problem('FILE_EMPTY');
    const kind = await sniff(path);
    if (kind === null || !this.rules.kinds.includes(kind)) {
      throw new Problem('FILE_KIND_REFUSED', { kinds: this.rules.kinds.flatMap((it) => FILE_KINDS[it].endings).join(', ') });
    }
    if (!fitsName(kind, name)) throw new Problem('FILE_NAME_UNFIT', { endings: FILE_KINDS[kind].endings.join(', ') });
    const found = (await this.rules.scan?.(path)) ?? 'clean';
    if (found === 'infected') throw new Problem('FILE_INFECTED');
    if (found === 'failed') throw new Problem('UNAVAILABLE');
    return kind;
  }
}
