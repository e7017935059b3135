import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { mountDocs } from './kernel/docs.ts';
import { mountErrors } from './kernel/errors.ts';
import { mountFaces } from './kernel/faces.ts';
import { takeForms } from './kernel/forms.ts';
import { mountHealth } from './kernel/health.ts';
import { housekeeping, recurring } from './kernel/housekeeping.ts';
import { registerRoutes, tokenOf } from './kernel/http.ts';
import { maxImageBytes } from './kernel/images.ts';
import { startJobs } from './kernel/jobs-runner.ts';
import { logReply } from './kernel/log.ts';
import { createMetrics } from './kernel/metrics.ts';
import { fail } from './kernel/problem.ts';
import { kernelProblems } from './kernel/problems.ts';
import { mountSecurity, readableUrl } from './kernel/security.ts';
import { serializerCompiler } from './kernel/serializer.ts';
import { closeStreams } from './modules/notices/index.ts';
import { type OpenWorld, openWorld, type WorldOptions } from './open-world.ts';

export interface App {
  app: FastifyInstance;
  open: OpenWorld;
  close(): Promise<void>;
}

/** The HTTP server, not yet listening. */
export async function buildApp(options: WorldOptions): Promise<App> {
  const open = await openWorld(options);
  const { world, modules, permissions, findActor } = open;
  const { config } = world;
  const app = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy ?? false,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    // No address is longer than this: every parameter reaches its schema, which refuses in our words.
    routerOptions: { maxParamLength: 16_384 },
    rewriteUrl: readableUrl,
  });
  app.decorateRequest('actor', undefined);
  app.decorateRequest('scope', undefined);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  mountErrors(app);

  const metrics = createMetrics();
  metrics.watchPool('app', world.db.pool);
  app.addHook('onResponse', async (request, reply) => {
    logReply(request, reply);
    const route = request.routeOptions.url ?? '(none)';
    metrics.requestDone(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
  });
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: maxImageBytes, files: 1, fields: 4, parts: 5 },
    throwFileSizeLimit: true,
  });
  takeForms(app);
  await app.register(underPressure, {
    maxEventLoopDelay: 2_000,
    pressureHandler: () => {
      throw fail(kernelProblems, 'server.busy');
    },
  });
  await app.register(rateLimit, {
    max: config.rateLimit,
    timeWindow: 60_000,
    // A token counts for itself only once it has proved to be one: else each invented token would open a bucket of its own.
    keyGenerator: (request) => {
      const token = tokenOf(request)?.token;
      return token && open.knows(token) ? token : request.ip;
    },
    errorResponseBuilder: (_, { ttl }) =>
      fail(kernelProblems, 'request.rate_limited', { seconds: String(Math.ceil(ttl / 1000)) }),
  });
  await mountSecurity(app, config);
  await mountDocs(app, config);
  const { db, log, clock, secrets } = world;
  for (const module of modules) registerRoutes(app, { db, clock, secrets, permissions, findActor }, module);
  mountHealth(app, world, metrics);
  await mountFaces(app, config);
  app.addHook('preClose', async () => closeStreams());
  const jobs = await startJobs({
    connectionString: options.appUrl,
    jobs: [...housekeeping, ...modules.flatMap((module) => module.jobs ?? [])],
    recurring: [...recurring, ...modules.flatMap((module) => module.recurring ?? [])],
    db,
    log,
    clock,
    onDone: metrics.jobDone,
  });
  return {
    app,
    open,
    async close() {
      await app.close();
      await jobs.stop();
      await open.close();
    },
  };
}
