import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { LogEntry } from '@temporalio/worker';
import type { TemporalConnectionOptions } from '#platform/configuration-temporal.js';

/** A client of the namespace; `client.connection.close()` when done. */
export const connectClient = async (options: TemporalConnectionOptions, namespace: string): Promise<Client> =>
  new Client({ connection: await Connection.connect(options), namespace });

/** The SDK has one runtime a process, and it must be told where its log goes before anything uses it. */
let installed = false;

const toStandardError = ({ level, message, meta }: LogEntry): void => {
  process.stderr.write(
    `${level} ${message} ${JSON.stringify(meta ?? {}, (_, it: unknown) => (typeof it === 'bigint' ? String(it) : it))}\n`,
  );
};

/** The connection that a worker runs on. What the SDK warns of goes to `log`, by default standard error; workers come and go without a word. */
export const connectWorker = async (
  options: TemporalConnectionOptions,
  log: (entry: LogEntry) => void = toStandardError,
): Promise<NativeConnection> => {
  if (!installed) Runtime.install({ logger: new DefaultLogger('WARN', log) });
  installed = true;
  return NativeConnection.connect(options);
};
