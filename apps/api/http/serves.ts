import { applyDecorators, createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Asked, Method, RouteSpec } from '#contracts/api/route.js';
import type { Viewer } from '#persistence/access/viewer.js';

export const ROUTE = 'jiheng:route';

/** What guard and interceptor leave with a request. */
export interface Visit {
  readonly viewer: Viewer;
  readonly tokenHash: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}
export type Visited = Request & { visit?: Visit; asked?: Asked<RouteSpec> };

const METHODS: Readonly<Record<Method, RequestMethod>> = {
  get: RequestMethod.GET,
  post: RequestMethod.POST,
  put: RequestMethod.PUT,
  patch: RequestMethod.PATCH,
  delete: RequestMethod.DELETE,
};

export const statusOf = (spec: RouteSpec): number => spec.status ?? (spec.answer === undefined ? 204 : 200);

/** This method of a controller serves the route: path, method, status, validation and access all follow from its spec. */
export const Serves = (spec: RouteSpec): MethodDecorator =>
  applyDecorators(
    RequestMapping({ path: spec.path.replace(/\{(\w+)\}/g, ':$1'), method: METHODS[spec.method] }),
    HttpCode(statusOf(spec)),
    SetMetadata(ROUTE, spec),
  );

/** A validated request with who asks; `visit` is the log-in that it came with. */
export type Ask<R extends RouteSpec> = Asked<R> & { readonly viewer: Viewer; readonly visit: Visit };

/** The validated request of the route. */
export const Ask = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { asked, visit } = context.switchToHttp().getRequest<Visited>();
  return { ...asked, viewer: visit?.viewer, visit };
});
