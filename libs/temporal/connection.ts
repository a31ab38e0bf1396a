import { Client, Connection } from '@temporalio/client';
import type { TemporalConnectionOptions } from '#platform/configuration-temporal.js';

/** A client of the namespace; `client.connection.close()` when done. */
export const connectClient = async (options: TemporalConnectionOptions, namespace: string): Promise<Client> =>
  new Client({ connection: await Connection.connect(options), namespace });
