import { uuidv7 } from 'uuidv7';
import { type CaseLevel, casesProblems } from '../../../contract/cases.ts';
import { sql } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { announce, caseFor, count, levelAfter, moveCase, record } from '../cases/index.ts';
import { insertNote } from '../handling/index.ts';
import { deskAt, personOf } from '../notices/index.ts';

/** The case has no handler from here on; the time allowed runs on, because it is the raiser's. */
const withoutHandler = sql`, handler_organization_id = null, handler_account_id = null, signed_at = null`;

/** 退单: the body that was given the case gives it back to the desk it came from. */
export async function sendBack(deed: Deed, world: World, id: string, words: string, version?: number): Promise<void> {
  const { tx, now } = deed;
  const row = await caseFor(deed, world, id, 'send_back', version);
  const note = uuidv7();
  insertNote(tx, note, id, 'internal', words, now);
  const level: CaseLevel = row.level === 'department' ? 'community' : row.level;
  moveCase(tx, id, 'accepted', sql`${withoutHandler}, level = ${level}`);
  record(tx, id, 'send_back', now, { row: note, organization: row.handlerOrganizationId });
  count(tx, row, ['case_sent_back'], now);
  announce(deed, deskAt(level, row, now), 'case.sent_back', row, { words: short(words) });
}

/** To the desk above 上报 or below 下派; who had the case so far is relieved of it. */
export async function handOver(
  deed: Deed,
  world: World,
  id: string,
  verb: 'hand_up' | 'hand_down',
  words: string,
  version?: number,
): Promise<void> {
  const { tx, now } = deed;
  const row = await caseFor(deed, world, id, verb, version);
  const to = levelAfter(verb, row);
  if (!to) throw fail(casesProblems, 'cases.illegal_move');
  const note = uuidv7();
  insertNote(tx, note, id, 'internal', words, now);
  moveCase(tx, id, 'accepted', sql`${withoutHandler}, accepted_at = coalesce(accepted_at, ${now}), level = ${to}`);
  record(tx, id, verb, now, { row: note, from: row.level, to });
  count(tx, row, [verb === 'hand_up' ? 'case_handed_up' : 'case_handed_down'], now);
  announce(deed, deskAt(to, row, now), 'case.handed_over', row, { words: short(words) });
  if (row.state === 'submitted') announce(deed, personOf(row.raiserId), 'case.accepted', row);
}

const short = (words: string) => [...words].slice(0, 80).join('');
