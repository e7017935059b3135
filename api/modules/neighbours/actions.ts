import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { casesProblems } from '../../../contract/cases.ts';
import { type MergeCase, neighboursProblems } from '../../../contract/neighbours.ts';
import { sql } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { announce, type CaseRow, caseFor, count, fileToday, moveCase, record } from '../cases/index.ts';
import { handlersOf } from '../handling/index.ts';
import { closeParts } from '../joint/index.ts';
import { personOf } from '../notices/index.ts';
import { dropRequest, suspendAgain } from '../pauses/index.ts';
import { callOffAll } from '../whistles/index.ts';
import * as queries from './queries.ts';
import { mayUndoMerger } from './rules.ts';

/** 我也是: follows a case of a neighbour. Counts once a person and case, however often they change their mind. */
export async function joinCase({ tx, now }: Deed, id: string): Promise<void> {
  const [row] = await queries.joinable(tx, id);
  if (!row) throw fail(neighboursProblems, 'neighbours.not_found');
  if (row.mine) throw fail(neighboursProblems, 'neighbours.own_case');
  const { first, changed } = await queries.follow(tx, uuidv7(), id, now);
  if (!changed) return;
  await queries.recountFollowers(tx, id);
  record(tx, id, 'join', now);
  if (first) count(tx, await queries.placeOf(tx, id), ['case_joined'], now, tx.context.accountId);
}

export async function leaveCase({ tx, now }: Deed, id: string): Promise<void> {
  if ((await queries.unfollow(tx, id, now)) === 0) throw fail(neighboursProblems, 'neighbours.not_found');
  await queries.recountFollowers(tx, id);
  record(tx, id, 'leave', now);
}

/**
 * Makes several cases one: those merged end where they stand, their raisers follow the one that goes on and are told. Locked in the order of
 * their ids, so that two mergers of the same cases wait for each other instead of for ever.
 */
export async function mergeCases(
  deed: Deed,
  world: World,
  id: string,
  { into, others, reason }: z.output<typeof MergeCase>,
  version?: number,
): Promise<void> {
  const merged = [...new Set([id, ...others])];
  if (merged.includes(into)) throw fail(neighboursProblems, 'neighbours.merged_into_itself');
  const rows = new Map<string, CaseRow>();
  for (const one of [...merged, into].toSorted())
    rows.set(one, await caseFor(deed, world, one, 'merge', one === id ? version : undefined));
  const lead = rows.get(into);
  if (!lead) throw fail(casesProblems, 'cases.not_found');
  for (const one of merged) await mergeOne(deed, rows.get(one) as CaseRow, lead, reason);
  await queries.recountFollowers(deed.tx, into);
  announce(deed, personOf(lead.raiserId), 'case.merged_in', lead);
}

async function mergeOne(deed: Deed, row: CaseRow, lead: CaseRow, reason: string): Promise<void> {
  const { tx, now } = deed;
  await closeParts(deed, row, reason);
  await callOffAll(deed, row, reason);
  await dropRequest(deed, row, reason);
  const merger = uuidv7();
  queries.insertMerger(tx, { id: merger, caseId: row.id, intoId: lead.id, reason, stateBefore: row.state, at: now });
  moveCase(tx, row.id, 'merged', sql`, merged_into = ${lead.id}, closed_at = ${now}`);
  await queries.bringFollowers(tx, row.id, lead.id, now);
  record(tx, row.id, 'merge', now, { row: merger, reason, into: lead.number });
  record(tx, lead.id, 'merge', now, { row: merger, merged: row.number });
  count(tx, row, ['case_merged'], now);
  announce(deed, personOf(row.raiserId), 'case.merged', row);
  if (row.handlerOrganizationId)
    announce(deed, handlersOf(row.handlerOrganizationId, row.handlerAccountId, now), 'case.merged_away', row, {
      lead: lead.number,
    });
}

/** Takes a merger back within 24 hours: the case stands where it stood before. What the merger ended has to be asked for anew. */
export async function unmergeCase(deed: Deed, world: World, id: string, version?: number): Promise<void> {
  const { tx, now } = deed;
  const row = await caseFor(deed, world, id, 'unmerge', version);
  const { id: merger, intoId, stateBefore, at } = await queries.mergerOf(tx, id);
  if (!mayUndoMerger(at, now)) throw fail(neighboursProblems, 'neighbours.merge_settled');
  queries.undoMerger(tx, merger, now);
  await fileToday(deed, row);
  moveCase(tx, id, stateBefore, sql`, merged_into = null, closed_at = null`);
  await queries.takeFollowersBack(tx, id, intoId, now);
  await queries.recountFollowers(tx, intoId);
  record(tx, id, 'unmerge', now, { row: merger });
  announce(deed, personOf(row.raiserId), 'case.unmerged', row);
  if (stateBefore === 'suspended') await suspendAgain(deed, row);
}
