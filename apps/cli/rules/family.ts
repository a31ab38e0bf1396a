import type { z } from 'zod';

/** A rule family on the command line: cases in a file, one explained result a case. */
export interface Family<S extends z.ZodType = z.ZodType, R = unknown> {
  /** Of one case as people write it; published as docs/formats/{name}.schema.json. */
  readonly schema: S;
  /** Pure: the same case answers the same. */
  readonly run: (it: z.output<S>) => R;
  /** For eyes, in Chinese. */
  readonly print: (result: R) => string;
  /** Does the result say that something must be corrected? Then the command ends with exit code 2. */
  readonly objects?: (result: R) => boolean;
}

/** Keeps what a family's parts know of each other. */
export const family = <S extends z.ZodType, R>(it: Family<S, R>): Family<S, R> => it;
