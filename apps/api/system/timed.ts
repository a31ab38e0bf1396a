import type { NextFunction, Request, Response } from 'express';
import { API_PREFIX, ROUTES } from '#contracts/api/routes.js';
import type { Metrics } from './metrics.js';

const OPERATIONS: ReadonlyMap<string, string> = new Map(
  ROUTES.map(({ id, method, path }) => [`${method} ${API_PREFIX}${path.replace(/\{(\w+)\}/g, ':$1')}`, id] as const),
);

/** Measures every request; labels are operations, never addresses, so their number is bounded. */
export const timed =
  (metrics: Metrics) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const from = performance.now();
    response.on('finish', () => {
      // A connection that is held open says nothing of how fast it was answered.
      if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return;
      const path = (request.route as { path?: unknown } | undefined)?.path;
      const operation = OPERATIONS.get(`${request.method.toLowerCase()} ${String(path)}`) ?? 'other';
      metrics.observe(operation, response.statusCode, (performance.now() - from) / 1000);
    });
    next();
  };
