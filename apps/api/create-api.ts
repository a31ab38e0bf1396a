import type { IncomingMessage } from 'node:http';
import type { INestApplication, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { API_PREFIX } from '#contracts/api/routes.js';
import { ApiModule } from './api.module.js';
import { toProblem } from './http/to-problem.js';
import { openApiDocument } from './openapi/document.js';
import type { ApiParts } from './parts.js';
import { Metrics } from './system/metrics.js';
import { timed } from './system/timed.js';
import { serveWeb } from './web/serve-web.js';

const IMPORTS = `${API_PREFIX}/imports`;
const isJson = (request: IncomingMessage): boolean => /^application\/json\b/i.test(request.headers['content-type'] ?? '');
const isImport = (request: IncomingMessage): boolean => (request.url ?? '').split('?')[0] === IMPORTS;

/** 1 MB for a request, 10 MB for the import of a district; nothing but JSON is read. */
const limitBodies = (app: NestExpressApplication): void => {
  app.useBodyParser('json', { limit: '10mb', type: (request: IncomingMessage) => isImport(request) && isJson(request) });
  app.useBodyParser('json', { limit: '1mb', type: (request: IncomingMessage) => !isImport(request) && isJson(request) });
  // Nest would make one and the same "bad request" of everything that a parser refuses.
  app.use((error: unknown, _request: Request, _response: Response, next: NextFunction) => {
    next(toProblem(error) ?? error);
  });
};

const protectHeaders = (app: NestExpressApplication, secure: boolean): void => {
  app.use(
    helmet({
      // Intranets without https exist; there the browser must not be sent to it.
      strictTransportSecurity: secure,
      contentSecurityPolicy: { directives: { upgradeInsecureRequests: secure ? [] : null, imgSrc: ["'self'", 'data:'] } },
      crossOriginOpenerPolicy: secure,
      originAgentCluster: secure,
    }),
  );
};

/** Documentation at /api/docs from files of this machine; the document itself at /api/v1/openapi.json. */
const serveDocumentation = (app: NestExpressApplication): void => {
  const document = openApiDocument();
  SwaggerModule.setup('api/docs', app, document as unknown as OpenAPIObject, { raw: false, customSiteTitle: '绩衡 API' });
  app.use(`${API_PREFIX}/openapi.json`, (_: Request, response: Response) => {
    response.json(document);
  });
};

/**
 * Makes the API ready to listen, or to be called in-process. The caller owns data source and engine and closes them after the API.
 * @param logger `false` for silence.
 */
export async function createApi(parts: ApiParts, logger?: LoggerService | false): Promise<INestApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(parts), {
    bodyParser: false,
    ...(logger === undefined ? {} : { logger }),
  });
  const { options = {} } = parts;
  app.set('trust proxy', options.trustedProxies ?? 0);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.disable('etag');
  app.setGlobalPrefix(API_PREFIX.slice(1));
  app.use(timed(app.get(Metrics)));
  protectHeaders(app, options.secureCookie ?? false);
  app.use((request: Request, _: Response, next: NextFunction) => {
    request.socket.setNoDelay(true);
    next();
  });
  limitBodies(app);
  serveDocumentation(app);
  serveWeb(app, options.secureCookie ?? false);
  await app.init();
  return app;
}
