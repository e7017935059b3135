import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from './config.ts';

/** The nonce of one answer, for the styles that the console writes at run time. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** No inline script anywhere, only styles that carry the answer's nonce (BARS S14), and pictures of others from the map service alone. */
export function contentSecurityPolicy({ tiles }: Pick<Config, 'tiles'>, nonce?: string): string {
  const maps = (tiles?.origins ?? []).map((origin) => ` ${origin}`).join('');
  const styles = nonce ? `'self' 'nonce-${nonce}'` : `'self'`;
  return [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src ${styles}`,
    `img-src 'self' data: blob:${maps}`,
    `font-src 'self' data:`,
    `connect-src 'self'${maps}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

export function withNonce(reply: FastifyReply, config: Pick<Config, 'tiles'>, nonce: string): void {
  reply.header('content-security-policy', contentSecurityPolicy(config, nonce));
}

/** An address that cannot be decoded (`/%zz`) is looked up as one that is not there: fastify would answer it before every hook, without our headers. */
export function readableUrl({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  if (!url.includes('%')) return url;
  try {
    decodeURI(url);
    return url;
  } catch {
    return '/api/unreadable';
  }
}

export async function mountSecurity(app: FastifyInstance, config: Config): Promise<void> {
  const plainPolicy = contentSecurityPolicy(config);
  app.addHook('onRequest', async (_, reply) => {
    reply.header('content-security-policy', plainPolicy);
    reply.header('permissions-policy', 'geolocation=(self), camera=(self), microphone=(self)');
  });
  await app.register(helmet, {
    contentSecurityPolicy: false,
    hsts: { maxAge: 31_536_000, includeSubDomains: true },
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
    // Over plain HTTP on another machine browsers ignore this header and warn; it stands where an origin is trustworthy.
    crossOriginOpenerPolicy: config.publicUrl.startsWith('https:') ? { policy: 'same-origin' } : false,
    originAgentCluster: false,
    // The map service asks of a browser's key which site it is used on; it hears the origin and no address.
    referrerPolicy: { policy: config.tiles ? 'strict-origin-when-cross-origin' : 'same-origin' },
  });
}
