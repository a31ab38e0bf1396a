import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Office } from './office.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface WorkerProcess {
  /** Settles with the exit code, or the signal's name, when the process is gone. */
  readonly gone: Promise<number | string>;
  /** Ends the process: by default as a machine without power does. */
  end(signal?: 'SIGKILL' | 'SIGTERM'): Promise<number | string>;
}

/** The product's worker as a process of its own, on the office's database and queue. `fault`: see fault.mjs. */
export async function startWorkerProcess({ servers, taskQueue }: Office, fault?: string): Promise<WorkerProcess> {
  const env = {
    ...process.env,
    // Jest's own are not for it.
    NODE_OPTIONS: '',
    DATABASE_URL: servers.databaseUrl,
    TEMPORAL_ADDRESS: servers.address,
    TEMPORAL_NAMESPACE: servers.namespace,
    JIHENG_TASK_QUEUE: taskQueue,
    JIHENG_LOG_FORMAT: 'json',
    ...(fault === undefined ? {} : { JIHENG_FAULT: fault }),
  };
  const child = spawn(process.execPath, ['--import', at('./fault.mjs'), at('../../dist/apps/worker/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit').then((how) => (how[0] ?? how[1]) as number | string);
  let said = '';
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-20_000);
        if (said.includes('Worker on')) resolve();
      });
    }
  });
  const failed = gone.then((code) => Promise.reject(new Error(`The worker process ended with ${String(code)}: ${said}`)));
  failed.catch(() => undefined);
  await Promise.race([ready, failed]);
  const end = async (signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<number | string> => {
    child.kill(signal);
    return gone;
  };
  return { gone, end };
}
