import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const id = '019aa5b0-0000-7000-8000-000000000000';
const raw = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('cursor', () => {
  it('comes back as it went out, to the microsecond', () => {
    const position = ['2026-11-21T08:00:00.123456Z', id];
    expect(decodeCursor(encodeCursor(position), ['instant', 'id'])).toEqual(position);
  });

  it.each([
    ['not base64 of ours', '%%%'],
    ['another number of parts', raw([id])],
    ['a part of another kind', raw([id, id])],
    ['a day that never was', raw(['2026-02-30T00:00:00Z', id])],
    ['no text', raw([1, 2])],
    ['no list', raw({ 0: id })],
    ['SQL', raw(["' or true --", id])],
  ])('refuses %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, ['instant', 'id'])).toThrow('request.bad_cursor');
  });
});
