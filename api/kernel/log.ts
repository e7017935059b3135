import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';
import { redactLine } from './redaction.ts';

export type Log = Logger;

/** Opens the log: one JSON object per line. Phone numbers, ID numbers and secrets are masked before a line is written. */
export function openLog(level: string, destination: DestinationStream = pino.destination({ sync: false })): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: failure, error: failure, req: requestLine, res: replyLine },
      hooks: { streamWrite: redactLine },
    },
    destination,
  );
}

/** Writes the one line a request leaves: never its URL, query, headers or body. */
export function logReply(request: FastifyRequest, reply: FastifyReply): void {
  const line = { ...requestLine(request), ...replyLine(reply), ms: Math.round(reply.elapsedTime * 10) / 10 };
  if (reply.statusCode >= 500) request.log.error(line, 'request');
  else request.log.info(line, 'request');
}

function requestLine(request: FastifyRequest) {
  return { requestId: request.id, method: request.method, route: request.routeOptions?.url ?? '(none)' };
}

function replyLine(reply: FastifyReply) {
  return { status: reply.statusCode };
}

/** Of a database error only what names the place: its detail quotes the row, its message may quote the value. */
function failure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint, table, column } = error as Error & Record<string, unknown>;
  return {
    type: error.name,
    message: error.message,
    code,
    constraint,
    table,
    column,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: failure(error.cause) }),
  };
}
