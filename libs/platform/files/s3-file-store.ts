import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { Problem } from '#contracts/errors/problem.js';
import type { S3Configuration } from '../configuration-files.js';
import { keyOf } from './file-store.js';
import type { FileStore, Incoming } from './file-store.js';
import { Staging } from './staging.js';
import type { Staged } from './staging.js';

/** Times to wait for the store, in ms: for a connection, and for the next byte or answer. */
export interface Patience {
  readonly connect: number;
  readonly silence: number;
}

const PATIENCE: Patience = { connect: 3_000, silence: 30_000 };
/** A reading that fails at once is asked once more; a writing is not, as its stream is gone. */
const ATTEMPTS = 2;

const silent = (): void => undefined;

const clientOf = ({ endpoint, region, key, secret, pathStyle }: S3Configuration, { connect, silence }: Patience): S3Client =>
  new S3Client({
    ...(endpoint === undefined ? {} : { endpoint }),
    region,
    credentials: { accessKeyId: key, secretAccessKey: secret },
    forcePathStyle: pathStyle,
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: connect, socketTimeout: silence },
    // The hash of the whole goes with each file; stores that are not Amazon's often know no other checksum.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // What it would print goes with the error that it throws.
    logger: { debug: silent, info: silent, warn: silent, error: silent },
  });

/** What the status means that the question for a bucket is answered with. */
const MEANING: Readonly<Record<number, string>> = {
  301: ', it lies in another region',
  403: ', key and secret are refused or may not list the bucket',
  404: ', there is no such bucket',
};

const statusOf = (error: unknown): number | undefined => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined);

const unavailable = (cause: unknown): Problem => new Problem('FILES_UNAVAILABLE', {}, [], { cause });

/**
 * Files in a bucket of an S3 service, by their hash. A file is put by one request that the service takes whole or not at all, that it checks
 * against the hash, and that it refuses where the key is taken. Until then it lies on this machine, where it is looked at and scanned.
 */
export class S3FileStore implements FileStore {
  readonly description: string;
  private readonly staging: Staging;
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(settings: S3Configuration, folder: string, patience = PATIENCE) {
    this.client = clientOf(settings, patience);
    this.bucket = settings.bucket;
    this.description = `S3 bucket ${settings.bucket} at ${settings.endpoint ?? `Amazon, ${settings.region}`}`;
    this.staging = new Staging(folder, (file) => this.keep(file));
  }

  take(stream: Readable, most: number): Promise<Incoming> {
    return this.staging.take(stream, most);
  }

  async read(sha256: string): Promise<Readable> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand(this.at(sha256)));
      return Body as Readable;
    } catch (cause) {
      const gone = cause instanceof S3ServiceException && cause.name === 'NoSuchKey';
      throw gone ? new Problem('FILE_LOST', {}, [], { cause }) : unavailable(cause);
    }
  }

  async check(): Promise<void> {
    try {
      await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
    } catch (cause) {
      const status = statusOf(cause);
      if (status === undefined) throw cause;
      // Answers to this question have no words of their own.
      throw new Error(`it answered ${status}${MEANING[status] ?? ''}`, { cause });
    }
  }

  sweep(now = Date.now()): Promise<void> {
    return this.staging.sweep(now);
  }

  private async keep(file: Staged): Promise<void> {
    try {
      // Mostly spares the sending; what decides is the condition below.
      if (!(await this.has(file.sha256))) await this.put(file);
    } catch (cause) {
      throw unavailable(cause);
    }
  }

  private async has(sha256: string): Promise<boolean> {
    try {
      await this.client.send(new HeadObjectCommand(this.at(sha256)));
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  }

  private async put({ path, sha256, size }: Staged): Promise<void> {
    const file = await open(path);
    try {
      const body = file.createReadStream({ autoClose: false });
      // It reaches the request, which fails by it.
      body.on('error', () => undefined);
      await this.client.send(
        new PutObjectCommand({
          ...this.at(sha256),
          Body: body,
          ContentLength: size,
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
          IfNoneMatch: '*',
        }),
      );
    } catch (error) {
      // Somebody else has put the same bytes meanwhile, or was just doing so.
      const met = statusOf(error) === 412 || (statusOf(error) === 409 && (await this.has(sha256)));
      if (!met) throw error;
    } finally {
      await file.close();
    }
  }

  private at(sha256: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.bucket, Key: keyOf(sha256) };
  }
}
