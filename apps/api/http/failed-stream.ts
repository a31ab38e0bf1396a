import { Logger } from '@nestjs/common';
import type { Response } from 'express';
import { Problem, problemBody } from '#contracts/errors/problem.js';
import { toProblem } from './to-problem.js';

const logger = new Logger('Api');

/** A file that fails while it is sent: said where nothing has gone out yet; else the connection is cut, so that nobody takes a part for the whole. */
export const answerFailedStream = (error: Error, answer: unknown): void => {
  const response = answer as Response;
  const problem = toProblem(error) ?? new Problem('FILES_UNAVAILABLE', {}, [], { cause: error });
  logger.error(`A download broke off. ${problem.code}: ${String(problem.cause)}`);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of ['Content-Length', 'Content-Disposition']) response.removeHeader(name);
  const body = problemBody(problem, 'zh');
  response.status(body.status).setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.send(JSON.stringify(body));
};
