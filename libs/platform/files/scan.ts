import { execFile } from 'node:child_process';

/** Longest time that a scanner may take for one file, ms. */
const LONGEST = 120_000;

export type Scan = (path: string) => Promise<'clean' | 'infected' | 'failed'>;

/**
 * Asks a command about a file, its path being the last argument: 0 is clean, 1 is infected (as clamscan and clamdscan answer), and anything
 * else, or no answer in two minutes, is a failure. No shell is involved; words of the command are parted by spaces.
 */
export const scanBy = (command: string): Scan => {
  const [program = '', ...words] = command.trim().split(/\s+/);
  return (path) =>
    new Promise((resolve) => {
      execFile(program, [...words, path], { timeout: LONGEST, maxBuffer: 10_485_760 }, (error) => {
        if (!error) resolve('clean');
        else resolve(error.code === 1 ? 'infected' : 'failed');
      });
    });
};
