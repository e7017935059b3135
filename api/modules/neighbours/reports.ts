import type { z } from 'zod';
import { casesProblems } from '../../../contract/cases.ts';
import {
  type FollowedCases,
  type FollowedQuery,
  type NeighbourCase,
  neighboursProblems,
  type SimilarCases,
  type SimilarQuery,
} from '../../../contract/neighbours.ts';
import { dayOf } from '../../kernel/clock.ts';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts';
import { bigrams, foldHan } from '../../kernel/han.ts';
import { type Labels, labelIn } from '../../kernel/language.ts';
import { reachCondition } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import * as queries from './queries.ts';
import { likeness } from './rules.ts';

const named = (labels: Labels | null, language: Deed['language']) => (labels ? labelIn(labels, language) : null);

/** What a neighbour may see of a row: its title only where it is public, or their own. */
export function neighbourView(row: queries.NeighbourRow, language: Deed['language'], known = false): NeighbourCase {
  const { id, state, danger, place, joinedTimes, following, mine } = row;
  return {
    ...{ id, state, danger, place, joinedTimes, following, mine },
    title: row.public || mine || known ? row.title : null,
    category: named(row.categoryLabels, language),
    raisedOn: dayOf(new Date(row.raisedAt)),
    closedOn: row.closedAt ? dayOf(new Date(row.closedAt)) : null,
    published: row.public,
  };
}

const offered = 5;

interface Sought {
  text: string;
  areaId: string | null;
  position: { lon: number; lat: number } | null;
  categoryId: string | null;
  except: string | null;
}

async function likely(deed: Deed, world: World, { text, ...place }: Sought): Promise<SimilarCases> {
  const { tx, actor, language } = deed;
  const grams = bigrams(foldHan(text)).slice(0, 64);
  const rows = await queries.around(tx, place, grams, reachCondition(world.scopeOf(actor, 'case.read')));
  const best = rows
    .map((row) => ({ ...row, likely: likeness({ ...row, readable: row.public || row.inReach }, grams.length) }))
    .filter(({ likely }) => likely > 0)
    .sort((a, b) => b.likely - a.likely)
    .slice(0, offered);
  if (best.length === 0) return { cases: [] };
  const shown = new Map(
    (
      await queries.withIds(
        tx,
        best.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const cases = best.flatMap(({ id, inReach }) => {
    const row = shown.get(id);
    return row ? [{ ...neighbourView(row, language, inReach), number: inReach ? row.number : null }] : [];
  });
  return { cases };
}

/** Open cases close by that may be the same as what is being typed. */
export function similarCases(deed: Deed, world: World, asked: z.output<typeof SimilarQuery>): Promise<SimilarCases> {
  const { text, area, lon, lat, category } = asked;
  const position = lon === undefined || lat === undefined ? null : { lon, lat };
  return likely(deed, world, { text, areaId: area ?? null, position, categoryId: category ?? null, except: null });
}

/** Open cases close by that may be the same as this one; only what the caller may read. */
export async function similarTo(deed: Deed, world: World, id: string): Promise<SimilarCases> {
  const reach = reachCondition(world.scopeOf(deed.actor, 'case.read'));
  const [own] = await queries.neighbourCases(deed.tx, queries.withId(id, reach));
  const words = own && (await queries.wordsOf(deed.tx, id));
  if (!words) throw fail(casesProblems, 'cases.not_found');
  const { text, areaId, categoryId, lon, lat } = words;
  const position = lon === null || lat === null ? null : { lon, lat };
  const { cases } = await likely(deed, world, { text, areaId, position, categoryId, except: id });
  return { cases: cases.filter(({ number }) => number !== null) };
}

export async function followedPage(
  deed: Deed,
  { cursor, limit }: z.output<typeof FollowedQuery>,
): Promise<FollowedCases> {
  const [since = '', id = ''] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [];
  const rows = await queries.followedCases(deed.tx, cursor ? [since, id] : undefined, limit + 1);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((row) => neighbourView(row, deed.language)),
    nextCursor: last ? encodeCursor([last.since, last.followerId]) : null,
  };
}

export async function followedView({ tx, language }: Deed, id: string): Promise<NeighbourCase> {
  const [row] = await queries.followedCase(tx, id);
  if (!row) throw fail(neighboursProblems, 'neighbours.not_found');
  return neighbourView(row, language);
}

export async function joinedView({ tx, language }: Deed, id: string): Promise<NeighbourCase> {
  const [row] = await queries.joinable(tx, id);
  if (!row) throw fail(neighboursProblems, 'neighbours.not_found');
  return neighbourView(row, language);
}
