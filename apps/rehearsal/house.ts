import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApi } from '#api/create-api.js';
import { submissionGate } from '#activities/submission/submission-gate.js';
import { addDays } from '#domain/calendar/calendar.js';
import { DiskFileStore } from '#platform/files/disk-file-store.js';
import { FILE_KINDS } from '#platform/files/file-kinds.js';
import type { FileKind } from '#platform/files/file-kinds.js';
import { Files } from '#platform/files/files.js';
import { connectWorker } from '#temporal/connection.js';
import { startWorker } from '#worker/create-worker.js';
import type { RunningWorker } from '#worker/create-worker.js';
import { ApiClient } from './cast/api-client.js';
import { RehearsalClock } from './rehearsal-clock.js';
import { RehearsalEngine } from './rehearsal-engine.js';
import type { Script } from './script.js';
import type { RehearsalStage, Servers } from './stage.js';

const QUEUE = 'rehearsal';
/** Shared by all accounts of a rehearsal, which exist only in its schema and only while it runs. */
export const REHEARSAL_PASSWORD = 'rehearsal-only';
const codePath = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../workflow-bundle.js' : '../../dist/workflow-bundle.js', import.meta.url),
);

export interface House {
  readonly stage: RehearsalStage;
  readonly clock: RehearsalClock;
  readonly engine: RehearsalEngine;
  readonly worker: RunningWorker;
  readonly address: string;
  readonly clientOf: (email: string) => ApiClient;
  readonly close: () => Promise<void>;
}

/** The evening before the first stage opens. */
export const beginOf = ({ policy }: Script): number => {
  const first = policy.plan.flatMap(({ opens }) => opens ?? []).sort()[0]!;
  return Date.parse(`${addDays(first, -1)}T18:00:00+08:00`);
};

const LARGEST_FILE = 20_000_000;

/** What is attached in a rehearsal is gone with it. */
const openFiles = async (): Promise<{ readonly files: Files; readonly remove: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'jiheng-rehearsal-'));
  const store = new DiskFileStore(folder);
  await store.sweep();
  const files = new Files(store, { kinds: Object.keys(FILE_KINDS) as FileKind[], maxBytes: LARGEST_FILE });
  return { files, remove: () => rm(folder, { recursive: true, force: true }) };
};

export async function openHouse(stage: RehearsalStage, servers: Servers, begin: number, at = 0): Promise<House> {
  const { source, client, namespace } = stage;
  const clock = new RehearsalClock(begin, Date.now());
  const engine = new RehearsalEngine(client, QUEUE, clock);
  const connection = await connectWorker(servers.temporal);
  const worker = await startWorker({
    connection,
    namespace,
    workflowBundle: { codePath },
    source,
    engine,
    clock,
    options: { taskQueue: QUEUE },
  });
  const gate = submissionGate(source);
  const options = { logInLimits: { perAddress: 1_000_000, perAccount: 1_000_000 }, sessionHours: 24 * 3_660 };
  const { files, remove } = await openFiles();
  const api = await createApi({ dataSource: source, engine, clock, gate, options, files }, false);
  await api.listen(at, '127.0.0.1');
  const { port } = api.getHttpServer().address() as AddressInfo;
  const clients = new Map<string, ApiClient>();
  const clientOf = (email: string): ApiClient => {
    const known = clients.get(email) ?? new ApiClient(`http://127.0.0.1:${String(port)}/api/v1`, email, REHEARSAL_PASSWORD);
    clients.set(email, known);
    return known;
  };
  const close = async (): Promise<void> => {
    await api.close();
    await worker.stop();
    await connection.close();
    await remove();
  };
  return { stage, clock, engine, worker, address: `http://127.0.0.1:${String(port)}`, clientOf, close };
}
