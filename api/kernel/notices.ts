import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { uuidv7 } from 'uuidv7';
import type { Notice } from '../../contract/notices.ts';
import { type Db, Sql, sql, type Tx } from './db.ts';

/** What a verb tells people. */
export interface NoticeText {
  code: string;
  params: Record<string, string>;
  subjectKind: string;
  subjectId: string;
  at: Date | string;
}

export interface Delivered {
  tenantId: string;
  accountId: string;
  notice: Notice;
}

const deliveries = new EventEmitter().setMaxListeners(0);

/** Whom a notice goes to: accounts known already, or a query giving `account_id`. */
export type Recipients = Sql | readonly string[];

interface Addressed {
  id: string;
  accountId: string;
}

/** Whoever asked for it gets the notice by e-mail as well; the letter is committed with the notice. */
const byMail = sql`app.post_notice(id, account_id, code, subject_kind, subject_id, at)`;

function writeToKnown(
  tx: Tx,
  accountIds: readonly string[],
  { code, params, subjectKind, subjectId }: NoticeText,
  at: string,
): Addressed[] {
  const others = [...new Set(accountIds)].filter((accountId) => accountId !== tx.context.accountId);
  return others.map((accountId) => {
    const id = uuidv7();
    tx.send(sql`
      insert into notice (tenant_id, id, account_id, code, params, subject_kind, subject_id, at)
      values (app.tenant(), ${id}, ${accountId}, ${code}, ${params}, ${subjectKind}, ${subjectId}, ${at})
      returning ${byMail}`);
    return { id, accountId };
  });
}

/** Writes one notice to each recipient except the actor; delivered after commit. */
export function tell(tx: Tx, recipients: Recipients, text: NoticeText): void {
  const at = typeof text.at === 'string' ? text.at : text.at.toISOString();
  let rows: Addressed[] = [];
  if (recipients instanceof Sql)
    tx.send<Addressed>(
      sql`
      insert into notice (tenant_id, id, account_id, code, params, subject_kind, subject_id, at)
      select app.tenant(), app.uuid7(), who.account_id, ${text.code}, ${text.params}::jsonb, ${text.subjectKind}, ${text.subjectId}, ${at}
      from (select distinct r.account_id from (${recipients}) r where r.account_id is distinct from app.account()) who
      returning id, account_id as "accountId", ${byMail}`,
      (written) => {
        rows = written;
      },
    );
  else rows = writeToKnown(tx, recipients, text, at);
  tx.afterCommit(() => {
    const { code, params, subjectKind, subjectId } = text;
    for (const { id, accountId } of rows) {
      const notice: Notice = { id, code, params, subjectKind, subjectId, at, readAt: null };
      deliveries.emit('notice', { tenantId: tx.context.tenantId, accountId, notice });
    }
  });
}

export function onDelivered(hear: (delivered: Delivered) => void): () => void {
  deliveries.on('notice', hear);
  return () => deliveries.off('notice', hear);
}

/**
 * Carries deliveries between processes. Not by NOTIFY inside the business transaction: that takes one lock for the whole server at commit
 * and so puts all writers in one queue; here what was committed in the last 50 ms goes out together, and a lost message costs only liveness.
 */
export async function shareDeliveries(db: Db): Promise<() => void> {
  const self = randomUUID();
  let waiting: Delivered[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    for (let i = 0; i < batch.length; i += 10) {
      void db
        .notify('linju_notice', JSON.stringify({ from: self, batch: batch.slice(i, i + 10) }))
        .catch(() => undefined);
    }
  };
  const stop = onDelivered((delivered) => {
    if (remote) return;
    if (waiting.length === 0) setTimeout(flush, 50).unref();
    if (waiting.length < 1_000) waiting.push(delivered);
  });
  let remote = false;
  await db.listen('linju_notice', (payload) => {
    if (!payload) return;
    const { from, batch } = JSON.parse(payload) as { from: string; batch: Delivered[] };
    if (from === self) return;
    remote = true;
    for (const delivered of batch) deliveries.emit('notice', delivered);
    remote = false;
  });
  return stop;
}
