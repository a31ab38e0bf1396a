import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

/** Stack traces name the folder that the code ran in, which says nothing to a replay. */
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
export const HISTORIES = fileURLToPath(new URL('../replay/histories/', import.meta.url));

/** Keeps what an execution has lived through for test/replay, when a recording was asked for (tools/record-histories.mjs). */
export async function keepHistory(client: Client, workflowId: string, name: string): Promise<void> {
  const folder = process.env['JIHENG_RECORD_HISTORIES'];
  if (folder === undefined) return;
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, `${name}${process.env['JIHENG_RECORD_SUFFIX'] ?? ''}.json`),
    `${historyToJSON(history).replaceAll(PROJECT, '')}\n`,
  );
}

export const recordedNames = (): string[] =>
  readdirSync(HISTORIES)
    .filter((it) => it.endsWith('.json'))
    .map((it) => it.slice(0, -'.json'.length))
    .sort();

export const recorded = (name: string): History => historyFromJSON(JSON.parse(readFileSync(join(HISTORIES, `${name}.json`), 'utf8')));
