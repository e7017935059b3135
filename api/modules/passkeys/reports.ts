import type { Passkey } from '../../../contract/passkeys.ts';
import type { Tx } from '../../kernel/db.ts';
import { passkeysOf } from './queries.ts';

export async function passkeyList(tx: Tx, accountId: string): Promise<Passkey[]> {
  const rows = await passkeysOf(tx, accountId);
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
}
