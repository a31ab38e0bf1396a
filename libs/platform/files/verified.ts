import { createHash } from 'node:crypto';
import { pipeline, Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { Problem } from '#contracts/errors/problem.js';

/**
 * The same bytes, of which the last are passed on only when all of them have the hash; else the stream fails. So a file that was damaged
 * where it lies is never taken for whole.
 */
export const verified = (source: Readable, sha256: string): Readable => {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  const check = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      const ready = held;
      held = chunk;
      done(null, ready);
    },
    flush(done) {
      if (hash.digest('hex') === sha256) done(null, held);
      else done(new Problem('FILE_LOST', {}, [], { cause: `What is stored under ${sha256} has another hash.` }));
    },
  });
  // Errors of both reach whoever reads; leaving off closes both.
  pipeline(source, check, () => undefined);
  return check;
};
