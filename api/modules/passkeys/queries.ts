import { uuidv7 } from 'uuidv7';
import { sql, type Tx } from '../../kernel/db.ts';

export interface PasskeyRow {
  id: string;
  accountId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

const columns = sql`id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey", counter, transports, name,
  created_at as "createdAt", last_used_at as "lastUsedAt"`;

export function passkeysOf(tx: Tx, accountId: string): Promise<PasskeyRow[]> {
  return tx.many(
    sql`select ${columns} from passkey where tenant_id = app.tenant() and account_id = ${accountId} order by created_at, id`,
  );
}

/** Locked, so that its counter is compared and moved on by one at a time. */
export function passkeyByCredential(tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> {
  return tx.maybe(
    sql`select ${columns} from passkey where tenant_id = app.tenant() and credential_id = ${credentialId} for update`,
  );
}

export type NewPasskey = Omit<PasskeyRow, 'id' | 'createdAt' | 'lastUsedAt'>;

export function insertPasskey(tx: Tx, passkey: NewPasskey, at: Date): Promise<number> {
  const { accountId, credentialId, publicKey, counter, transports, name } = passkey;
  return tx.run(sql`
    insert into passkey (tenant_id, id, account_id, credential_id, public_key, counter, transports, name, created_at)
    values (app.tenant(), ${uuidv7()}, ${accountId}, ${credentialId}, ${publicKey}, ${counter}, ${transports}::text[], ${name}, ${at})
    on conflict (tenant_id, credential_id) do nothing`);
}

export function countUse(tx: Tx, id: string, counter: number, at: Date): Promise<number> {
  return tx.run(
    sql`update passkey set counter = ${counter}, last_used_at = ${at} where tenant_id = app.tenant() and id = ${id}`,
  );
}

export function renamePasskey(tx: Tx, accountId: string, id: string, name: string): Promise<number> {
  return tx.run(
    sql`update passkey set name = ${name} where tenant_id = app.tenant() and account_id = ${accountId} and id = ${id}`,
  );
}

/** One passkey, or with `id` null all of the account. */
export function deletePasskeys(tx: Tx, accountId: string, id: string | null): Promise<number> {
  return tx.run(sql`delete from passkey where tenant_id = app.tenant() and account_id = ${accountId}
    and (${id}::uuid is null or id = ${id})`);
}

/** 0 when this challenge was answered before. Forgets those too old to be answered. */
export async function spendChallenge(tx: Tx, challenge: string, expiresAt: Date, now: Date): Promise<number> {
  await tx.run(sql`delete from passkey_challenge where tenant_id = app.tenant() and expires_at < ${now}`);
  return tx.run(sql`insert into passkey_challenge (tenant_id, id, challenge, expires_at)
    values (app.tenant(), ${uuidv7()}, ${challenge}, ${expiresAt}) on conflict (tenant_id, challenge) do nothing`);
}
