import type { z } from 'zod';
import type { CaseCounts, Cases, CasesQuery } from '../../../contract/inbox.ts';
import { dayOf } from '../../kernel/clock.ts';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts';
import { type Sql, sql } from '../../kernel/db.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { type SummaryRow, summaries, summaryView } from '../cases/index.ts';
import { areaOf, countUpTo, type Filter, listCondition } from './queries.ts';

export { savedFilters as myFilters } from './queries.ts';

export async function conditionOf({ tx, actor, now }: Deed, world: World, filter: Filter): Promise<Sql> {
  const area = filter.area ? await areaOf(tx, filter.area) : undefined;
  if (filter.area && !area) return sql`false`;
  const scope = world.scopeOf(actor, 'case.read');
  const bodies = actor.grants.flatMap(({ organizationId }) => organizationId ?? []);
  return listCondition({ filter, area, scope, accountId: actor.accountId, bodies, now, day: dayOf(now) });
}

const never = '2999-12-31T00:00:00Z';

/** One page, newest first or by deadline (cases without one last). */
export async function casePage(deed: Deed, world: World, asked: z.output<typeof CasesQuery>): Promise<Cases> {
  const { sort, cursor, limit, ...filter } = asked;
  const condition = await conditionOf(deed, world, filter);
  const [at, id] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [];
  const byDue = sort === 'due';
  const onwards =
    at === undefined
      ? sql`true`
      : byDue
        ? sql`(c.due_at, c.id) > (${at}, ${id})`
        : sql`(c.raised_at, c.id) < (${at}, ${id})`;
  const order = byDue
    ? sql`and c.due_at is not null order by c.due_at, c.id`
    : sql`order by c.raised_at desc, c.id desc`;
  const rows = await summaries(deed.tx, sql`${condition} and ${onwards}`, sql`${order} limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const position = (row: SummaryRow) => encodeCursor([byDue ? (row.dueAt ?? never) : row.raisedAt, row.id]);
  return {
    items: shown.map((row) => summaryView(row, deed.now, deed.language)),
    nextCursor: rows.length > limit && last ? position(last) : null,
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
