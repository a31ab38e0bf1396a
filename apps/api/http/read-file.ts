import type { Readable } from 'node:stream';
import { Problem } from '#contracts/errors/problem.js';

/** The bytes of a file as it is sent, held in memory. @throws Problem TOO_LARGE as soon as there are more than `most` */
export const readFile = async (file: Readable, most: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of file as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new Problem('TOO_LARGE');
    parts.push(part);
  }
  return Buffer.concat(parts);
};
