/** What stands around the routes: prefix, validation, security headers, and the console's files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_DRAFT_BYTES } from '@anjuan/report';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { ValidationPipe } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { invalid } from './problem';

export const PREFIX = 'api/v1';
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;
/** Routes that take a whole document in their body, in base64; every other keeps the small limit. */
const LARGE_BODIES: Readonly<Record<string, number>> = {
  // A little more than the greatest draft, so that one slightly too large is told its limit.
  [`POST /${PREFIX}/reports/audit`]: Math.ceil((MAX_DRAFT_BYTES * 4) / 3) + 4 * 1024 * 1024,
};

export const adapter = () => new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, trustProxy: 'loopback' });

/**
 * Dresses the bare application; call before `init()` or `listen()`. `consoleAt` is the built console's folder; where
 * nothing is built there is no console.
 */
export async function furnish(app: NestFastifyApplication, consoleAt = consoleFolder()): Promise<void> {
  app.setGlobalPrefix(PREFIX);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const limit = LARGE_BODIES[`${route.method} ${route.url}`];
      if (limit !== undefined) route.bodyLimit = limit;
    });
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: invalid }),
  );
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // antd writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        // No upgrade-insecure-requests: on a bureau's network the page comes over plain http and would stay blank.
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  if (consoleAt !== undefined) await serveConsole(app, consoleAt);
}

/** The built console at `/`; every address of its own that is no file gets its page. */
async function serveConsole(app: NestFastifyApplication, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    // One route per file, so that the fallback below can have the rest.
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names under assets/ bear a hash of their content; the page itself must be asked for each time.
      const lasting = path.startsWith(join(root, 'assets'));
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      // A page kept open over a rebuild asks for files that are gone: it must not get the page in their stead.
      if (/^\/(api|assets)\//.test(request.url)) reply.callNotFound();
      else reply.sendFile('index.html');
    });
}

/** Beside the compiled program in dist, or from the sources in dist below the clone. */
function consoleFolder(): string | undefined {
  const folders = [join(__dirname, '../../console'), join(__dirname, '../../dist/console')];
  return folders.find((folder) => existsSync(join(folder, 'assets')) && existsSync(join(folder, 'index.html')));
}
