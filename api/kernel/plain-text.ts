import type { FastifyRequest } from 'fastify';
import { fail } from './problem.ts';
import { kernelProblems } from './problems.ts';

// U+0000 fits no text of PostgreSQL, half a surrogate pair no jsonb: both would come back as a fault of ours.
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (Array.isArray(value)) return value.every(isStorable);
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}

/** Refuses text that no database column could keep, before any schema or verb sees it. */
export async function refuseUnstorable(request: FastifyRequest): Promise<void> {
  if (![request.body, request.query, request.params].every(isStorable))
    throw fail(kernelProblems, 'request.unreadable');
}
