import type { Configuration } from '#platform/configuration.js';
import { DiskFileStore } from './disk-file-store.js';
import { Files } from './files.js';
import { scanBy } from './scan.js';

/** Files in the folder of the configuration, by its rules. Processes that serve one database share the folder. */
export const createFiles = async ({ files }: Configuration): Promise<Files> => {
  const store = new DiskFileStore(files.folder);
  await store.sweep();
  const scan = files.scanCommand === undefined ? {} : { scan: scanBy(files.scanCommand) };
  return new Files(store, { kinds: files.kinds, maxBytes: files.maxBytes, ...scan });
};
