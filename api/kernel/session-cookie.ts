import type {} from '@fastify/cookie';
import type { FastifyReply } from 'fastify';

export const sessionCookie = 'linju_session';

function cookieAt(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') } as const;
}

/** Gives a browser its token in a cookie that scripts and other sites cannot use, for as long as a session lasts. */
export function keepToken(reply: FastifyReply, token: string, publicUrl: string): void {
  reply.setCookie(sessionCookie, token, { ...cookieAt(publicUrl), maxAge: 30 * 86_400 });
}

export function dropToken(reply: FastifyReply, publicUrl: string): void {
  reply.clearCookie(sessionCookie, cookieAt(publicUrl));
}
