import { join } from 'node:path';
import type { Configuration } from '#platform/configuration.js';
import { DiskFileStore } from './disk-file-store.js';
import { Files } from './files.js';
import { scanBy } from './scan.js';

/** Files below the data folder, by the configuration's rules. Several processes share them when they share the folder. */
export const createFiles = async ({ dataFolder, files }: Configuration): Promise<Files> => {
  const store = new DiskFileStore(join(dataFolder, 'files'));
  await store.sweep();
  const scan = files.scanCommand === undefined ? {} : { scan: scanBy(files.scanCommand) };
  return new Files(store, { kinds: files.kinds, maxBytes: files.maxBytes, ...scan });
};
