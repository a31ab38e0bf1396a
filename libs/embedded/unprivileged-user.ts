import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError } from './embedded-error.js';

const run = promisify(execFile);
const OWN_USER = 'jiheng';

/** Whom a process runs as; undefined means: as whoever started us. */
export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

async function lookUp(name: string): Promise<User | undefined> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const fields = passwd
    .split('\n')
    .find((it) => it.startsWith(`${name}:`))
    ?.split(':');
  return fields && { name, uid: Number(fields[2]), gid: Number(fields[3]) };
}

/**
 * PostgreSQL refuses to run as root. For root this is the system user `jiheng` (created when missing), or `postgres`
 * where users cannot be created; for anybody else nobody in particular.
 */
export async function unprivilegedUser(progress: (line: string) => void): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const own = await lookUp(OWN_USER);
  if (own) return own;
  progress(`Creating the system user ${OWN_USER}, as PostgreSQL does not run as root.`);
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_USER]).catch(() => undefined);
  const user = (await lookUp(OWN_USER)) ?? (await lookUp('postgres'));
  if (user) return user;
  throw new EmbeddedError(
    `PostgreSQL does not run as root and the system user ${OWN_USER} could not be created: create it, start as another user, or set DATABASE_URL.`,
  );
}

/** The first folder on the way to `folder` that the user may not pass through. */
export async function barrier(folder: string, user: User): Promise<string | undefined> {
  const parent = dirname(folder);
  const above = parent === folder ? undefined : await barrier(parent, user);
  if (above) return above;
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & bit) === 0 ? folder : undefined;
}
