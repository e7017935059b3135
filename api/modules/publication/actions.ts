import { uuidv7 } from 'uuidv7';
import { casesProblems } from '../../../contract/cases.ts';
import { type PublishCase, publicationProblems } from '../../../contract/publication.ts';
import { sql } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { announce, caseFor, moveCase, record } from '../cases/index.ts';
import { personOf } from '../notices/index.ts';
import * as queries from './queries.ts';

/** Shows a case to the neighbours, or no longer. Only its raiser shows it; what the desk took back stays back. */
export async function publishCase(
  deed: Deed,
  world: World,
  id: string,
  { published, reason = '' }: PublishCase,
  version?: number,
): Promise<void> {
  const { tx, actor, now } = deed;
  const row = await caseFor(deed, world, id, 'publish', version);
  const mine = row.raiserId === actor.accountId;
  if (!mine && published) throw fail(casesProblems, 'cases.not_yours_to_move');
  if (!mine && reason === '') throw fail(publicationProblems, 'publication.reason_needed');
  const takenBack = await queries.isTakenBack(tx, id);
  // Said twice is said once; what its raiser hid already the desk may still take back, so that it stays back.
  if (published === (row.publishedAt !== null) && (mine || takenBack)) return;
  if (published && takenBack) throw fail(publicationProblems, 'publication.taken_back');
  queries.insertPublication(tx, { id: uuidv7(), caseId: id, published, reason: mine ? '' : reason, at: now });
  moveCase(tx, id, row.state, sql`, published_at = ${published ? now : null}::timestamptz`);
  record(tx, id, published ? 'publish' : 'unpublish', now, mine ? {} : { reason });
  if (!mine) announce(deed, personOf(row.raiserId), 'case.unpublished', row, { words: reason });
}
