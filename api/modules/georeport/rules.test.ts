import { describe, expect, it } from 'vitest';
import { nameAndFormat, nameOf } from './rules.ts';

describe('the file asked for', () => {
  it.each([
    ['requests.json', { name: 'requests', format: 'json' }],
    ['2611-0183.xml', { name: '2611-0183', format: 'xml' }],
    ['a.b.json', { name: 'a.b', format: 'json' }],
    ['requests.csv', undefined],
    ['.json', undefined],
    ['requests', undefined],
  ])('%s', (file, expected) => {
    expect(nameAndFormat(file)).toEqual(expected);
  });
});

it.each([
  [{ first_name: '桂花', last_name: '陈' }, '陈桂花'],
  [{ first_name: 'Ada', last_name: 'Li' }, 'Ada Li'],
  [{ last_name: '陈' }, '陈'],
  [{}, undefined],
])('names a person as written: %o', (given, name) => {
  expect(nameOf(given)).toBe(name);
});
