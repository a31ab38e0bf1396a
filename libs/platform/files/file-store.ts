import type { Readable } from 'node:stream';

/** Bytes that have come in and are not kept yet. */
export interface Incoming {
  readonly sha256: string;
  readonly size: number;
  /** Where they can be read on this machine, to be looked at and scanned. */
  readonly path: string;
  /** Keeps them under their hash; what is kept already is not kept twice. They are durable when it resolves. */
  keep(): Promise<void>;
  /** Forgets them; harmless after `keep`. */
  discard(): Promise<void>;
}

/** Where the bytes of attachments lie, addressed by their SHA-256. What is kept is never changed. */
export interface FileStore {
  /** @throws Problem TOO_LARGE beyond `most` bytes, BAD_REQUEST when the stream breaks off; nothing stays behind. */
  take(stream: Readable, most: number): Promise<Incoming>;
  read(sha256: string): Promise<Readable>;
}
