import { HttpException } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';
import { Problem } from '#contracts/errors/problem.js';
import type { ApiProblemCode } from '#contracts/errors/api-problems.js';
import { DomainError } from '#domain/errors/domain-error.js';

/** Errors of PostgreSQL that bad input causes. Whatever else it says is our mistake. */
const POSTGRES: Readonly<Record<string, ApiProblemCode>> = {
  '22003': 'BAD_REQUEST',
  '22007': 'BAD_REQUEST',
  '22008': 'BAD_REQUEST',
  '22021': 'BAD_REQUEST',
  '22P02': 'BAD_REQUEST',
  '22P05': 'BAD_REQUEST',
  '23503': 'UNKNOWN_REFERENCE',
  '23505': 'CONFLICT',
  '23514': 'CONFLICT',
  '40001': 'UNAVAILABLE',
  '40P01': 'UNAVAILABLE',
  '53300': 'UNAVAILABLE',
  '57P01': 'UNAVAILABLE',
};

/** Errors of body parsing, by their `type`. */
const BODY: Readonly<Record<string, ApiProblemCode>> = {
  'entity.parse.failed': 'MALFORMED_JSON',
  'entity.too.large': 'TOO_LARGE',
  'encoding.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'charset.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
};

const HTTP: Readonly<Record<number, ApiProblemCode>> = {
  400: 'BAD_REQUEST',
  401: 'NOT_LOGGED_IN',
  403: 'NOT_ALLOWED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

/** gRPC codes by which a call to the engine says that it could not be reached or was not answered in time. */
const NO_ENGINE = new Set([4, 8, 14]);

interface Thrown {
  readonly type?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly driverError?: { readonly code?: unknown; readonly constraint?: unknown };
}

/** The problem that an error means to the caller; null when it is a bug of ours. */
export const toProblem = (error: unknown): Problem | null => {
  if (error instanceof Problem) return error;
  if (error instanceof DomainError) return new Problem(error.code, error.details);
  if (error instanceof WorkflowNotFoundError) return new Problem('ALREADY_CLOSED');
  if (typeof error !== 'object' || error === null) return null;
  const { type, status, code, cause, driverError } = error as Thrown;
  if (typeof type === 'string' && BODY[type] !== undefined) return new Problem(BODY[type]);
  if (driverError && typeof driverError.code === 'string') {
    const meant = POSTGRES[driverError.code];
    return meant === undefined ? null : new Problem(meant, { constraint: String(driverError.constraint ?? '') });
  }
  if (NO_ENGINE.has(code as number) || NO_ENGINE.has((cause as Thrown | undefined)?.code as number)) return new Problem('UNAVAILABLE');
  const http = error instanceof HttpException ? error.getStatus() : status;
  if (typeof http !== 'number') return null;
  const meant = HTTP[http] ?? (http >= 400 && http < 500 ? 'BAD_REQUEST' : undefined);
  return meant === undefined ? null : new Problem(meant);
};
