import { join } from 'node:path';
import type { FilesConfiguration } from '../configuration-files.js';
import type { Configuration } from '../configuration.js';
import { DiskFileStore } from './disk-file-store.js';
import type { FileStore } from './file-store.js';
import { Files } from './files.js';
import { scanBy } from './scan.js';

/** The store that the configuration names. The client of S3 is loaded only where it is used. */
export const createFileStore = async ({ folder, s3 }: FilesConfiguration): Promise<FileStore> => {
  if (!s3) return new DiskFileStore(folder);
  const { S3FileStore } = await import('./s3-file-store.js');
  return new S3FileStore(s3, join(folder, 'incoming'));
};

/**
 * Files in the store of the configuration, by its rules. A store that does not answer now is worth a warning: everything else works without
 * it, and it may come back.
 */
export const createFiles = async ({ files }: Configuration, warn: (line: string) => void): Promise<Files> => {
  const store = await createFileStore(files);
  await store.sweep();
  await store.check().catch((error: unknown) => {
    warn(`Attachments: the ${store.description} cannot be used: ${error instanceof Error ? error.message || error.name : String(error)}`);
  });
  const scan = files.scanCommand === undefined ? {} : { scan: scanBy(files.scanCommand) };
  return new Files(store, { kinds: files.kinds, maxBytes: files.maxBytes, ...scan });
};
