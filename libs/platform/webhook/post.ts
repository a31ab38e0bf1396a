import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isAllowed, lookupFor } from './address.js';

const TIMEOUT_MS = 10_000;
/** Of an answer, bytes that are read. */
const MOST = 16_384;

export interface Posted {
  /** 0: there was no answer. */
  readonly status: number;
  /** The beginning of the answer, or why there was none. */
  readonly text: string;
}

export interface Posting {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const send = ({ url, body, headers }: Posting, hosts: readonly string[], signal: AbortSignal): Promise<Posted> =>
  new Promise((resolve, reject) => {
    const lookup = lookupFor(url, hosts);
    const options = { method: 'POST', signal, agent: false as const, ...(lookup ? { lookup } : {}) };
    const length = { 'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)) };
    const request = url.startsWith('https:') ? requestHttps : requestHttp;
    const sent = request(url, { ...options, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const done = (): void => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= MOST) {
          done();
          response.destroy();
        }
      });
      response.on('end', done);
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Posts JSON; follows no redirect, waits ten seconds at most, and never throws. */
export const post = async (posting: Posting, hosts: readonly string[]): Promise<Posted> => {
  if (!isAllowed(posting.url, hosts)) return { status: 0, text: 'The address is not allowed.' };
  try {
    return await send(posting, hosts, AbortSignal.timeout(TIMEOUT_MS));
  } catch (error) {
    return { status: 0, text: error instanceof Error ? error.message : String(error) };
  }
};
