import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { obtainS3Server } from '#tools/s3/server.mjs';
import { removeFolder } from '#embedded/data-folder.js';
import { freePorts } from '#embedded/ports.js';
import type { S3Configuration } from '#platform/configuration-files.js';

const BUCKET = 'attachments';
const KEYS = { key: 'test', secret: 'test-only-secret' };
const STARTS = 5;
const PATIENCE_MS = 60_000;

/** A real S3 server with an empty bucket, in a temporary folder of this machine. */
export class S3Server {
  private constructor(
    readonly settings: S3Configuration & { readonly endpoint: string },
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(): Promise<S3Server> {
    const program = await obtainS3Server();
    const folder = await mkdtemp(join(tmpdir(), 'jiheng-s3-'));
    for (const it of ['buckets', 'notes']) await mkdir(join(folder, it));
    for (let left = STARTS; left > 0; left -= 1) {
      const { s3: port } = await freePorts(['s3']);
      const args = ['--access', KEYS.key, '--secret', KEYS.secret, '--port', `127.0.0.1:${port}`, '--quiet'];
      const child = spawn(program, [...args, 'posix', '--sidecar', join(folder, 'notes'), join(folder, 'buckets')], { stdio: 'ignore' });
      child.on('error', () => undefined);
      const endpoint = `http://127.0.0.1:${port}`;
      const server = new S3Server({ ...KEYS, endpoint, region: 'us-east-1', bucket: BUCKET, pathStyle: true }, child, folder);
      if (await server.makeBucket()) return server;
      // Somebody else may have taken the port meanwhile.
      child.kill('SIGKILL');
    }
    throw new Error(`The S3 server ${program} does not serve.`);
  }

  /** Names of what is kept, wherever in the bucket. */
  async kept(): Promise<string[]> {
    const found = await readdir(join(this.folder, 'buckets', BUCKET), { recursive: true, withFileTypes: true });
    return found.filter((it) => it.isFile() && /^[\da-f]{64}$/.test(it.name)).map((it) => it.name);
  }

  pathOf(key: string): string {
    return join(this.folder, 'buckets', BUCKET, key);
  }

  /** It takes connections and does not answer. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** It is gone at once, whatever it was doing. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    await this.kill();
    await removeFolder(this.folder);
  }

  private async makeBucket(): Promise<boolean> {
    const { endpoint, region, key, secret } = this.settings;
    const client = new S3Client({
      endpoint,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId: key, secretAccessKey: secret },
    });
    try {
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until && this.child.exitCode === null; await sleep(50)) {
        const made = await client.send(new CreateBucketCommand({ Bucket: BUCKET })).then(
          () => true,
          () => false,
        );
        if (made) return true;
      }
      return false;
    } finally {
      client.destroy();
    }
  }
}
