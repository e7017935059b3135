import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { contextOf } from '../../kernel/actor.ts';
import { onDelivered } from '../../kernel/notices.ts';
import type { World } from '../../kernel/world.ts';
import { unreadCount } from './reports.ts';

const beatMs = 20_000;
const open = new Set<() => void>();

/**
 * Keeps one event stream open. It ends when the session ends: each beat asks again whom the token belongs to, and so do each
 * delivery and each change of the account's rights, at once (BARS S8).
 */
export async function openStream(
  world: World,
  actor: Actor | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (!actor) return;
  const { tenantId, accountId } = actor;
  const unread = await world.db.transaction(contextOf(actor), unreadCount);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  const write = (event: string, data: unknown) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const stillIn = async () => (await world.actorOf(request))?.sessionId === actor.sessionId;
  const end = () => {
    open.delete(end);
    stop();
    stopWatching();
    clearInterval(beat);
    raw.end();
  };
  const stop = onDelivered((delivered) => {
    if (delivered.tenantId !== tenantId || delivered.accountId !== accountId) return;
    stillIn().then((yes) => (yes ? write('notice', delivered.notice) : end()), end);
  });
  const stopWatching = world.onAccessChanged((changed) => {
    if (changed === '' || changed === accountId) stillIn().then((yes) => yes || end(), end);
  });
  const beat = setInterval(() => {
    stillIn().then((yes) => (yes ? raw.write(': beat\n\n') : end()), end);
  }, beatMs);
  open.add(end);
  request.raw.on('close', end);
  write('unread', { unread });
}

/** Ends every stream, so that a stopping server is not held up. */
export function closeStreams(): void {
  for (const end of [...open]) end();
}
