import { uuidv7 } from 'uuidv7';
import type { CaseKind } from '../../../contract/cases.ts';
import { appendEvents } from '../../kernel/audit.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/db.ts';
import { appendFacts } from '../../kernel/facts.ts';
import { foldHan, searchPieces } from '../../kernel/han.ts';
import type { World } from '../../kernel/world.ts';
import { caseNumber } from '../cases/index.ts';
import { insertImported, knownKeys } from './queries.ts';

/** A letter with its official reply, as it was handled somewhere else. */
export interface Letter {
  /** Names the letter for good: a second import of the same key adds nothing. */
  externalKey: string;
  title: string;
  body: string;
  kind: CaseKind;
  raisedAt: Date | string;
  resolution: string;
  resolvedAt: Date | string;
  place?: string;
  /** How the source names the one who wrote; not a person here, and shown masked. */
  raiserLabel?: string;
}

function instant(value: Date | string): string {
  return typeof value === 'string' ? value : value.toISOString();
}

/**
 * Files letters as closed cases of an area, with the dates they really had. They count as raised, resolved and closed on those
 * days; nobody confirmed them, so they are in no rate.
 */
export async function importClosedCases(
  tx: Tx,
  world: World,
  areaId: string,
  letters: readonly Letter[],
): Promise<{ added: number; skipped: number }> {
  const tenantId = tx.context.tenantId;
  const known = new Set(
    await knownKeys(
      tx,
      letters.map((letter) => letter.externalKey),
    ),
  );
  const fresh = letters.filter((letter) => !known.has(letter.externalKey));
  const rows = await Promise.all(
    fresh.map(
      async ({ externalKey, title, body, kind, raisedAt, resolution, resolvedAt, place = '', raiserLabel = '' }) => {
        const number = caseNumber(
          dayOf(raisedAt),
          await world.nextSerial(tenantId, `case:${dayOf(raisedAt).slice(0, 7)}`),
        );
        const folded = foldHan([number, title, body, place].filter(Boolean).join(' '));
        const id = uuidv7();
        const times = { raisedAt: instant(raisedAt), resolvedAt: instant(resolvedAt) };
        return {
          id,
          number,
          externalKey,
          title,
          body,
          kind,
          ...times,
          resolution,
          place,
          raiserLabel,
          folded,
          pieces: searchPieces(folded),
        };
      },
    ),
  );
  const filed = new Map((await insertImported(tx, areaId, rows)).map((row) => [row.id, row]));
  const added = rows.flatMap(({ id, raisedAt, resolvedAt }) => {
    const row = filed.get(id);
    return row ? [{ ...row, raisedAt, resolvedAt }] : [];
  });
  appendEvents(
    tx,
    added.map(({ id, raisedAt }) => ({ subjectKind: 'case', subjectId: id, verb: 'import', at: raisedAt })),
  );
  // Without times: a letter's days are those of its paper, often without an hour.
  appendFacts(
    tx,
    added.flatMap(({ id, raisedAt, resolvedAt, communityId, gridId }) => {
      const about = { amount: 1, unit: 'case', subjectKind: 'case', subjectId: id, communityId, gridId };
      return [
        { metric: 'case_raised', day: dayOf(raisedAt), ...about },
        { metric: 'case_resolved', day: dayOf(resolvedAt), ...about },
        { metric: 'case_closed', day: dayOf(resolvedAt), ...about },
        { metric: 'case_closed_community', day: dayOf(resolvedAt), ...about },
      ];
    }),
  );
  return { added: filed.size, skipped: letters.length - filed.size };
}
