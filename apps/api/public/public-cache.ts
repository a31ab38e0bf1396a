import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { tap } from 'rxjs';
import type { Observable } from 'rxjs';

/** Answers may be kept for a minute by anybody, no longer: a unit may be classified at any time. */
export class PublicCache implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const kept = http.getRequest<Request>().method === 'GET';
    return next.handle().pipe(
      tap(() => {
        if (kept) http.getResponse<Response>().setHeader('Cache-Control', 'public, max-age=60, must-revalidate');
      }),
    );
  }
}
