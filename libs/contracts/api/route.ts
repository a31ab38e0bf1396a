import type { z } from 'zod';
import type { Action } from './actions.js';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * One route of the API, written once: the server validates by it, access is decided by its action, and the OpenAPI document is printed from
 * it. `path` is in OpenAPI's notation, below /api/v1.
 */
export interface RouteSpec {
  /** The operation's name, stable: clients are generated from it. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** `public`: without log-in. */
  readonly action: Action | 'public';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body is a file, as application/octet-stream; the handler reads it as it comes. */
  readonly upload?: boolean;
  /** Absent: 204 without a body. */
  readonly answer?: z.ZodType;
  /** Default 200, or 204 without an answer. */
  readonly status?: number;
  /** What else than JSON it answers with. */
  readonly mediaType?: string;
  /** The answer's `version` is its ETag. */
  readonly etag?: boolean;
  /** A change of what was read: If-Match with its ETag is required. */
  readonly ifMatch?: boolean;
  /** A transition: Idempotency-Key is required, and a repeat is answered as before. */
  readonly idempotent?: boolean;
}

type Part<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a route was asked, validated. */
export interface Asked<R extends RouteSpec> {
  readonly params: Part<R['params']>;
  readonly query: Part<R['query']>;
  readonly body: Part<R['body']>;
  /** The version that the caller read; 0 where the route takes no If-Match. */
  readonly version: number;
  /** The caller's key for a transition; empty where the route takes none. */
  readonly key: string;
}

export type Answer<R extends RouteSpec> = R['answer'] extends z.ZodType ? z.input<R['answer']> : void;

export const route = <const R extends RouteSpec>(spec: R): R => spec;
