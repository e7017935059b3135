import { createHmac, timingSafeEqual } from 'node:crypto';

export interface AccountToken {
  tenantId: string;
  accountId: string;
}

const mark = (key: Buffer, ids: string) => createHmac('sha256', key).update(ids).digest().subarray(0, 16);

/** Names an account so that nobody can make one up; it is good for as long as the key is. */
export function accountToken(key: Buffer, { tenantId, accountId }: AccountToken): string {
  const ids = Buffer.from(`${tenantId}${accountId}`.replaceAll('-', ''), 'hex');
  return Buffer.concat([ids, mark(key, ids.toString('hex'))]).toString('base64url');
}

export function readAccountToken(key: Buffer, token: string): AccountToken | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 48) return undefined;
  const ids = bytes.subarray(0, 32);
  if (!timingSafeEqual(mark(key, ids.toString('hex')), bytes.subarray(32))) return undefined;
  const id = (start: number) =>
    ids.toString('hex', start, start + 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { tenantId: id(0), accountId: id(16) };
}
