import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { API_PREFIX, ROUTES } from '#contracts/api/routes.js';
import { Problem, problemBody } from '#contracts/errors/problem.js';
import type { Language } from '#contracts/errors/problem.js';
import type { Visited } from './serves.js';
import { toProblem } from './to-problem.js';

const PATTERNS = ROUTES.map(({ method, path }) => ({
  method: method.toUpperCase(),
  pattern: new RegExp(`^${API_PREFIX}${path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
}));

/** The methods that an address takes; none where there is no such address. */
const methodsOf = (path: string): string[] => PATTERNS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);

/** The language to put first: the person's own, or else what the browser prefers. */
export const languageOf = (request: Visited): Language => {
  const own = request.visit?.viewer.language;
  if (own !== undefined) return own;
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
};

/** Puts every error into words as problem+json (RFC 9457). What nobody expected is logged and told without its insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Api');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Visited>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const problem = this.problemOf(error, request, response);
    if (problem.code === 'TOO_MANY_REQUESTS' && problem.details['seconds'] !== undefined) {
      response.setHeader('Retry-After', String(problem.details['seconds']));
    }
    if (problem.code === 'NOT_LOGGED_IN') response.setHeader('WWW-Authenticate', 'Cookie');
    const body = problemBody(problem, languageOf(request));
    response.status(body.status).setHeader('Content-Type', 'application/problem+json; charset=utf-8');
    response.setHeader('Vary', 'Accept-Language');
    response.send(JSON.stringify(body));
  }

  private problemOf(error: unknown, request: Visited, response: Response): Problem {
    const problem = toProblem(error);
    if (!problem) {
      this.logger.error(`${request.method} ${request.originalUrl.split('?')[0]!}`, error instanceof Error ? error.stack : String(error));
      return new Problem('INTERNAL');
    }
    if (problem.cause !== undefined) this.logger.warn(`${problem.code}: ${String(problem.cause)}`);
    if (problem.code !== 'NOT_FOUND') return problem;
    const methods = methodsOf(request.originalUrl.split('?')[0]!);
    if (methods.length === 0 || methods.includes(request.method) || (request.method === 'HEAD' && methods.includes('GET'))) return problem;
    response.setHeader('Allow', methods.join(', '));
    return new Problem('METHOD_NOT_ALLOWED');
  }
}
