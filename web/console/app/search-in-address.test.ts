import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from './search-in-address.ts';

test('what is written into an address is read back the same, as plain words', () => {
  const search = { state: 'accepted,reopened', q: '3号楼 & 5%', open: 'true' };
  const text = stringifySearch(search);
  expect(text).toContain('state=accepted,reopened');
  expect(text).toContain('open=true');
  expect(parseSearch(text)).toEqual(search);
});

test('what is not set leaves no trace', () => {
  expect(stringifySearch({ area: undefined, q: '' })).toBe('');
});
