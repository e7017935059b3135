import type { z } from 'zod';
import type { CaseCounts, Cases, CasesQuery } from '../../../contract/inbox.ts';
import { dayOf } from '../../kernel/clock.ts';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts';
import { type Sql, sql } from '../../kernel/db.ts';
import { ownOnly } from '../../kernel/permissions.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { summaries, summaryView } from '../cases/index.ts';
import {
  after,
  areaOf,
  countUpTo,
  type Filter,
  listCondition,
  ordered,
  positionOf,
  type Searching,
  searchCases,
} from './queries.ts';
import { searchIsEnough } from './rules.ts';

export { savedFilters as myFilters } from './queries.ts';

/** Hits of a search that an order other than the newest first, or one more filter, chooses from. */
const manyHits = 5_000;
/** As many as an export holds. */
const allHits = 50_000;

async function searchOf(
  { tx, actor }: Deed,
  world: World,
  q: string,
  rest: Pick<Searching, 'filter' | 'area' | 'after' | 'limit'>,
): Promise<string[]> {
  const scope = rest.filter.view === 'mine' ? ownOnly(actor.accountId) : world.scopeOf(actor, 'case.read');
  const naming = world.scopeOf(actor, 'case.find_by_raiser');
  const staff = world.scopeOf(actor, 'case.note_internal');
  return searchCases(tx, { q, scope, naming, staff, ...rest });
}

interface Paging {
  after?: Searching['after'];
  /** How many are wanted after that. */
  page?: number;
  /** How many hits of a search the rest of the filter chooses from. */
  most?: number;
}

/** The condition on cases (table `c`) that a filter stands for, within what the actor may read. */
export async function conditionOf(
  deed: Deed,
  world: World,
  filter: Filter,
  { after: position, page = allHits, most = allHits }: Paging = {},
): Promise<Sql> {
  const { tx, actor, now } = deed;
  const area = filter.area ? await areaOf(tx, filter.area) : undefined;
  if (filter.area && !area) return sql`false`;
  const scope = world.scopeOf(actor, 'case.read');
  const bodies = actor.grants.flatMap(({ organizationId }) => organizationId ?? []);
  const found = filter.q
    ? await searchOf(deed, world, filter.q, {
        filter,
        area,
        after: position,
        limit: searchIsEnough(filter) ? page : most,
      })
    : undefined;
  return listCondition({ filter, area, scope, accountId: actor.accountId, bodies, now, day: dayOf(now), found });
}

/** One page, newest first or by deadline (cases without one last). */
export async function casePage(deed: Deed, world: World, asked: z.output<typeof CasesQuery>): Promise<Cases> {
  const { sort, cursor, limit, ...filter } = asked;
  const [at, id] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [];
  const condition = await conditionOf(deed, world, filter, {
    after: sort === 'newest' && at && id ? { at, id } : undefined,
    page: sort === 'newest' ? limit + 1 : manyHits,
    most: manyHits,
  });
  const rows = await summaries(deed.tx, sql`${condition} and ${after(sort, at, id)}`, ordered(sort, limit + 1));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => summaryView(row, deed.now, deed.language)),
    nextCursor: rows.length > limit && last ? encodeCursor([positionOf(sort, last), last.id]) : null,
  };
}

const everything: Filter = { view: 'all' };
const countedFilters: Readonly<Record<keyof CaseCounts, Filter>> = {
  toAccept: { ...everything, state: ['submitted'], open: true },
  toAssign: { ...everything, state: ['accepted', 'reopened'], open: true },
  dueToday: { ...everything, deadline: 'today' },
  overdue: { ...everything, deadline: 'overdue' },
  handling: { view: 'handling' },
  toConfirm: { ...everything, state: ['resolved'], open: true },
  open: { ...everything, open: true },
  mine: { view: 'mine', open: true },
};

export async function caseCounts(deed: Deed, world: World): Promise<CaseCounts> {
  const names = Object.keys(countedFilters) as (keyof CaseCounts)[];
  const counts = await Promise.all(
    names.map(
      async (name) => [name, await countUpTo(deed.tx, await conditionOf(deed, world, countedFilters[name]))] as const,
    ),
  );
  return Object.fromEntries(counts) as CaseCounts;
}
