import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.js';
import { layout, readJson, removeFolder, writePrivate } from './data-folder.js';
import { EmbeddedError } from './embedded-error.js';
import { endLeftover } from './managed-process.js';
import { record, stillRuns } from './process-identity.js';
import type { ProcessRecord } from './process-identity.js';

/** What a running stack tells other commands on the same data folder; holds passwords. */
export interface StackAddresses {
  readonly databaseUrl: string;
  readonly adminDatabaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly smtpUrl: string;
  /** Parts that this machine runs by itself. */
  readonly embedded: readonly ('postgres' | 'temporal' | 'mailbox')[];
}

interface Lock {
  readonly owner: ProcessRecord;
  /** Absent while the owner is still starting. */
  readonly addresses?: StackAddresses;
}

const lockFile = (folder: DataFolder): string => join(folder.run, 'stack.json');

/** The addresses of the stack that another process runs on this data folder. */
export async function runningStack(folder: DataFolder): Promise<{ owner: number; addresses: StackAddresses | undefined } | undefined> {
  const lock = await readJson<Lock>(lockFile(folder));
  if (!lock || !(await stillRuns(lock.owner))) return undefined;
  return { owner: lock.owner.pid, addresses: lock.addresses };
}

/** Makes this process the one that runs the stack of the folder; a killed owner's claim is void. */
export async function claim(folder: DataFolder): Promise<ProcessRecord> {
  const owner = await record(process.pid, '');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const running = await runningStack(folder);
    if (running && running.owner !== process.pid) {
      throw new EmbeddedError(
        `Jiheng already runs on ${folder.root} (process ${running.owner}): use that one, stop it, or set JIHENG_DATA to another folder.`,
      );
    }
    await rm(lockFile(folder), { force: true });
    const taken = await writeFile(lockFile(folder), JSON.stringify({ owner }), { flag: 'wx', mode: 0o600 }).then(
      () => true,
      () => false,
    );
    if (taken) return owner;
  }
  throw new EmbeddedError(`Another process is just starting Jiheng on ${folder.root}: wait until it is done.`);
}

export const announce = (folder: DataFolder, owner: ProcessRecord, addresses: StackAddresses): Promise<void> =>
  writePrivate(lockFile(folder), JSON.stringify({ owner, addresses }, null, 2));

export const release = (folder: DataFolder): Promise<void> => rm(lockFile(folder), { force: true });

/** Ends and removes temporary stacks (folders `prefix…` in `parent`) whose owner was killed. */
export async function sweepAbandoned(parent: string, prefix: string): Promise<void> {
  for (const name of (await readdir(parent)).filter((it) => it.startsWith(prefix))) {
    const folder = layout(join(parent, name));
    const lock = await readJson<Lock>(lockFile(folder));
    if (!lock || (await stillRuns(lock.owner))) continue;
    await endLeftover({ record: join(folder.run, 'temporal.json'), gentleSignal: 'SIGKILL', patience: { end: 5_000, ready: 0 } });
    await endLeftover({ record: join(folder.run, 'postgres.json'), gentleSignal: 'SIGQUIT', patience: { end: 5_000, ready: 0 } });
    await removeFolder(folder.root);
  }
}
