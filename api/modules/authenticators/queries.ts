import { sql, type Tx } from '../../kernel/db.ts';

export interface TotpRow {
  id: string;
  secretCipher: Buffer;
  lastStep: number;
  confirmedAt: string | null;
}

/** The app that is set up, or the one that is being set up; locked, so that of two with the same code one comes second. */
export function totpOf(tx: Tx, accountId: string, confirmed: boolean): Promise<TotpRow | undefined> {
  const state = confirmed ? sql`confirmed_at is not null` : sql`confirmed_at is null`;
  return tx.maybe(sql`
    select id, secret_cipher as "secretCipher", last_step as "lastStep", confirmed_at as "confirmedAt" from totp
    where tenant_id = app.tenant() and account_id = ${accountId} and ${state} for update`);
}

export async function startTotp(tx: Tx, id: string, accountId: string, cipher: Buffer, at: Date): Promise<void> {
  await tx.run(
    sql`delete from totp where tenant_id = app.tenant() and account_id = ${accountId} and confirmed_at is null`,
  );
  await tx.run(sql`insert into totp (tenant_id, id, account_id, secret_cipher, started_at)
    values (app.tenant(), ${id}, ${accountId}, ${cipher}, ${at})`);
}

/** The new one takes the place of the old one. */
export async function confirmTotp(tx: Tx, id: string, accountId: string, lastStep: number, at: Date): Promise<void> {
  await tx.run(
    sql`delete from totp where tenant_id = app.tenant() and account_id = ${accountId} and confirmed_at is not null`,
  );
  await tx.run(
    sql`update totp set confirmed_at = ${at}, last_step = ${lastStep} where tenant_id = app.tenant() and id = ${id}`,
  );
}

/** 0 when a code of this time step or a later one was accepted before. */
export function spendStep(tx: Tx, id: string, step: number): Promise<number> {
  return tx.run(
    sql`update totp set last_step = ${step} where tenant_id = app.tenant() and id = ${id} and last_step < ${step}`,
  );
}

export async function forgetTotp(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`delete from totp where tenant_id = app.tenant() and account_id = ${accountId}`);
  await tx.run(sql`delete from recovery_code where tenant_id = app.tenant() and account_id = ${accountId}`);
}

export async function replaceRecoveryCodes(tx: Tx, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await tx.run(sql`delete from recovery_code where tenant_id = app.tenant() and account_id = ${accountId}`);
  await tx.run(sql`insert into recovery_code (tenant_id, id, account_id, code_hash)
    select app.tenant(), app.uuid7(), ${accountId}, decode(unnest(${hashes.map((hash) => hash.toString('hex'))}::text[]), 'hex')`);
}

/** 0 when there is no such code, or it was used before. */
export function spendRecoveryCode(tx: Tx, accountId: string, hash: Buffer, at: Date): Promise<number> {
  return tx.run(sql`update recovery_code set used_at = ${at}
    where tenant_id = app.tenant() and account_id = ${accountId} and code_hash = ${hash} and used_at is null`);
}

export async function recoveryCodesLeft(tx: Tx, accountId: string): Promise<number> {
  const { left } = await tx.one<{ left: number }>(sql`
    select count(*) as left from recovery_code where tenant_id = app.tenant() and account_id = ${accountId} and used_at is null`);
  return left;
}
