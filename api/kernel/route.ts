import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Language } from '../../contract/wire.ts';
import type { Actor } from './actor.ts';
import type { Db, Tx } from './db.ts';
import type { Scope } from './permissions.ts';

type Of<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a verb is handed: the transaction, who acts, how far the route's permission reaches for them, and the time. */
export interface Deed {
  tx: Tx;
  actor: Actor;
  scope: Scope;
  language: Language;
  now: Date;
}

/** What a handler works with: everything already checked. */
export interface Call<P, Q, B> extends Deed {
  params: Of<P>;
  query: Of<Q>;
  body: Of<B>;
  /** Version from If-Match. */
  version: number | undefined;
  request: FastifyRequest;
}

/** Calls of people who are not signed in, or that open their own transactions. */
export interface OpenCall<P, Q, B> {
  db: Db;
  actor: Actor | undefined;
  scope: Scope | undefined;
  language: Language;
  now: Date;
  params: Of<P>;
  query: Of<Q>;
  body: Of<B>;
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface RouteHead<P, Q, B> {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below /api/v1, parameters as `:id`. */
  path: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** 200, or 201 for a POST that makes something. */
  status?: 200 | 201 | 204;
  /** Codes of what may hold a session back (`Actor.held`) and yet leaves this route open to it. */
  openTo?: readonly string[];
  /** Codes of the problems this route can answer with, besides those every route has. */
  problems?: readonly string[];
}

export interface Route<P = unknown, Q = unknown, B = unknown, R extends z.ZodType = z.ZodType>
  extends RouteHead<P, Q, B> {
  /** Row of the permission table, or `signed_in` for what everybody may do with what is theirs. */
  permission: string;
  reply: R;
  /** The answer carries a `version`, sent as ETag; edits demand If-Match. */
  etag?: boolean;
  ifMatch?: 'required' | 'optional';
  handle(call: Call<P, Q, B>): Promise<Given<R>>;
}

export interface OpenRoute<P = unknown, Q = unknown, B = unknown> extends RouteHead<P, Q, B> {
  /** `public`, `signed_in`, or a row of the permission table. */
  access: string;
  /** Left out where the answer is not JSON (images, event streams, spreadsheets): then `handle` sends it. */
  reply?: z.ZodType;
  /** Content type of an answer that is not JSON, for the documentation. */
  produces?: string;
  /** Bodies that are not JSON (photos) are read by the handler. */
  consumes?: string;
  handle(call: OpenCall<P, Q, B>): Promise<unknown>;
}

export type AnyRoute = { kind: 'verb'; route: Route } | { kind: 'open'; route: OpenRoute };

/** A route whose handler runs in one transaction, with idempotency, ETag and permission taken care of. */
export function route<P, Q, B, R extends z.ZodType>(definition: Route<P, Q, B, R>): AnyRoute {
  return { kind: 'verb', route: definition as unknown as Route };
}

/** A route that needs the bare request: signing in, files, streams. */
export function openRoute<P, Q, B>(definition: OpenRoute<P, Q, B>): AnyRoute {
  return { kind: 'open', route: definition as unknown as OpenRoute };
}
