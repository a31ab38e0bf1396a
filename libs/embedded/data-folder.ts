import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-error.js';

const MEGABYTE = 1024 ** 2;
const NEEDED_MB = 500;

/** Where everything embedded keeps its things; all paths absolute. */
export interface DataFolder {
  readonly root: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly mailbox: string;
  readonly files: string;
  readonly logs: string;
  /** Process records and the ports of the last start. */
  readonly run: string;
  readonly secrets: string;
}

export function layout(root: string): DataFolder {
  const below = (name: string) => join(root, name);
  return {
    root,
    postgres: below('postgres'),
    temporal: below('temporal'),
    mailbox: below('mailbox'),
    files: below('files'),
    logs: below('logs'),
    run: below('run'),
    secrets: below('secrets.json'),
  };
}

/** Free megabytes on the disk that holds `folder`. */
export async function freeMegabytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / MEGABYTE);
}

/** Creates what is missing. The root may be passed through, so that PostgreSQL's own user gets to its part of it. */
export async function prepareDataFolder(root: string): Promise<DataFolder> {
  const folder = layout(root);
  try {
    const created = await mkdir(root, { recursive: true });
    if (created !== undefined) await chmod(root, 0o711);
    for (const it of [folder.temporal, folder.mailbox, folder.files, folder.logs, folder.run])
      await mkdir(it, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EmbeddedError(`The data folder ${root} cannot be written (${code}): set JIHENG_DATA to a folder of yours.`, { cause: error });
  }
  const free = await freeMegabytes(root);
  if (free < NEEDED_MB) {
    throw new EmbeddedError(
      `The disk that holds ${root} has ${free} MB left where ${NEEDED_MB} MB are needed: free some, or set JIHENG_DATA.`,
    );
  }
  return folder;
}

/** Writes a file that only its owner can read, whole or not at all. */
export async function writePrivate(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.new`;
  await writeFile(unfinished, text, { mode: 0o600 });
  await chmod(unfinished, 0o600);
  await rename(unfinished, file);
}

/** The parsed file, or undefined when it is missing or was cut off. */
export async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Passwords of the embedded PostgreSQL's roles. */
export interface Secrets {
  readonly superuser: string;
  readonly application: string;
  readonly temporal: string;
}

/** Generated at the first start, and kept. */
export async function readSecrets(folder: DataFolder): Promise<Secrets> {
  const kept = await readJson<Secrets>(folder.secrets);
  if (kept) return kept;
  const password = () => randomBytes(24).toString('base64url');
  const secrets = { superuser: password(), application: password(), temporal: password() };
  await writePrivate(folder.secrets, JSON.stringify(secrets, null, 2));
  return secrets;
}

/** Removes a data folder and everything in it. */
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
