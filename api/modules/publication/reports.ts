import type { z } from 'zod';
import type { Street } from '../../../contract/accounts.ts';
import type { NeighbourCase } from '../../../contract/neighbours.ts';
import {
  type PublicCase,
  type PublicCases,
  type PublicCasesQuery,
  type PublicPlan,
  publicationProblems,
} from '../../../contract/publication.ts';
import type { Language } from '../../../contract/wire.ts';
import { type Actor, contextOf } from '../../kernel/actor.ts';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts';
import type { Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { fail } from '../../kernel/problem.ts';
import type { World } from '../../kernel/world.ts';
import { streetsView } from '../accounts/index.ts';
import { neighbourCases, neighbourView } from '../neighbours/index.ts';
import * as queries from './queries.ts';
import { withoutNumbers } from './rules.ts';

/** Whoever asks, perhaps nobody known, and of which street. */
export interface Asker {
  actor: Actor | undefined;
  language: Language;
  street: string | undefined;
}

/** Reads in the street that was asked for: as the person, where they belong to it, else as nobody who works anywhere. */
async function inStreet<T>(
  world: World,
  { actor, street }: Asker,
  work: (tx: Tx, street: Street) => Promise<T>,
): Promise<T> {
  const { streets } = await streetsView(world);
  const found =
    street === undefined
      ? (streets.find(({ id }) => id === actor?.tenantId) ?? (streets.length === 1 ? streets[0] : undefined))
      : streets.find(({ code }) => code === street);
  if (!found) throw fail(publicationProblems, 'publication.unknown_street');
  const own = actor?.tenantId === found.id ? actor : undefined;
  const context = own ? contextOf(own) : { tenantId: found.id, accountId: null, reach: [] };
  return world.db.transaction(context, (tx) => work(tx, found));
}

function told(one: NeighbourCase): NeighbourCase {
  return { ...one, title: one.title === null ? null : withoutNumbers(one.title) };
}

export function publicPage(world: World, asker: Asker, asked: z.output<typeof PublicCasesQuery>): Promise<PublicCases> {
  const { cursor, limit, state, category, area } = asked;
  const [at = '', id = ''] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [];
  const condition = queries.publicCondition({ state, category, area, after: cursor ? [at, id] : undefined });
  return inStreet(world, asker, async (tx) => {
    const rows = await neighbourCases(tx, condition, queries.newestFirst(limit + 1));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => told(neighbourView(row, asker.language))),
      nextCursor: last ? encodeCursor([last.raisedAt, last.id]) : null,
    };
  });
}

export function publicView(world: World, asker: Asker, id: string): Promise<PublicCase> {
  return inStreet(world, asker, async (tx) => {
    const [row] = await neighbourCases(tx, queries.withId(id));
    if (!row) throw fail(publicationProblems, 'publication.not_found');
    return { ...told(neighbourView(row, asker.language)), body: withoutNumbers(await queries.bodyOf(tx, id)) };
  });
}

const position = ({ lon, lat }: { lon: number | null; lat: number | null }) =>
  lon === null || lat === null ? null : { lon, lat };

export function planView(world: World, asker: Asker): Promise<PublicPlan> {
  return inStreet(world, asker, async (tx, { code, name, phone }) => {
    const [areas, points, categories] = await Promise.all([
      queries.planAreas(tx),
      queries.planPoints(tx),
      queries.publicCategories(tx),
    ]);
    return {
      street: { code, name, phone },
      areas: areas.map((area) => ({ ...area, center: position(area) })),
      points: points.map(({ lon, lat, ...point }) => ({ ...point, center: { lon, lat } })),
      categories: categories.map(({ id, labels }) => ({ id, name: labelIn(labels, asker.language) })),
    };
  });
}
