import { randomBytes } from 'node:crypto';
import { Client, Connection, isGrpcServiceError } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { ensureNamespace } from '#embedded/temporal-namespace.js';
import { migrate } from '#persistence/migrate.js';
import type { TemporalConnectionOptions } from '#platform/configuration-temporal.js';

const RETENTION_DAYS = 1;
const GRPC_NOT_FOUND = 5;

export interface Servers {
  readonly databaseUrl: string;
  /** How to reach the engine, TLS and API key included. */
  readonly temporal: TemporalConnectionOptions;
}

/** A schema and a namespace of their own: nothing of a rehearsal is seen in operation, and all of it can be taken away. */
export interface RehearsalStage {
  readonly name: string;
  readonly source: DataSource;
  readonly client: Client;
  readonly namespace: string;
  /** Takes schema and namespace away, unless they are kept to be looked at. */
  strike(keep: boolean): Promise<void>;
}

/** The same database, with the schema before `public` in the search path. */
const inSchema = (databaseUrl: string, schema: string): string => {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${schema},public`);
  return url.href;
};

async function prepareSchema(databaseUrl: string, schema: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url: databaseUrl }).initialize();
  try {
    await source.query('create extension if not exists pg_trgm schema public; create extension if not exists btree_gin schema public');
    await source.query(`create schema "${schema}"`);
  } finally {
    await source.destroy();
  }
}

const namespaceOf = (name: string): string => name.replace('_', '-');

/** Takes away what a rehearsal that was killed left of its stage; harmless where there is nothing. */
export async function strikeLeft({ databaseUrl, temporal }: Servers, name: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url: databaseUrl }).initialize();
  try {
    await source.query(`drop schema if exists "${name}" cascade`);
  } finally {
    await source.destroy();
  }
  const connection = await Connection.connect(temporal);
  try {
    await connection.operatorService.deleteNamespace({ namespace: namespaceOf(name) });
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== GRPC_NOT_FOUND) throw error;
  } finally {
    await connection.close();
  }
}

export async function buildStage(
  { databaseUrl, temporal }: Servers,
  name = `rehearsal_${randomBytes(4).toString('hex')}`,
): Promise<RehearsalStage> {
  const namespace = namespaceOf(name);
  await prepareSchema(databaseUrl, name);
  const url = inSchema(databaseUrl, name);
  await migrate(url, name);
  const source = await new DataSource({ type: 'postgres', url, schema: name, extra: { max: 20 } }).initialize();
  const connection = await Connection.connect(temporal);
  await ensureNamespace(connection, namespace, RETENTION_DAYS);
  const client = new Client({ connection, namespace });
  const strike = async (keep: boolean): Promise<void> => {
    if (!keep) await source.query(`drop schema "${name}" cascade`);
    await source.destroy();
    if (!keep) await connection.operatorService.deleteNamespace({ namespace });
    await connection.close();
  };
  return { name, source, client, namespace, strike };
}
