import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import request from 'supertest';
import type { Test } from 'supertest';
import { createApi } from '#api/create-api.js';
import type { ApiParts } from '#api/parts.js';
import { Sessions } from '#api/session/sessions.js';
import type { Method } from '#contracts/api/route.js';
import type { Owed } from './launched-year.js';
import { openVirtualOffice } from './virtual-office.js';
import type { VirtualOffice } from './virtual-office.js';

export interface Caller {
  readonly person: string;
  /** Each with an Idempotency-Key of its own, unless `headers` gives one. */
  send(method: Method, path: string, body?: unknown, headers?: Record<string, string>): Test;
  /** Saves the content of a document, in place of its present version unless another is named. */
  fill(document: string, content: unknown, version?: number): Promise<void>;
  submit(owed: Pick<Owed, 'documents'>): Promise<void>;
}

/** A virtual office with its API: stages are played as their people play them. */
export interface ApiOffice extends VirtualOffice {
  readonly app: INestApplication;
  as(person: string): Promise<Caller>;
}

const refs = (documents: readonly string[]) => documents.map((id) => ({ id }));

export async function openApiOffice(begin: string, parts: (office: VirtualOffice) => Partial<ApiParts> = () => ({})): Promise<ApiOffice> {
  const office = await openVirtualOffice(begin);
  const { source: dataSource, engine, clock } = office;
  const app = await createApi({ dataSource, engine, clock, options: { checkAnswers: true, concurrency: 4 }, ...parts(office) }, false);
  const as = async (person: string): Promise<Caller> => {
    const { token, visit } = await app.get(Sessions).open(person);
    const send: Caller['send'] = (method, path, body, headers = {}) => {
      const asked = request(app.getHttpServer())[method](`/api/v1${path}`);
      void asked.set({
        cookie: `jiheng_session=${token}`,
        'x-csrf-token': visit.csrfToken,
        ...(method === 'get' ? {} : { 'idempotency-key': randomUUID() }),
        ...headers,
      });
      return body === undefined ? asked : asked.send(body as object);
    };
    const fill: Caller['fill'] = async (document, content, version) => {
      const present = version ?? (await send('get', `/documents/${document}`).expect(200)).body.version;
      await send('put', `/documents/${document}/content`, content, { 'if-match': `"${String(present)}"` }).expect(200);
    };
    const submit: Caller['submit'] = async ({ documents }) => {
      const { body } = await send('post', '/documents/submit', { documents: refs(documents) }).expect(200);
      if (body.refused !== 0) throw new Error(JSON.stringify(body));
    };
    return { person, send, fill, submit };
  };
  const close = async (): Promise<void> => {
    await app.close();
    await office.close();
  };
  return { ...office, app, as, close };
}
