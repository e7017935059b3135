import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ProblemBody } from '../../contract/wire.ts';
import { fieldMessage, type Issue } from './field-messages.ts';
import { languageOf } from './language.ts';
import { fail, Problem, sentence } from './problem.ts';
import { kernelProblems } from './problems.ts';
import { toTraditional } from './traditional.ts';

const byStatus: Readonly<Record<number, keyof typeof kernelProblems>> = {
  404: 'request.not_found',
  413: 'request.too_large',
  415: 'request.unsupported_media_type',
  429: 'request.rate_limited',
  503: 'server.busy',
};

/** Turns whatever was thrown into a declared problem. */
export function problemOf(error: FastifyError | Problem, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const language = languageOf(request);
    const fields = error.validation.map(({ keyword, instancePath, params, message }) => {
      const path = instancePath.split('/').filter(Boolean);
      // zod leaves the input out of its issues; whether there was any is only in the message.
      const input = message?.endsWith('received undefined') ? undefined : null;
      const issue: Issue = { ...params, code: keyword, path, input };
      return { path: path.join('.'), message: fieldMessage(issue, language) };
    });
    return fail(kernelProblems, 'request.invalid', {}, { fields });
  }
  const status = error.statusCode ?? 500;
  if (status >= 500 && status !== 503) return fail(kernelProblems, 'server.failed', {}, { cause: error });
  return fail(kernelProblems, byStatus[status] ?? 'request.unreadable', { seconds: '60' }, { cause: error });
}

function send(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, words, params, fields } = problem;
  const title = sentence(words, params, languageOf(request), toTraditional);
  const body: ProblemBody = { type: `/problems/${code}`, status: words.status, code, title, requestId: request.id };
  if (fields.length > 0) body.fields = [...fields];
  if (words.status === 503 || words.status === 429) reply.header('retry-after', params.seconds ?? '5');
  return reply
    .code(words.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body);
}

/** The one place where failures become answers. */
export function mountErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = problemOf(error, request);
    if (problem.words.status >= 500)
      request.log.error({ err: problem.cause ?? error, code: problem.code }, 'request failed');
    return send(problem, request, reply);
  });
  app.setNotFoundHandler((request, reply) => send(fail(kernelProblems, 'request.not_found'), request, reply));
}
