import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActiveGrant,
  covers,
  type PermissionTable,
  reachCondition,
  reachesNothing,
  scopeOf,
} from './permissions.ts';
import { statement } from './sql.ts';

const table: PermissionTable = {
  'case.read': {
    resident: ['own'],
    handler: ['handled', 'helping'],
    community_staff: ['own', 'area'],
    street_officer: ['street'],
  },
};
const grant = (
  roleSet: ActiveGrant['roleSet'],
  tier: ActiveGrant['tier'],
  areaId: string,
  organizationId: string | null = null,
) => ({
  ...{ roleSet, tier, areaId, organizationId },
});
const row = {
  raiserId: null,
  handlerOrganizationId: null,
  communityId: null,
  gridId: null,
  microGridId: null,
  buildingId: null,
  helperIds: [],
};
const scope = (...grants: ActiveGrant[]) => scopeOf(table, 'case.read', 'me', grants);

describe('reach', () => {
  it('is nothing without a grant, for another permission, and for a handler without a body', () => {
    expect(reachesNothing(scope())).toBe(true);
    expect(reachesNothing(scopeOf(table, 'case.accept', 'me', [grant('street_officer', 'street', 's')]))).toBe(true);
    expect(reachesNothing(scope(grant('handler', 'community', 'a')))).toBe(true);
    expect(covers(scope(), row)).toBe(false);
  });

  it('does not take an empty column for an empty reach', () => {
    expect(covers(scope(grant('community_staff', 'grid', 'g')), { ...row, communityId: 'g' })).toBe(false);
    expect(covers(scope(grant('resident', 'grid', 'g')), row)).toBe(false);
  });

  it.each([
    [grant('resident', 'grid', 'g'), { raiserId: 'me' }],
    [grant('handler', 'community', 'a', 'body'), { handlerOrganizationId: 'body' }],
    [grant('handler', 'community', 'a', 'body'), { helperIds: ['other', 'body'] }],
    [grant('community_staff', 'community', 'a'), { communityId: 'a' }],
    [grant('community_staff', 'grid', 'g'), { gridId: 'g' }],
    [grant('community_staff', 'micro_grid', 'm'), { microGridId: 'm' }],
    [grant('community_staff', 'building', 'b'), { buildingId: 'b' }],
    [grant('community_staff', 'street', 's'), {}],
    [grant('street_officer', 'street', 's'), {}],
  ])('%j reaches %j and nothing else', (given, fits) => {
    const whole = Object.keys(fits).length === 0;
    expect(covers(scope(given), { ...row, ...fits })).toBe(true);
    expect(covers(scope(given), { ...row, communityId: 'x', gridId: 'x', raiserId: 'x' })).toBe(whole);
  });

  it('adds up over several grants', () => {
    const both = scope(grant('community_staff', 'community', 'a'), grant('community_staff', 'community', 'b'));
    expect(both.communities).toEqual(['a', 'b']);
    expect(statement(reachCondition(both)).text).toBe('(c.community_id = any ($1::uuid[]) or c.raiser_id = $2)');
  });
});

// The condition for the database and the question about a row read already have to say the same.
describe('reachCondition and covers', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'me');
  const maybe = fc.option(id);
  const ids = fc.uniqueArray(id, { maxLength: 2 });
  const rows = fc.record({
    raiserId: maybe,
    handlerOrganizationId: maybe,
    communityId: maybe,
    gridId: maybe,
    microGridId: maybe,
    buildingId: maybe,
    helperIds: ids,
  });
  const scopes = fc.record({
    own: fc.option(fc.constant('me')),
    wholeStreet: fc.boolean(),
    bodies: ids,
    helping: ids,
    communities: ids,
    grids: ids,
    microGrids: ids,
    buildings: ids,
  });

  it('agree on every row and scope', () => {
    fc.assert(
      fc.property(scopes, rows, (asked, one) => {
        expect(decide(statement(reachCondition(asked)), one)).toBe(covers(asked, one));
      }),
      { numRuns: 2_000 },
    );
  });

  type Row = Record<Exclude<keyof typeof row, 'helperIds'>, string | null> & { helperIds: string[] };
  const columns: Record<string, keyof Row> = {
    'c.community_id': 'communityId',
    'c.grid_id': 'gridId',
    'c.micro_grid_id': 'microGridId',
    'c.building_id': 'buildingId',
    'c.handler_organization_id': 'handlerOrganizationId',
    'c.raiser_id': 'raiserId',
    'h.organization_id': 'helperIds',
  };

  /** Works the few forms of SQL out that reachCondition writes. */
  function decide({ text, values }: { text: string; values: unknown[] }, one: Row): boolean {
    if (text === 'true' || text === 'false') return text === 'true';
    return text
      .replace(/c\.id = any \(array\(select .*? and (h\.organization_id .*?)\)\)/, '$1')
      .replace(/^\(+|\)+$/g, '')
      .replaceAll('(', '')
      .replaceAll(')', '')
      .split(' or ')
      .some((part) => {
        const [, column = '', number = ''] = /^(\S+) = (?:any )?\$(\d+)/.exec(part) ?? [];
        const key = columns[column];
        if (!key) throw new Error(`unknown form: ${part}`);
        const given = values[Number(number) - 1];
        const stands = [one[key]].flat();
        return stands.some(
          (value) => value !== null && (Array.isArray(given) ? given.includes(value) : given === value),
        );
      });
  }
});
