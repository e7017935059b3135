import { expect, test } from 'vitest';
import { CasesQuery } from '../../../../contract/inbox.ts';
import { filterOf, isEmpty, queryOf, readSearch, sameFilter, tabFilters, usualSort } from './filter.ts';

test('an address typed by hand keeps what is known and loses the rest', () => {
  expect(readSearch({ state: 'accepted', q: 12345, sort: 'due', colour: 'red', case: 'x' })).toEqual({
    state: 'accepted',
    q: '12345',
    sort: 'due',
    case: 'x',
  });
  expect(isEmpty(filterOf({ colour: 'red' }))).toBe(true);
});

test('every tab is a filter the API takes, and no two tabs are the same', () => {
  const tabs = Object.values(tabFilters);
  for (const filter of tabs)
    expect(CasesQuery.safeParse({ ...queryOf(filter), sort: usualSort(filter) }).success).toBe(true);
  for (const [i, one] of tabs.entries())
    for (const other of tabs.slice(i + 1)) expect(sameFilter(one, other)).toBe(false);
});

test('supervised and not supervised are two filters, and no choice is neither', () => {
  expect(queryOf({ supervised: 'true' })).toEqual({ supervised: 'true' });
  expect(CasesQuery.parse(queryOf({ supervised: 'false' })).supervised).toBe(false);
  expect(queryOf({})).not.toHaveProperty('supervised');
});

test('a list in the address becomes repeated keys', () => {
  expect(queryOf({ state: 'accepted,reopened', source: 'phone', open: 'true' })).toEqual({
    state: ['accepted', 'reopened'],
    source: ['phone'],
    open: 'true',
  });
});
