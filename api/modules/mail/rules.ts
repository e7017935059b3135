import { createHmac, timingSafeEqual } from 'node:crypto';

export const codeMinutes = 15;
export const codesAnHour = 3;
/** Letters to one person in an hour at most; the others wait for the next. */
export const lettersAnHour = 20;

/** Minutes until the next try after so many that failed; none left after seven tries, in all about a day. */
const pauses = [1, 5, 15, 60, 240, 960];

/** When a letter that failed `tries` times is tried again; undefined: it is given up. */
export function nextTry(now: Date, tries: number): Date | undefined {
  const minutes = pauses[tries - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000);
}

/** Whether the server refused for good (RFC 5321 §4.2.1: 5yz), so that asking again is of no use. */
export function isForGood(error: unknown): boolean {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === 'number' && code >= 500 && code < 600;
}

/** c***@example.cn: the first letter, and where it is kept. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}

export interface StopToken {
  tenantId: string;
  accountId: string;
}

const mark = (key: Buffer, ids: string) => createHmac('sha256', key).update(ids).digest().subarray(0, 16);

/** Names an account so that nobody can make one up; it is good for as long as the key is. */
export function stopToken(key: Buffer, { tenantId, accountId }: StopToken): string {
  const ids = Buffer.from(`${tenantId}${accountId}`.replaceAll('-', ''), 'hex');
  return Buffer.concat([ids, mark(key, ids.toString('hex'))]).toString('base64url');
}

export function readStopToken(key: Buffer, token: string): StopToken | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 48) return undefined;
  const ids = bytes.subarray(0, 32);
  if (!timingSafeEqual(mark(key, ids.toString('hex')), bytes.subarray(32))) return undefined;
  const id = (start: number) =>
    ids.toString('hex', start, start + 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { tenantId: id(0), accountId: id(16) };
}
