import type {} from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemBody } from '../../contract/wire.ts';
import { type Actor, contextOf, type FindActor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db.ts';
import { type Answer, claimKey, hashRequest, isKeyTaken, keepAnswer } from './idempotency.ts';
import { languageOf } from './language.ts';
import { type PermissionTable, reachesNothing, type Scope, scopeOf } from './permissions.ts';
import { refuseUnstorable } from './plain-text.ts';
import { fail } from './problem.ts';
import { kernelProblems } from './problems.ts';
import type { AnyRoute, OpenRoute, Route, RouteHead } from './route.ts';
import type { Secrets } from './secrets.ts';
import { sessionCookie } from './session-cookie.ts';
import type { Module } from './world.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | undefined;
    scope: Scope | undefined;
  }
}

export interface HttpWorld {
  db: Db;
  clock: Clock;
  secrets: Secrets;
  permissions: PermissionTable;
  findActor: FindActor;
}

const keyShape = /^[\x21-\x7e]{8,128}$/;

export function tokenOf(request: FastifyRequest): { token: string; byCookie: boolean } | undefined {
  const { authorization } = request.headers;
  if (authorization?.startsWith('Bearer ')) return { token: authorization.slice(7), byCookie: false };
  const token = request.cookies[sessionCookie];
  return token ? { token, byCookie: true } : undefined;
}

// A browser sends the cookie along with what other sites make it do; SameSite=Lax stops most of that, this the rest.
function refuseForeignOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (request.method !== 'GET' && site !== undefined && site !== 'same-origin' && site !== 'none')
    throw fail(kernelProblems, 'request.foreign_origin');
}

async function admit(
  world: HttpWorld,
  request: FastifyRequest,
  access: string,
  openTo: readonly string[] = [],
): Promise<void> {
  const given = tokenOf(request);
  if (given) {
    if (given.byCookie) refuseForeignOrigin(request);
    request.actor = await world.findActor(given.token);
  }
  if (access === 'public') return;
  if (!request.actor) throw fail(kernelProblems, 'request.unauthenticated');
  const { held } = request.actor;
  if (held && !openTo.includes(held.code)) throw held;
  if (access === 'signed_in') return;
  request.scope = scopeOf(world.permissions, access, request.actor.accountId, request.actor.grants);
  if (reachesNothing(request.scope)) throw fail(kernelProblems, 'request.forbidden');
}

function versionOf(request: FastifyRequest, demand: Route['ifMatch']): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) {
    if (demand === 'required') throw fail(kernelProblems, 'request.precondition_required');
    return undefined;
  }
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw fail(kernelProblems, 'request.precondition_failed');
  return Number(version);
}

/** The key a client gave a POST; the same key with the same body gets the same answer. */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST') return undefined;
  if (typeof key !== 'string' || !keyShape.test(key)) {
    throw fail(kernelProblems, 'request.invalid', {}, { fields: [{ path: 'Idempotency-Key', message: '8–128' }] });
  }
  return key;
}

async function runVerb(world: HttpWorld, definition: Route, request: FastifyRequest): Promise<Answer> {
  const actor = request.actor as Actor;
  const key = idempotencyKey(request);
  const version = versionOf(request, definition.ifMatch);
  const hash = key ? hashRequest(world.secrets, `${request.method} ${request.url}`, request.body) : undefined;
  return world.db.transaction(contextOf(actor), async (tx) => {
    const claimed = key && hash ? claimKey(tx, world.secrets, key, hash) : undefined;
    const call = {
      tx,
      actor,
      scope: request.scope as Scope,
      language: languageOf(request),
      params: request.params as never,
      query: request.query as never,
      body: request.body as never,
      version,
      now: world.clock.now(),
      request,
    };
    // The verb's first question leaves with the claim. Should the key be taken, it gets no further and is rolled back.
    const done = (async () => definition.handle(call))();
    done.catch(() => undefined);
    const before = await claimed;
    if (before) throw new AnsweredBefore(before);
    const body = await done;
    const answer = { status: definition.status ?? 200, body };
    if (key && hash) keepAnswer(tx, world.secrets, key, hash, answer, world.clock.now());
    return answer;
  });
}

class AnsweredBefore extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('this key was answered before');
    this.answer = answer;
  }
}

function answerOf(world: HttpWorld, definition: Route, request: FastifyRequest): Promise<Answer> {
  return runVerb(world, definition, request).catch((error: unknown) => {
    if (error instanceof AnsweredBefore) return error.answer;
    throw error;
  });
}

function verbHandler(world: HttpWorld, definition: Route) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = await answerOf(world, definition, request).catch((error: unknown) => {
      if (isKeyTaken(error)) return answerOf(world, definition, request);
      throw error;
    });
    if (definition.etag) reply.header('etag', `"${(answer.body as { version: number }).version}"`);
    return reply.code(answer.status).send(answer.status === 204 ? undefined : answer.body);
  };
}

function openHandler(world: HttpWorld, definition: OpenRoute) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const body = await definition.handle({
      db: world.db,
      actor: request.actor,
      scope: request.scope,
      language: languageOf(request),
      params: request.params as never,
      query: request.query as never,
      body: request.body as never,
      now: world.clock.now(),
      request,
      reply,
    });
    if (reply.sent || definition.reply === undefined) return reply;
    return reply.code(definition.status ?? 200).send(body);
  };
}

function replyOf(entry: AnyRoute): unknown {
  const { reply } = entry.route;
  if (entry.kind === 'open' && entry.route.produces) {
    const schema = z.string().meta({ format: 'binary' });
    return { description: 'not JSON', content: { [entry.route.produces]: { schema } } };
  }
  return entry.route.status === 204 ? z.null() : reply;
}

function schemaOf(entry: AnyRoute, tag: string, extra: Record<string, unknown>) {
  const head = entry.route as RouteHead<unknown, unknown, unknown>;
  const answer = replyOf(entry);
  const status = head.status ?? 200;
  const problem = { content: { 'application/problem+json': { schema: ProblemBody } }, description: 'RFC 9457 problem' };
  return {
    summary: head.summary,
    tags: [tag],
    ...(head.params ? { params: head.params } : {}),
    querystring: head.query ?? z.strictObject({}),
    ...(head.body ? { body: head.body } : {}),
    response: { ...(answer ? { [status]: answer } : {}), '4xx': problem, '5xx': problem },
    ...(head.problems?.length
      ? { description: `Problems: ${head.problems.map((code) => `\`${code}\``).join(', ')}` }
      : {}),
    ...(entry.kind === 'open' && entry.route.consumes ? { consumes: [entry.route.consumes] } : {}),
    ...extra,
  };
}

/** Registers the routes of a module, each with its schemas, its permission and its place in the documentation. */
export function registerRoutes(
  app: FastifyInstance,
  world: HttpWorld,
  { name: tag, routes }: Pick<Module, 'name' | 'routes'>,
): void {
  for (const entry of routes) {
    const access = entry.kind === 'verb' ? entry.route.permission : entry.route.access;
    const head = entry.route as RouteHead<unknown, unknown, unknown>;
    const extra = access === 'public' ? { security: [] } : {};
    app.route({
      method: head.method,
      url: `/api/v1${head.path}`,
      schema: schemaOf(entry, tag, extra),
      onRequest: (request) => admit(world, request, access, head.openTo),
      preValidation: refuseUnstorable,
      handler: entry.kind === 'verb' ? verbHandler(world, entry.route) : openHandler(world, entry.route),
    });
  }
}
