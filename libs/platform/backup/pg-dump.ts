import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const PROGRAM = process.platform === 'win32' ? 'pg_dump.exe' : 'pg_dump';

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Where Linux distributions put the versions of PostgreSQL, newest first. */
const versionFolders = async (): Promise<string[]> => {
  const root = '/usr/lib/postgresql';
  const versions = await readdir(root).catch(() => []);
  return versions.sort((a, b) => Number(b) - Number(a)).map((it) => join(root, it, 'bin'));
};

/** Path of pg_dump: named by `JIHENG_PG_DUMP`, of the newest PostgreSQL that is installed, or on PATH. Null where there is none. */
export const findPgDump = async (env: NodeJS.ProcessEnv = process.env): Promise<string | null> => {
  const named = env['JIHENG_PG_DUMP'];
  if (named !== undefined) return (await isProgram(named)) ? named : null;
  const folders = [...(await versionFolders()), ...(env['PATH'] ?? '').split(delimiter).filter(Boolean)];
  for (const folder of folders) {
    const path = join(folder, PROGRAM);
    if (await isProgram(path)) return path;
  }
  return null;
};
