import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { defer, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import type { RouteSpec } from '#contracts/api/route.js';
import type { ApiOptions } from '../parts.js';
import { OPTIONS } from '../parts.js';
import { Once } from './once.js';
import { readRequest } from './read-request.js';
import { ROUTE } from './serves.js';
import type { Visited } from './serves.js';

/** Around every handler: reads the request by its spec, answers a repeated transition as before, sets the ETag. */
@Injectable()
export class RouteInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly once: Once,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const spec = this.reflector.get<RouteSpec>(ROUTE, context.getHandler());
    const http = context.switchToHttp();
    return defer(() => this.serve(spec, http.getRequest<Visited>(), http.getResponse<Response>(), next));
  }

  private async serve(spec: RouteSpec, request: Visited, response: Response, next: CallHandler): Promise<unknown> {
    const asked = readRequest(spec, request);
    request.asked = asked;
    response.setHeader('Cache-Control', 'no-store');
    const work = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    const body = spec.idempotent ? await this.answerOnce(spec, request, response, work) : await work();
    if (this.options.checkAnswers && spec.answer) spec.answer.parse(JSON.parse(JSON.stringify(body)));
    if (spec.etag) response.setHeader('ETag', `"${String((body as { version: number }).version)}"`);
    return body;
  }

  private async answerOnce(spec: RouteSpec, request: Visited, response: Response, work: () => Promise<unknown>): Promise<unknown> {
    const { body, repeated } = await this.once.answer(request.visit!.viewer.person, spec, request.asked!, work);
    if (repeated) response.setHeader('Idempotency-Replayed', 'true');
    return body;
  }
}
