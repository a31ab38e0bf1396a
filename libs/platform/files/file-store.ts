import type { Readable } from 'node:stream';

/** Bytes that have come in and are not kept yet. */
export interface Incoming {
  readonly sha256: string;
  readonly size: number;
  /** Where they can be read on this machine, to be looked at and scanned. */
  readonly path: string;
  /**
   * Keeps them under their hash; what is kept already is not kept twice and never overwritten. They are durable when it resolves.
   * @throws Problem FILES_UNAVAILABLE when the store does not answer; then nothing was kept
   */
  keep(): Promise<void>;
  /** Forgets them; harmless after `keep`. */
  discard(): Promise<void>;
}

/** Where the bytes of attachments lie, addressed by their SHA-256. What is kept is never changed. */
export interface FileStore {
  /** @throws Problem TOO_LARGE beyond `most` bytes, BAD_REQUEST when the stream breaks off; nothing stays behind. */
  take(stream: Readable, most: number): Promise<Incoming>;
  /** @throws Problem FILE_LOST when nothing is kept under this hash, FILES_UNAVAILABLE when the store does not answer */
  read(sha256: string): Promise<Readable>;
  /** For people: which store this is and where. */
  readonly description: string;
  /** Asks whether the store answers, and changes nothing. @throws Error that says why it does not */
  check(): Promise<void>;
  /** Removes what a crash of this process left half written more than a day ago. */
  sweep(now?: number): Promise<void>;
}

/** `ab/ab12…`: the same in a folder and in a bucket, so that files can be moved from one to the other as they are. */
export const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;
