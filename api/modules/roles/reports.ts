import { type Account, accountsProblems, type Session } from '../../../contract/accounts.ts';
import type { AccountDetail, AccountEvent, RoleDetail } from '../../../contract/roles.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Actor } from '../../kernel/actor.ts';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts';
import type { Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { maskPhone } from '../../kernel/masks.ts';
import { fail } from '../../kernel/problem.ts';
import type { World } from '../../kernel/world.ts';
import {
  type AccountRow,
  accountById,
  contactOf,
  type GrantRow,
  grantsOf,
  grantView,
  needsSecondStep,
  sessionsOf,
} from '../accounts/index.ts';
import * as queries from './queries.ts';

const isOver = ({ until }: GrantRow, now: Date) => until !== null && new Date(until) <= now;

function summary(
  { id, login, name, disabledAt }: AccountRow,
  grants: readonly GrantRow[],
  language: Language,
): Account {
  return { id, login, name, disabledAt, grants: grants.map((grant) => grantView(grant, language)) };
}

/** Everything about one account but its secrets; grants that ended are among them. */
export async function accountView(
  tx: Tx,
  world: World,
  id: string,
  language: Language,
  now: Date,
): Promise<AccountDetail> {
  const account = await accountById(tx, id);
  if (!account) throw fail(accountsProblems, 'accounts.not_found');
  const [grants, contact, made] = [
    await grantsOf(tx, [id], null),
    await contactOf(tx, id),
    await queries.madeAt(tx, id),
  ];
  const inForce = grants.filter((grant) => !isOver(grant, now));
  return {
    ...summary(account, grants, language),
    ...made,
    phone: contact ? maskPhone(world.secrets.decrypt(contact.phoneCipher, 'phone')) : null,
    totp: account.totpSince !== null,
    passkey: account.passkeySince !== null,
    secondStepRequired: !world.config.demo && needsSecondStep(inForce.map(({ roleSet }) => roleSet)),
    passwordTemporary: account.temporaryPassword,
  };
}

type PageQuery = queries.AccountFilter & { cursor?: string | undefined; limit: number };

/** People with the roles they hold now or will hold. */
export async function accountPage(
  tx: Tx,
  { cursor, limit, ...filter }: PageQuery,
  language: Language,
  now: Date,
): Promise<{ items: Account[]; nextCursor: string | null }> {
  const [after] = cursor ? decodeCursor(cursor, ['id']) : [];
  const rows = await queries.listAccounts(tx, filter, now, after, limit + 1);
  const shown = rows.slice(0, limit);
  const ids = shown.map((row) => row.id);
  const grants = (await grantsOf(tx, ids, null)).filter((grant) => !isOver(grant, now));
  const items = shown.map((row) =>
    summary(
      row,
      grants.filter((grant) => grant.accountId === row.id),
      language,
    ),
  );
  const last = shown.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

export async function sessionPage(tx: Tx, actor: Actor, id: string, now: Date): Promise<Session[]> {
  if (!(await accountById(tx, id))) throw fail(accountsProblems, 'accounts.not_found');
  const rows = await sessionsOf(tx, id, now);
  return rows.map((row) => ({ ...row, current: row.id === actor.sessionId }));
}

export async function eventPage(
  tx: Tx,
  id: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  language: Language,
): Promise<{ items: AccountEvent[]; nextCursor: string | null }> {
  if (!(await accountById(tx, id))) throw fail(accountsProblems, 'accounts.not_found');
  const before = cursor ? Number(decodeCursor(cursor, ['number'])[0]) : undefined;
  const rows = await queries.eventsOf(tx, id, before, limit + 1);
  const shown = rows.slice(0, limit);
  const items = shown.map(({ labels, seq: _, ...row }) => ({ ...row, role: labels && labelIn(labels, language) }));
  const last = shown.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([String(last.seq)]) : null };
}

export async function roleList(tx: Tx, language: Language, now: Date): Promise<RoleDetail[]> {
  const rows = await queries.listRoles(tx, now);
  return rows.map(({ id, roleSet, labels, holders, retiredAt }) => ({
    ...{ id, roleSet, holders, retiredAt },
    name: labelIn(labels, language),
    nameZh: labels['zh-Hans'] ?? '',
    nameEn: labels.en ?? '',
  }));
}
