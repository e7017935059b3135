import type { FastifyInstance } from 'fastify';
import { fail } from './problem.ts';
import { kernelProblems } from './problems.ts';

const form = 'application/x-www-form-urlencoded';

/**
 * Reads forms, and only where a route says that it takes them: another site's page can send a form without asking, but no JSON, so what
 * is done with a cookie stays out of its reach.
 */
export function takeForms(app: FastifyInstance): void {
  app.addContentTypeParser(form, { parseAs: 'string', bodyLimit: 65_536 }, (request, body, done) => {
    const schema = request.routeOptions.schema as { consumes?: readonly string[] } | undefined;
    if (!schema?.consumes?.includes(form)) return done(fail(kernelProblems, 'request.unsupported_media_type'));
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}
