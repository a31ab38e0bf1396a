import { join, resolve } from 'node:path';
import { z } from 'zod';
import { present, toggle, url, words } from './configuration-fields.js';
import { FILE_KINDS, isFileKind } from './files/file-kinds.js';
import type { FileKind } from './files/file-kinds.js';

/** Where attachments lie and which of them are taken. */
export interface FilesConfiguration {
  /** Absolute. All processes of the API share it; with `s3` it holds only what this one is taking in. */
  readonly folder: string;
  /** Absent: attachments lie in the folder. */
  readonly s3?: S3Configuration;
  readonly maxBytes: number;
  readonly kinds: readonly FileKind[];
  /** Command that scans a file for viruses. Absent: files are not scanned. */
  readonly scanCommand?: string;
}

export interface S3Configuration {
  /** Absent: Amazon's of the region. */
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  readonly key: string;
  readonly secret: string;
  /** Addresses are `https://host/bucket/…`, not `https://bucket.host/…`. */
  readonly pathStyle: boolean;
}

const MEGABYTE = 1_048_576;
/** The most that S3 takes in one request, in megabytes. */
const MOST_S3_MB = 5_120;

export const FILE_VARIABLES = {
  JIHENG_FILES: z.string().optional(),
  JIHENG_FILES_MAX_MB: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be a number of megabytes from 1 to 9999')
    .default('20')
    .transform((it) => Number(it) * MEGABYTE),
  JIHENG_FILES_KINDS: z
    .string()
    .transform(words)
    .refine((it): it is FileKind[] => it.length > 0 && it.every(isFileKind), `must be some of ${Object.keys(FILE_KINDS).join(',')}`)
    .default(Object.keys(FILE_KINDS) as FileKind[]),
  JIHENG_FILES_SCAN: z.string().optional(),
  JIHENG_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a bucket: 3 to 63 small letters, digits, dots or hyphens')
    .optional(),
  JIHENG_S3_ENDPOINT: url(['http:', 'https:'], 'https://s3.example.org')
    .refine((it) => !URL.canParse(it) || new URL(it).pathname === '/', 'must be without a path: the bucket is named apart')
    .optional(),
  JIHENG_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/, 'must be a region such as us-east-1')
    .default('us-east-1'),
  JIHENG_S3_KEY: z.string().optional(),
  JIHENG_S3_SECRET: z.string().optional(),
  JIHENG_S3_PATH_STYLE: toggle.optional(),
};

type FileVariables = z.infer<z.ZodObject<typeof FILE_VARIABLES>>;

/** Combinations that are wrong although each value is right alone. */
export function fileContradictions(it: FileVariables): string[] {
  const { JIHENG_S3_ENDPOINT: endpoint, JIHENG_S3_KEY: key, JIHENG_S3_SECRET: secret } = it;
  if (it.JIHENG_S3_BUCKET === undefined) {
    const alone = endpoint ?? key ?? secret;
    return alone === undefined ? [] : ['JIHENG_S3_BUCKET is missing: the other JIHENG_S3_… are of use only together with it.'];
  }
  const problems = Object.entries({ JIHENG_S3_KEY: key, JIHENG_S3_SECRET: secret })
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name} is missing: the bucket of JIHENG_S3_BUCKET is entered with key and secret.`);
  if (it.JIHENG_FILES_MAX_MB > MOST_S3_MB * MEGABYTE) {
    problems.push(`JIHENG_FILES_MAX_MB must be at most ${MOST_S3_MB} with JIHENG_S3_BUCKET: S3 takes no more in one request.`);
  }
  return problems;
}

function s3Of(it: FileVariables): S3Configuration | undefined {
  const { JIHENG_S3_BUCKET: bucket, JIHENG_S3_ENDPOINT: endpoint, JIHENG_S3_KEY: key, JIHENG_S3_SECRET: secret } = it;
  if (bucket === undefined || key === undefined || secret === undefined) return undefined;
  const pathStyle = it.JIHENG_S3_PATH_STYLE ?? endpoint !== undefined;
  return { bucket, region: it.JIHENG_S3_REGION, key, secret, pathStyle, ...present({ endpoint }) };
}

/** @param from the folder from which a relative one is taken */
export const filesConfiguration = (it: FileVariables, dataFolder: string, from: string): FilesConfiguration => ({
  folder: it.JIHENG_FILES === undefined ? join(dataFolder, 'files') : resolve(from, it.JIHENG_FILES),
  maxBytes: it.JIHENG_FILES_MAX_MB,
  kinds: it.JIHENG_FILES_KINDS,
  ...present({ s3: s3Of(it), scanCommand: it.JIHENG_FILES_SCAN }),
});
