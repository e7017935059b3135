import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';
import { fail } from './problem.ts';
import { kernelProblems } from './problems.ts';
import type { World } from './world.ts';

/** `GET /api/health` for load balancers, `GET /metrics` for Prometheus; neither tells anything about people. */
export function mountHealth(app: FastifyInstance, world: World, metrics: Metrics): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  app.get('/api/health', { schema: { hide: true }, config: { rateLimit: false } }, async () => {
    if (stopping) throw fail(kernelProblems, 'server.stopping');
    await world.db.ping().catch((cause: unknown) => {
      throw fail(kernelProblems, 'server.database_away', {}, { cause });
    });
    return { status: 'ok' };
  });
  app.get('/metrics', { schema: { hide: true }, config: { rateLimit: false } }, async (_, reply) =>
    reply.type(metrics.contentType).send(await metrics.body()),
  );
}
