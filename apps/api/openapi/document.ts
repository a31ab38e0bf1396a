import { z } from 'zod';
import { problem } from '#contracts/api/fields.js';
import type { RouteSpec } from '#contracts/api/route.js';
import { API_PREFIX, ROUTES } from '#contracts/api/routes.js';
import { PROBLEMS } from '#contracts/errors/problem.js';
import type { ProblemCode } from '#contracts/errors/problem.js';
import { PERMITTED } from '#persistence/access/actions.js';
import { statusOf } from '../http/serves.js';

type Json = Record<string, unknown>;

/** Components, collected while schemas are printed: whatever bears an id by `.meta({ id })`. */
class Components {
  readonly schemas: Record<string, Json> = {};

  print(schema: z.ZodType, io: 'input' | 'output'): Json {
    const { $defs, ...printed } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      target: 'draft-2020-12',
      override: asText,
    }) as Json & {
      $defs?: Record<string, Json>;
    };
    for (const [name, definition] of Object.entries($defs ?? {})) this.schemas[name] = relocated(definition);
    return this.named(relocated(printed));
  }

  private named(printed: Json): Json {
    const { id, ...schema } = printed;
    if (typeof id !== 'string') return printed;
    this.schemas[id] = schema;
    return { $ref: `#/components/schemas/${id}` };
  }
}

/** What has a type of its own in its meta data (an instant, for one) is printed by that alone. */
const asText = ({ jsonSchema }: { jsonSchema: Json }): void => {
  if (jsonSchema['format'] === 'date-time' && jsonSchema['anyOf'] !== undefined) delete jsonSchema['anyOf'];
};

const relocated = (schema: Json): Json => {
  const text = JSON.stringify(schema, (key, value: unknown) => (key === '$schema' ? undefined : value));
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
};

const parametersOf = (spec: RouteSpec, components: Components): Json[] => {
  const of = (schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] => {
    if (!schema) return [];
    const { properties, required } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: asText }) as {
      properties: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, it]) => ({ name, in: place, required: required?.includes(name) ?? false, schema: it }));
  };
  void components;
  const header = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...of(spec.params, 'path'),
    ...of(spec.query, 'query'),
    ...(spec.ifMatch ? [header('IfMatch')] : []),
    ...(spec.idempotent ? [header('IdempotencyKey')] : []),
  ];
};

const problemsOf = (spec: RouteSpec): number[] => {
  const codes: ProblemCode[] = ['INTERNAL'];
  if (spec.action !== 'public') codes.push('NOT_LOGGED_IN', 'NOT_ALLOWED');
  if (spec.params) codes.push('NOT_FOUND');
  if (spec.query ?? spec.body) codes.push('INVALID');
  if (spec.body ?? spec.upload) codes.push('TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE');
  if (spec.method !== 'get') codes.push('CONFLICT', 'NOT_ACCEPTED');
  if (spec.ifMatch) codes.push('VERSION_STALE', 'VERSION_REQUIRED');
  if (spec.idempotent) codes.push('UNAVAILABLE');
  if (spec.id === 'logIn' || spec.id === 'changePassword') codes.push('LOGIN_FAILED', 'TOO_MANY_REQUESTS');
  if (spec.id === 'getHealth') codes.push('UNAVAILABLE');
  if (spec.upload || spec.id === 'downloadFile') codes.push('FILES_UNAVAILABLE');
  return [...new Set(codes.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b);
};

const BINARY: Json = { type: 'string', format: 'binary' };

const bodyOf = (spec: RouteSpec, components: Components): Json => {
  const body = (type: string, schema: Json): Json => ({ requestBody: { required: true, content: { [type]: { schema } } } });
  if (spec.upload) return body('application/octet-stream', BINARY);
  return spec.body ? body('application/json', components.print(spec.body, 'input')) : {};
};

const answerOf = (spec: RouteSpec, components: Components): Json => {
  const headers = spec.etag ? { headers: { ETag: { schema: { type: 'string' }, description: 'The version that was read' } } } : {};
  if (!spec.answer && spec.mediaType === undefined) return { description: 'Done', ...headers };
  if (!spec.answer) return { description: 'OK', ...headers, content: { [spec.mediaType!]: { schema: BINARY } } };
  return {
    description: 'OK',
    ...headers,
    content: { [spec.mediaType ?? 'application/json']: { schema: components.print(spec.answer, 'output') } },
  };
};

const operationOf = (spec: RouteSpec, components: Components): Json => ({
  operationId: spec.id,
  tags: [spec.tag],
  summary: spec.summary,
  ...(spec.action === 'public'
    ? { security: [] }
    : {
        'x-action': spec.action,
        'x-roles': PERMITTED[spec.action],
        security: [{ session: [], ...(spec.method === 'get' ? {} : { csrf: [] }) }],
      }),
  parameters: parametersOf(spec, components),
  ...bodyOf(spec, components),
  responses: {
    [String(statusOf(spec))]: answerOf(spec, components),
    ...Object.fromEntries(problemsOf(spec).map((status) => [String(status), { $ref: '#/components/responses/Problem' }])),
  },
});

const PARAMETERS = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag that was read: 428 without it, 412 when somebody changed it since',
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'A key of this request’s own. Repeated, the request is answered as before and nothing happens twice; on another request it is refused (422)',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,100}$' },
  },
};

const SECURITY = {
  session: { type: 'apiKey', in: 'cookie', name: 'jiheng_session' },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: 'X-CSRF-Token',
    description: 'csrfToken of POST or GET /session; bound to the session, needed by every request that changes something',
  },
};

/** The OpenAPI 3.1 document, printed from the very specs by which requests are validated. */
export const openApiDocument = () => {
  const components = new Components();
  components.print(problem, 'output');
  const paths: Record<string, Json> = {};
  for (const spec of ROUTES) {
    const path = `${API_PREFIX}${spec.path}`;
    paths[path] = { ...paths[path], [spec.method]: operationOf(spec, components) };
  }
  const schemas = Object.fromEntries(Object.entries(components.schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    openapi: '3.1.0',
    info: { title: '绩衡 Jiheng', version: '1', description: '预算绩效管理 Budget performance management. Problems follow RFC 9457.' },
    paths,
    components: {
      schemas,
      parameters: PARAMETERS,
      responses: { Problem: { description: 'A problem, in Chinese and in English', content: problemContent } },
      securitySchemes: SECURITY,
    },
  };
};
