import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findPgDump } from './pg-dump.js';

export type BackupState = 'running' | 'done' | 'failed' | 'interrupted';

/** One backup. Times by the wall clock: a backup is no business of the year. */
export interface Backup {
  readonly name: string;
  readonly state: BackupState;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
  /** What pg_dump said when it failed. */
  readonly error: string | null;
}

type Note = Omit<Backup, 'name' | 'state'>;

export interface BackupSettings {
  /** Absolute; holds the dumps and a note beside each. */
  readonly folder: string;
  readonly databaseUrl: string;
  /** Path of pg_dump. Absent: it is looked for. */
  readonly program?: string;
}

export class BackupRunningError extends Error {}

const NAME = /^jiheng-\d{8}T\d{9}Z\.dump$/;
const LONGEST_MS = 6 * 3_600_000;

export const isBackupName = (name: string): boolean => NAME.test(name);

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

/** The connection as pg_dump takes it: the password by the environment, where no list of processes shows it. */
const connectionOf = (databaseUrl: string): { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv } => {
  const { hostname, port, username, password, pathname, searchParams } = new URL(databaseUrl);
  const args = ['-h', decodeURIComponent(hostname), '-p', port || '5432', '-U', decodeURIComponent(username)];
  const sslmode = searchParams.get('sslmode');
  return {
    args: [...args, '-d', decodeURIComponent(pathname.slice(1))],
    env: { ...process.env, PGPASSWORD: decodeURIComponent(password), ...(sslmode === null ? {} : { PGSSLMODE: sslmode }) },
  };
};

/**
 * Backups of the database by `pg_dump` in its own format (restored by `pg_restore`), kept in a folder of this machine. One at a time in a
 * process. A dump bears its final name only when it is whole; one whose process has died is shown as interrupted.
 */
export class Backups {
  private running: string | null = null;

  constructor(private readonly settings: BackupSettings) {}

  /** Path of pg_dump; null where there is none. */
  program(): Promise<string | null> {
    return this.settings.program === undefined ? findPgDump() : Promise.resolve(this.settings.program);
  }

  /** Newest first. */
  async list(): Promise<Backup[]> {
    const files = await readdir(this.settings.folder).catch(() => []);
    const names = files.filter((it) => it.endsWith('.json') && isBackupName(it.slice(0, -5))).map((it) => it.slice(0, -5));
    const backups = await Promise.all(names.map((name) => this.one(name)));
    return backups.flatMap((it) => it ?? []).sort((a, b) => (a.name < b.name ? 1 : -1));
  }

  /** Null: there is none of that name. */
  async one(name: string): Promise<Backup | null> {
    if (!isBackupName(name)) return null;
    const text = await readFile(this.noteOf(name), 'utf8').catch(() => null);
    if (text === null) return null;
    const note = JSON.parse(text) as Note;
    return { name, state: this.stateOf(name, note), ...note };
  }

  /** Begins one with the given pg_dump and answers at once; `ended` settles when it is done or has failed. @throws BackupRunningError */
  async start(program: string, now = new Date()): Promise<{ readonly backup: Backup; readonly ended: Promise<void> }> {
    if (this.running !== null) throw new BackupRunningError();
    const name = `jiheng-${now.toISOString().replace(/[-:.]/g, '')}.dump`;
    this.running = name;
    const note: Note = { startedAt: now.toISOString(), finishedAt: null, size: null, sha256: null, error: null };
    try {
      await mkdir(this.settings.folder, { recursive: true, mode: 0o700 });
      await this.write(name, note);
    } catch (error) {
      this.running = null;
      throw error;
    }
    return { backup: { name, state: 'running', ...note }, ended: this.dump(program, name, note) };
  }

  read(name: string): ReadStream {
    return createReadStream(this.fileOf(name));
  }

  /** Removes all but the newest `keep` whole ones, and whatever failed before the oldest of these. Answers the names that went. */
  async prune(keep: number): Promise<string[]> {
    const all = (await this.list()).filter(({ state }) => state !== 'running');
    const kept = all.filter(({ state }) => state === 'done').slice(0, keep);
    const oldest = kept.at(-1)?.name ?? '';
    const gone = all.filter((it) => !kept.includes(it) && it.name < oldest).map(({ name }) => name);
    for (const name of gone) await this.remove(name);
    return gone;
  }

  private async dump(program: string, name: string, note: Note): Promise<void> {
    const partial = `${this.fileOf(name)}.partial`;
    try {
      await this.run(program, partial);
      await chmod(partial, 0o600);
      const [{ size }, sha256] = [await stat(partial), await hashOf(partial)];
      await rename(partial, this.fileOf(name));
      await this.write(name, { ...note, finishedAt: new Date().toISOString(), size, sha256 });
    } catch (error) {
      await rm(partial, { force: true });
      const said = error instanceof Error ? error.message : String(error);
      await this.write(name, { ...note, finishedAt: new Date().toISOString(), error: said.slice(0, 2_000) }).catch(() => undefined);
    } finally {
      this.running = null;
    }
  }

  private run(program: string, file: string): Promise<void> {
    const { args, env } = connectionOf(this.settings.databaseUrl);
    return new Promise((resolve, reject) => {
      execFile(program, [...args, '-w', '-Fc', '--no-owner', '-f', file], { env, timeout: LONGEST_MS }, (error, _, stderr) => {
        if (error) reject(new Error(stderr.trim() || error.message));
        else resolve();
      });
    });
  }

  private stateOf(name: string, { finishedAt, error }: Note): BackupState {
    if (finishedAt !== null) return error === null ? 'done' : 'failed';
    return this.running === name ? 'running' : 'interrupted';
  }

  private async remove(name: string): Promise<void> {
    for (const file of [this.fileOf(name), `${this.fileOf(name)}.partial`, this.noteOf(name)]) await rm(file, { force: true });
  }

  private write(name: string, note: Note): Promise<void> {
    return writeFile(this.noteOf(name), JSON.stringify(note), { mode: 0o600 });
  }

  private fileOf(name: string): string {
    return join(this.settings.folder, name);
  }

  private noteOf(name: string): string {
    return `${this.fileOf(name)}.json`;
  }
}
