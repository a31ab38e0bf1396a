import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import request from 'supertest';
import type { Test } from 'supertest';
import { DataSource } from 'typeorm';
import type { Client } from '@temporalio/client';
import { createApi } from '#api/create-api.js';
import type { ApiParts } from '#api/parts.js';
import { Sessions } from '#api/session/sessions.js';
import type { Method } from '#contracts/api/route.js';
import type { Command } from '#domain/obligation/command.js';
import type { DocumentAnswer } from '#domain/obligation/state.js';
import { hashPassword } from '#persistence/access/passwords.js';
import type { Role } from '#persistence/access/viewer.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { createDatabase } from '../../support/database.js';

/** An engine that notes what it is asked and agrees to everything, unless a test says otherwise. */
export class ScriptedEngine extends Engine {
  readonly asked: { readonly obligation: string; readonly command: Command }[] = [];
  readonly askedOfYear: { readonly campaign: string; readonly name: string; readonly command: unknown }[] = [];
  refuse: ((command: Command) => void) | undefined;

  constructor() {
    super({} as Client);
  }

  override async act(obligation: string, command: Command): Promise<readonly DocumentAnswer[]> {
    this.asked.push({ obligation, command });
    this.refuse?.(command);
    const documents = 'documents' in command ? command.documents : [];
    return documents.map(({ id }) => ({ document: id, outcome: 'done' as const, status: 'in-review' as const, round: 1 }));
  }

  override async askCampaign(campaign: string, name: string, command: unknown) {
    this.askedOfYear.push({ campaign, name, command });
    return { done: true, detail: {} };
  }

  override run<T>(): Promise<T> {
    return Promise.resolve({ change: randomUUID(), moved: 0, reopened: 0, cancelled: 0 } as T);
  }

  override campaignProgress() {
    return Promise.resolve({ paused: false, stages: [] });
  }
}

/** A clock that a test sets. */
export class SetClock extends Clock {
  at = Date.parse('2023-03-01T10:00:00+08:00');

  override now(): number {
    return this.at;
  }
}

export interface LoggedIn {
  readonly person: string;
  send(method: Method, path: string, body?: unknown, headers?: Record<string, string>): Test;
}

export const PASSWORD = 'correct horse battery';

/** One API on a database of its own, and the means to people it. */
export class World {
  private passwordHash: string | undefined;

  private constructor(
    readonly source: DataSource,
    readonly app: INestApplication,
    readonly engine: ScriptedEngine,
    readonly clock: SetClock,
    private readonly drop: () => Promise<void>,
  ) {}

  static async begin(parts: Partial<ApiParts> = {}): Promise<World> {
    const database = await createDatabase();
    const source = await new DataSource({ type: 'postgres', url: database.url, installExtensions: false }).initialize();
    const [engine, clock] = [new ScriptedEngine(), new SetClock()];
    const options = { checkAnswers: true, logInLimits: { perAddress: 1000, perAccount: 1000 }, ...parts.options };
    const app = await createApi(
      { dataSource: source, engine, clock, ...parts, options },
      process.env['JIHENG_TEST_LOG'] ? undefined : false,
    );
    return new World(source, app, engine, clock, () => database.drop());
  }

  async end(): Promise<void> {
    await this.app.close();
    await this.source.destroy();
    await this.drop();
  }

  anybody(): ReturnType<typeof request> {
    return request(this.app.getHttpServer());
  }

  async insert(table: string, row: Record<string, unknown>): Promise<string> {
    const id = (row['id'] as string | undefined) ?? randomUUID();
    await this.source.query(
      `insert into ${table} (id, ${Object.keys(row)
        .filter((it) => it !== 'id')
        .join(', ')})
       select r.id, ${Object.keys(row)
         .filter((it) => it !== 'id')
         .map((it) => `r.${it}`)
         .join(', ')}
       from jsonb_populate_record(null::${table}, $1::text::jsonb) r`,
      [JSON.stringify({ ...row, id })],
    );
    return id;
  }

  /** A person with one role; `place` names the columns of its grant. */
  async person(role: Role | null, place: Record<string, string> = {}, fields: Record<string, unknown> = {}): Promise<string> {
    this.passwordHash ??= await hashPassword(PASSWORD);
    const id = randomUUID();
    await this.insert('person', {
      id,
      email: `${id}@example.org`,
      name: `人员${id.slice(0, 4)}`,
      language: 'zh',
      password_hash: this.passwordHash,
      failed_logins: 0,
      active: true,
      version: 1,
      ...fields,
    });
    if (role) await this.insert('role_grant', { person_id: id, role, ...place });
    return id;
  }

  /** Logged in without the door: log-in itself has tests of its own. */
  async as(person: string): Promise<LoggedIn> {
    const { token, visit } = await this.app.get(Sessions).open(person);
    return {
      person,
      send: (method, path, body, headers = {}) => {
        const http = request(this.app.getHttpServer());
        const asked = http[method](`/api/v1${path}`);
        void asked.set({ cookie: `jiheng_session=${token}`, 'x-csrf-token': visit.csrfToken, ...headers });
        return body === undefined ? asked : asked.send(body as object);
      },
    };
  }

  async someone(role: Role, place: Record<string, string> = {}): Promise<LoggedIn> {
    return this.as(await this.person(role, place));
  }
}
