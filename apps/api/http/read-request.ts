import type { z } from 'zod';
import type { Asked, RouteSpec } from '#contracts/api/route.js';
import { readBy } from '#contracts/errors/field-errors.js';
import { Problem } from '#contracts/errors/problem.js';
import type { FieldError } from '#contracts/errors/problem.js';
import type { Visited } from './serves.js';

const ETAG = /^(?:W\/)?"?(\d{1,9})"?$/;
const KEY = /^[\x21-\x7e]{1,100}$/;

const versionOf = (request: Visited): number => {
  const header = request.get('if-match');
  if (header === undefined) throw new Problem('VERSION_REQUIRED');
  const version = ETAG.exec(header.trim())?.[1];
  if (version === undefined) throw new Problem('BAD_IF_MATCH');
  return Number(version);
};

const keyOf = (request: Visited): string => {
  const key = request.get('idempotency-key')?.trim();
  if (key === undefined || !KEY.test(key)) throw new Problem('IDEMPOTENCY_KEY_REQUIRED');
  return key;
};

const hasBody = (request: Visited): boolean =>
  request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;

/** Only JSON is parsed, so a body of another type comes as none. A file is left to the handler, whatever its own type: none is parsed here. */
const bodyOf = (request: Visited, spec: RouteSpec): unknown => {
  if (spec.upload) {
    if (!hasBody(request) || !request.is('application/octet-stream')) throw new Problem('UNSUPPORTED_MEDIA_TYPE');
    return undefined;
  }
  if (hasBody(request) && !request.is('application/json')) throw new Problem('UNSUPPORTED_MEDIA_TYPE');
  return request.body as unknown;
};

/**
 * Reads a request by its route's spec: path, query, body, If-Match and Idempotency-Key.
 * @throws Problem INVALID naming every wrong field, with the part of the request as the beginning of its path.
 */
export const readRequest = (spec: RouteSpec, request: Visited): Asked<RouteSpec> => {
  const errors: FieldError[] = [];
  const read = (schema: z.ZodType | undefined, value: unknown, prefix: string): unknown => {
    if (!schema) return undefined;
    const result = readBy(schema, value, [prefix]);
    if ('value' in result) return result.value;
    errors.push(...result.errors);
    return undefined;
  };
  const params = read(spec.params, { ...request.params }, 'path');
  // An id that is none names nothing.
  if (errors.length > 0) throw new Problem('NOT_FOUND');
  const body = spec.body === undefined && !spec.upload && !hasBody(request) ? undefined : bodyOf(request, spec);
  const query = read(spec.query, { ...request.query }, 'query');
  const content = read(spec.body, body, 'body');
  if (errors.length > 0) throw new Problem('INVALID', {}, errors);
  const [version, key] = [spec.ifMatch ? versionOf(request) : 0, spec.idempotent ? keyOf(request) : ''];
  return { params, query, body: content, version, key } as Asked<RouteSpec>;
};
