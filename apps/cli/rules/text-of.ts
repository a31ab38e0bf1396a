import { readFile } from 'node:fs/promises';

/** The text of a file, or of standard input for `-`. */
export const textOf = (file: string): Promise<string> =>
  readFile(file === '-' ? '/dev/stdin' : file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read: ${error.code ?? error.message}.`);
  });
