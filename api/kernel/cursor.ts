import { z } from 'zod';
import { Day, Id, Instant } from '../../contract/wire.ts';
import { fail } from './problem.ts';
import { kernelProblems } from './problems.ts';

/** A keyset position on the wire: opaque to clients, checked when it comes back. */
export function encodeCursor(position: readonly string[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

const kinds = { instant: Instant, day: Day, id: Id, number: z.string().regex(/^\d{1,9}$/) } as const;

/** The parts of a position, each of the kind it was written with: nothing else reaches a query. */
export function decodeCursor(cursor: string, wanted: readonly (keyof typeof kinds)[]): string[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(position) &&
      position.length === wanted.length &&
      wanted.every((kind, index) => kinds[kind].safeParse(position[index]).success)
    ) {
      return position as string[];
    }
  } catch {
    // Falls through: whatever cannot be read is not a position of ours.
  }
  throw fail(kernelProblems, 'request.bad_cursor');
}
