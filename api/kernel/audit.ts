import { uuidv7 } from 'uuidv7';
import { sql, type Tx } from './db.ts';

/** One entry of the record of who did what. `data` holds no personal field. */
export interface EventEntry {
  subjectKind: string;
  subjectId: string;
  verb: string;
  at: Date | string;
  data?: Record<string, unknown>;
}

/** Appends to the subject's chain of events; the actor is the transaction's. */
export function appendEvent(tx: Tx, { subjectKind, subjectId, verb, at, data = {} }: EventEntry): void {
  tx.send(
    sql`select app.append_event(${uuidv7()}, ${subjectKind}, ${subjectId}, ${verb}, ${at}, ${JSON.stringify(data)}::jsonb)`,
    () => undefined,
  );
}

/** Appends to many chains with one statement. */
export function appendEvents(tx: Tx, entries: readonly EventEntry[]): void {
  const rows = entries.map(({ data = {}, ...entry }) => ({ ...entry, data, id: uuidv7() }));
  tx.send(sql`
    select app.append_event(j.id, j."subjectKind", j."subjectId", j.verb, j.at, j.data)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, "subjectKind" text, "subjectId" uuid, verb text, at timestamptz, data jsonb)`);
}

export interface BrokenLink {
  subjectKind: string;
  subjectId: string;
  seq: number;
}

/** Recomputes every hash of the tenant in one pass; gives back what does not fit its predecessor, or follows a gap. */
export async function verifyEvents(tx: Tx): Promise<{ checked: number; broken: BrokenLink[] }> {
  const { checked } = await tx.one<{ checked: number }>(
    sql`select count(*) as checked from event where tenant_id = app.tenant()`,
  );
  const broken = await tx.many<BrokenLink>(sql`
    select "subjectKind", "subjectId", seq from (
      select subject_kind as "subjectKind", subject_id as "subjectId", seq, hash,
        app.event_hash(lag(hash) over chain, subject_kind, subject_id, seq, verb, actor_id, at, data) as expected,
        row_number() over chain as position
      from event where tenant_id = app.tenant() window chain as (partition by subject_id order by seq)
    ) links where hash <> expected or seq <> position order by "subjectId", seq limit 100`);
  return { checked, broken };
}
