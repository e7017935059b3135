import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from './config.ts';
import { newNonce, withNonce } from './security.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');

/** Serves the built faces: the residents' at `/`, the console at `/console/`. Addresses inside a face answer with its page. */
export async function mountFaces(app: FastifyInstance, config: Config): Promise<void> {
  const faces = [
    { prefix: '/console/', folder: path.join(dist, 'console') },
    { prefix: '/', folder: path.join(dist, 'mobile') },
  ].filter(({ folder }) => existsSync(path.join(folder, 'index.html')));

  for (const [index, { prefix, folder }] of faces.entries()) {
    const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
    const sendPage = (reply: FastifyReply) => {
      const nonce = newNonce();
      withNonce(reply, config, nonce);
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(page.replaceAll('__CSP_NONCE__', nonce));
    };
    await app.register(fastifyStatic, {
      root: path.join(folder, 'assets'),
      prefix: `${prefix}assets/`,
      decorateReply: index === 0,
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      schemaHide: true,
    });
    const options = { schema: { hide: true }, config: { rateLimit: false } } as const;
    if (prefix !== '/') app.get(prefix.slice(0, -1), options, async (_, reply) => reply.redirect(prefix));
    app.get(`${prefix}*`, options, async (request, reply) =>
      request.url.startsWith('/api/') || /\.\w+$/.test(request.url.split('?')[0] ?? '')
        ? reply.callNotFound()
        : sendPage(reply),
    );
  }
}
