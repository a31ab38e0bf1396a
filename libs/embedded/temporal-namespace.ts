import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { temporal } from '@temporalio/proto';
import { EmbeddedError } from './embedded-error.js';

const { INDEXED_VALUE_TYPE_KEYWORD } = proto.temporal.api.enums.v1.IndexedValueType;
const DAY = 86_400;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const REFUSED = [7, 12, 16];

/** What executions are found by; `libs/temporal` sets them. */
export const SEARCH_ATTRIBUTES = ['JihengCampaign', 'JihengStage', 'JihengDebtor'] as const;

const codeOf = (error: unknown): number | undefined => (isGrpcServiceError(error) ? error.code : undefined);

async function exists(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return true;
  } catch (error) {
    if (codeOf(error) === NOT_FOUND) return false;
    throw error;
  }
}

async function register(connection: Connection, namespace: string, retentionDays: number): Promise<void> {
  const retention = { seconds: retentionDays * DAY } as unknown as NonNullable<
    temporal.api.workflowservice.v1.IRegisterNamespaceRequest['workflowExecutionRetentionPeriod']
  >;
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention }).catch((error: unknown) => {
    if (codeOf(error) !== ALREADY_EXISTS) throw error;
  });
}

async function addSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = SEARCH_ATTRIBUTES.filter((it) => !(it in customAttributes));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map((it) => [it, INDEXED_VALUE_TYPE_KEYWORD]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes }).catch((error: unknown) => {
    if (codeOf(error) !== ALREADY_EXISTS) throw error;
  });
}

/** True when the namespace's executions can be started: its history and its visibility answer. */
async function serves(connection: Connection, namespace: string): Promise<boolean> {
  const nobody = { namespace, execution: { workflowId: 'is-anybody-there' } };
  const history = await connection.workflowService.describeWorkflowExecution(nobody).catch((error: unknown) => codeOf(error) ?? error);
  if (history !== NOT_FOUND) return false;
  await connection.workflowService.countWorkflowExecutions({ namespace, query: `${SEARCH_ATTRIBUTES[0]} = 'x'` });
  return true;
}

/**
 * Registers the namespace (closed executions are kept `retentionDays`) and its search attributes, as far as they are
 * missing, and waits until it can be used. Rehearsals call it for namespaces of their own.
 * @throws EmbeddedError when the server does not allow it or does not get ready
 */
export async function ensureNamespace(connection: Connection, namespace: string, retentionDays = 30): Promise<void> {
  let last: unknown;
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
    try {
      if (!(await exists(connection, namespace))) await register(connection, namespace, retentionDays);
      await addSearchAttributes(connection, namespace);
      if (await serves(connection, namespace)) return;
    } catch (error) {
      last = error;
      if (REFUSED.includes(codeOf(error) ?? -1)) break;
    }
  }
  const reason = last instanceof Error ? ` (${last.message})` : '';
  throw new EmbeddedError(
    `The Temporal server has no usable namespace ${namespace}${reason}: create it there with the Keyword search attributes ${SEARCH_ATTRIBUTES.join(', ')}, or set TEMPORAL_NAMESPACE.`,
    { cause: last },
  );
}
