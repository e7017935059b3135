import type { ProposedDeadline } from '../../../contract/deadlines.ts';
import type { Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { type CaseRow, caseFor } from '../cases/index.ts';
import { type CaseDeadline, classFor, deadlineAt, deadlineWithin } from '../deadlines/index.ts';
import { keepsDeadline } from './rules.ts';

type Timed = Pick<CaseRow, 'categoryId' | 'assignedAt' | 'dueAt' | 'wantedBy'>;

/** The deadline of a case that is given to a body now; undefined where it keeps the one it has. */
export async function deadlineFor(
  tx: Tx,
  row: Timed,
  now: Date,
  given: string | undefined,
): Promise<CaseDeadline | undefined> {
  if (given === undefined && keepsDeadline(row.assignedAt, row.dueAt, now)) return undefined;
  const wanted = row.wantedBy !== null && Date.parse(row.wantedBy) > now.getTime() ? row.wantedBy : null;
  if (given === undefined) return deadlineWithin(tx, row.categoryId, now, wanted);
  const { unit } = await classFor(tx, row.categoryId);
  return deadlineAt(tx, new Date(given), unit, now);
}

/** What the one who assigns is shown before. */
export async function proposedDeadline(deed: Deed, world: World, id: string): Promise<ProposedDeadline> {
  const { tx, now, language } = deed;
  const row = await caseFor(deed, world, id, 'assign');
  const { labels, amount, unit, basis } = await classFor(tx, row.categoryId);
  const fresh = await deadlineFor(tx, row, now, undefined);
  return {
    dueAt: fresh?.dueAt.toISOString() ?? row.dueAt ?? now.toISOString(),
    nearAt: fresh?.nearAt.toISOString() ?? row.nearAt ?? now.toISOString(),
    allowed: { amount, unit },
    className: labelIn(labels, language),
    basis,
  };
}
