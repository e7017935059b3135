import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { type AnswerCheck, type AskChecks, elsewhereProblems } from '../../../contract/elsewhere.ts';
import { dayOf } from '../../kernel/clock.ts';
import { sql } from '../../kernel/db.ts';
import { covers } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { announce, attach, caseFor, caseNumber, count, moveCase, record, remember } from '../cases/index.ts';
import { deskOf } from '../notices/index.ts';
import * as queries from './queries.ts';
import { checkTitle, lookedBy } from './rules.ts';

/** 举一反三: a check at each of the places, given to whoever walks there. `serials` number the new cases, one each. */
export async function askChecks(
  deed: Deed,
  world: World,
  id: string,
  { areaIds, words }: AskChecks,
  serials: readonly number[],
): Promise<void> {
  const { tx, scope, now } = deed;
  const origin = await caseFor(deed, world, id, 'check_elsewhere');
  const places = await queries.placesOf(tx, areaIds);
  const nobody = { raiserId: null, handlerOrganizationId: null };
  if (places.length !== new Set(areaIds).size || !places.every((place) => covers(scope, { ...place, ...nobody })))
    throw fail(elsewhereProblems, 'elsewhere.unknown_place');
  const title = checkTitle(origin.title);
  for (const [index, place] of places.entries()) {
    const check = { id: uuidv7(), number: caseNumber(dayOf(now), serials[index] ?? 0), title };
    await queries.insertCheck(tx, { ...check, originId: id, words, areaId: place.id, at: now, ...lookedBy(now) });
    queries.insertLink(tx, check.id, id, now);
    remember(tx, check.id, now, [check.number, title, words]);
    record(tx, check.id, 'raise', now, { source: 'check' });
    const { communityId, gridId } = place;
    count(tx, { id: check.id, categoryId: origin.categoryId, communityId, gridId }, ['case_spread'], now);
    announce(deed, queries.walkersOf(place, now), 'case.check_asked', check);
  }
  record(tx, id, 'check_elsewhere', now, { count: places.length, reason: words });
}

/** Nothing there closes the check; found makes it a case like any other, for the desk to give to somebody. */
export async function answerCheck(
  deed: Deed,
  world: World,
  id: string,
  { found, words = '', photoIds }: z.output<typeof AnswerCheck>,
): Promise<void> {
  const { tx, now } = deed;
  const row = await caseFor(deed, world, id, 'note');
  const check = await queries.unansweredCheck(tx, id);
  if (!check || row.state !== 'in_progress') throw fail(elsewhereProblems, 'elsewhere.answered_already');
  queries.answer(tx, id, found, words, now);
  await attach(deed, id, photoIds, 'note');
  moveCase(tx, id, found ? 'accepted' : 'closed', found ? sql`, level = 'community'` : sql`, closed_at = ${now}`);
  record(tx, id, found ? 'find_same' : 'find_clear', now, words ? { reason: words } : {});
  if (!found) return;
  count(tx, row, ['case_raised'], now);
  const told = sql`select ${check.askedBy}::uuid as account_id union all ${deskOf(row.communityId, null, now)}`;
  announce(deed, told, 'case.check_found', row, { words });
}
