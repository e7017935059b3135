import { fail } from './problem.ts';
import { kernelProblems } from './problems.ts';

/** A keyset position on the wire: opaque to clients, checked when it comes back. */
export function encodeCursor(position: readonly string[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

const plain = /^[\w:.+-]{1,64}$/;

export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(position) &&
      position.length === length &&
      position.every((part) => typeof part === 'string' && plain.test(part))
    ) {
      return position as string[];
    }
  } catch {
    // Falls through: whatever cannot be read is not a position of ours.
  }
  throw fail(kernelProblems, 'request.bad_cursor');
}
