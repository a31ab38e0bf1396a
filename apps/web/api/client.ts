import createFetchClient from 'openapi-fetch';
import type { Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { v4 as uuid } from 'uuid';
import { csrfToken } from '../app/session-token.js';
import { language } from '../words/language.js';
import { Unreachable } from './problem.js';
import type { components, paths } from './schema.js';

/** Types of what the API answers, by the names of the OpenAPI document. */
export type Schemas = components['schemas'];

/** Every request says who asks and in which language it wants to be answered. */
const headers: Middleware = {
  onRequest: ({ request }) => {
    request.headers.set('Accept-Language', language() === 'zh' ? 'zh-CN' : 'en');
    if (request.method !== 'GET') request.headers.set('X-CSRF-Token', csrfToken.get());
    return request;
  },
  onError: () => new Unreachable(),
};

export const http = createFetchClient<paths>({ baseUrl: '', credentials: 'same-origin' });
http.use(headers);

/** The header of a transition: whatever is sent again with the same key happens once. Keep it over retries of one wish. */
export const once = () => ({ 'Idempotency-Key': uuid() });

/** Queries and mutations for react-query, typed by the OpenAPI document: `api.useQuery('get', '/api/v1/tasks')`. */
export const api = createQueryClient(http);
