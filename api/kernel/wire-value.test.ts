import { describe, expect, it } from 'vitest';
import { wireValue } from './wire-value.ts';

describe('a value on its way to PostgreSQL', () => {
  it.each([
    ['nothing as null', undefined, null],
    ['a number as its digits', 1.5, '1.5'],
    ['no as no', false, 'false'],
    ['an instant in UTC', new Date('2026-11-21T08:00:00.123+08:00'), '2026-11-21T00:00:00.123Z'],
    ['an object as JSON', { a: ['b'] }, '{"a":["b"]}'],
    ['a list as an array', ['a', null, 2], '{"a",NULL,"2"}'],
    ['an empty list as an empty array', [], '{}'],
    ['lists in a list as an array of arrays', [['a'], ['b']], '{{"a"},{"b"}}'],
    [
      'what an array would read as its own signs',
      ['a"b', 'c\\d', '{e,f}', 'NULL'],
      '{"a\\"b","c\\\\d","{e,f}","NULL"}',
    ],
  ])('goes %s', (_, value, sent) => {
    expect(wireValue(value)).toEqual(sent);
  });

  it('goes as bytes when it is bytes, but not within a list', () => {
    expect(wireValue(Buffer.from('ab'))).toEqual(Buffer.from('ab'));
    expect(() => wireValue([Buffer.from('ab')])).toThrow('bytes in an array');
  });
});
