import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { RouteSpec } from '#contracts/api/route.js';
import { Problem } from '#contracts/errors/problem.js';
import { permits } from '#persistence/access/actions.js';
import type { ApiOptions } from '../parts.js';
import { OPTIONS } from '../parts.js';
import { Sessions } from '../session/sessions.js';
import { ROUTE } from './serves.js';
import type { Visited } from './serves.js';

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/**
 * The one gate before every handler: log-in, CSRF token, and whether one of the roles permits the route's action at all. A handler without a
 * route spec is not reachable.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const spec = this.reflector.get<RouteSpec | undefined>(ROUTE, context.getHandler());
    if (!spec) throw new Problem('NOT_FOUND');
    if (spec.action === 'public') return true;
    const request = context.switchToHttp().getRequest<Visited>();
    if (spec.action === 'metrics.read' && this.isPrometheus(request)) return true;
    const visit = await this.sessions.visit(request);
    if (!visit) throw new Problem('NOT_LOGGED_IN');
    request.visit = visit;
    if (spec.method !== 'get' && !same(request.get('x-csrf-token') ?? '', visit.csrfToken)) throw new Problem('CSRF');
    if (!permits(visit.viewer, spec.action)) throw new Problem('NOT_ALLOWED');
    return true;
  }

  private isPrometheus(request: Visited): boolean {
    const token = this.options.metricsToken;
    return token !== undefined && same(request.get('authorization') ?? '', `Bearer ${token}`);
  }
}
