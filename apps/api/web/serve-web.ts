import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import gzip from 'express-static-gzip';
import helmet from 'helmet';

/** Beside the compiled API; when the sources themselves run (in a test), in the build's folder all the same. */
const built = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../web/' : '../../../dist/web/', import.meta.url));
const NONCE = '__NONCE__';
const A_YEAR_S = 31_536_000;

/** Pages run nothing and load nothing but what this server itself sends; styles made by the component library carry the page's nonce. */
const strict = (secure: boolean, nonce: string) =>
  helmet({
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", `'nonce-${nonce}'`],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  });

const isPage = ({ method, path, headers }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') && !path.startsWith('/api') && (headers.accept ?? '').includes('text/html');

/**
 * Serves the pages from their build: files whose names carry their hash are kept by the browser for good, the page itself is asked for each
 * time. Without a build there are no pages, and the API is as it was.
 */
export const serveWeb = (app: NestExpressApplication, secure: boolean): void => {
  const index = join(built, 'index.html');
  if (!existsSync(index)) return;
  app.use(
    '/assets',
    gzip(join(built, 'assets'), { serveStatic: { maxAge: A_YEAR_S * 1_000, immutable: true, index: false, fallthrough: false } }),
  );
  app.useStaticAssets(built, { index: false, maxAge: 0 });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) {
      next();
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    strict(secure, nonce)(request, response, () => {
      response.set('Cache-Control', 'no-cache').type('html').send(readFileSync(index, 'utf8').replaceAll(NONCE, nonce));
    });
  });
};
