import { uuidv7 } from 'uuidv7';
import { type Db, sql } from './db.ts';

interface Block {
  next: number;
  end: number;
  size: number;
  takenAt: number;
}

/**
 * Numbers of a series, in order, never twice. They are taken in blocks in a transaction of their own: inside the business
 * transaction the counter's row lock would put all writers of a street in one queue until each has reached the disk.
 * A block is one number in quiet times and doubles while numbers run out within a second; what a restart leaves over is a gap.
 */
export function openSerials(db: Db): (tenantId: string, series: string) => Promise<number> {
  const blocks = new Map<string, Promise<Block>>();

  async function take(tenantId: string, series: string, size: number): Promise<Block> {
    const { last } = await db.transactionAside({ tenantId, accountId: null, reach: [] }, (tx) =>
      tx.one<{ last: number }>(sql`
        insert into serial_number (tenant_id, id, series, last) values (app.tenant(), ${uuidv7()}, ${series}, ${size})
        on conflict (tenant_id, series) do update set last = serial_number.last + ${size} returning last`),
    );
    return { next: last - size + 1, end: last, size, takenAt: Date.now() };
  }

  return async function next(tenantId, series) {
    const key = `${tenantId}:${series}`;
    const before = blocks.get(key);
    const turn = (async () => {
      const block = await before?.catch(() => undefined);
      if (block && block.next < block.end) return { ...block, next: block.next + 1 };
      const busy = block !== undefined && Date.now() - block.takenAt < 1_000;
      return take(tenantId, series, busy ? Math.min(block.size * 2, 64) : 1);
    })();
    blocks.set(key, turn);
    return (await turn).next;
  };
}
