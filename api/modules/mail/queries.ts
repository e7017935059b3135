import type { MailTopic } from '../../../contract/mail.ts';
import type { Language } from '../../../contract/wire.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

export interface OwnMail {
  addressCipher: Buffer | null;
  topics: MailTopic[] | null;
  failed: number;
  failedAt: string | null;
}

/** What the person asking has set up, and what could not be delivered since. */
export function ownMail(tx: Tx, failedSince: Date): Promise<OwnMail> {
  return tx.one(sql`
    select m.address_cipher as "addressCipher", c.topics, f.failed, f.at as "failedAt" from (
      select count(*) as failed, max(l.ended_at) as at from mail_letter l
      where l.tenant_id = app.tenant() and l.account_id = app.account() and l.ended_at > ${failedSince} and l.state = 'given_up') f
    left join mail_address m on m.tenant_id = app.tenant() and m.account_id = app.account()
    left join mail_choice c on c.tenant_id = app.tenant() and c.account_id = app.account()`);
}

export interface CodeRow {
  id: string;
  addressCipher: Buffer;
  codeCipher: Buffer;
  expiresAt: string;
}

const codeColumns = sql`id, address_cipher as "addressCipher", code_cipher as "codeCipher", expires_at as "expiresAt"`;

/** The newest code that can still be given, locked, so that of two who give it one comes second. */
export function openCode(tx: Tx, now: Date): Promise<CodeRow | undefined> {
  return tx.maybe(sql`select ${codeColumns} from mail_code where tenant_id = app.tenant() and account_id = app.account()
    and used_at is null and expires_at > ${now} order by at desc, id desc limit 1 for update`);
}

export function codeToSend(tx: Tx, id: string): Promise<(CodeRow & { language: Language }) | undefined> {
  return tx.maybe(sql`
    select c.id, c.address_cipher as "addressCipher", c.code_cipher as "codeCipher", c.expires_at as "expiresAt", a.language
    from mail_code c join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
    where c.tenant_id = app.tenant() and c.id = ${id} and c.used_at is null`);
}

/** The account's row is locked first: of codes asked for at the same moment each is counted. */
export async function codesSince(tx: Tx, since: Date): Promise<number> {
  await tx.run(sql`select id from account where tenant_id = app.tenant() and id = app.account() for no key update`);
  const { count } = await tx.one<{ count: number }>(
    sql`select count(*) from mail_code where tenant_id = app.tenant() and account_id = app.account() and at > ${since}`,
  );
  return count;
}

export function insertCode(tx: Tx, row: Omit<CodeRow, 'expiresAt'> & { at: Date; expiresAt: Date }): void {
  const { id, addressCipher, codeCipher, at, expiresAt } = row;
  tx.send(
    sql`delete from mail_code where tenant_id = app.tenant() and account_id = app.account() and at < ${at}::timestamptz - interval '1 day'`,
  );
  tx.send(sql`insert into mail_code (tenant_id, id, account_id, address_cipher, code_cipher, at, expires_at)
    values (app.tenant(), ${id}, app.account(), ${addressCipher}, ${codeCipher}, ${at}, ${expiresAt})`);
}

/** The address counts from now on; every other code is worth nothing. */
export function keepAddress(tx: Tx, id: string, addressCipher: Buffer, topics: readonly MailTopic[], at: Date): void {
  tx.send(
    sql`update mail_code set used_at = ${at} where tenant_id = app.tenant() and account_id = app.account() and used_at is null`,
  );
  tx.send(sql`insert into mail_address (tenant_id, id, account_id, address_cipher, confirmed_at)
    values (app.tenant(), ${id}, app.account(), ${addressCipher}, ${at})
    on conflict (tenant_id, account_id) do update set address_cipher = excluded.address_cipher, confirmed_at = excluded.confirmed_at`);
  tx.send(sql`insert into mail_choice (tenant_id, id, account_id, topics) values (app.tenant(), ${id}, app.account(), ${topics})
    on conflict (tenant_id, account_id) do nothing`);
}

/** 0 when there is no confirmed address. */
export function chooseTopics(tx: Tx, topics: readonly MailTopic[]): Promise<number> {
  return tx.run(
    sql`update mail_choice set topics = ${topics} where tenant_id = app.tenant() and account_id = app.account()`,
  );
}

/** Forgets address and choice of an account; 0 when there was none. */
export async function forgetMail(tx: Tx, accountId: string): Promise<number> {
  await tx.run(sql`delete from mail_code where tenant_id = app.tenant() and account_id = ${accountId}`);
  await tx.run(sql`delete from mail_choice where tenant_id = app.tenant() and account_id = ${accountId}`);
  return tx.run(sql`delete from mail_address where tenant_id = app.tenant() and account_id = ${accountId}`);
}

/** Ends the letters of an account and keeps its address; 0 when it gets none. */
export function silence(tx: Tx, accountId: string): Promise<number> {
  return tx.run(sql`update mail_choice set topics = '{}' where tenant_id = app.tenant() and account_id = ${accountId}`);
}

export interface LetterRow {
  id: string;
  accountId: string;
  topic: MailTopic;
  tries: number;
  addressCipher: Buffer | null;
  language: Language;
  shut: boolean;
  /** Works at a desk of the console. */
  atDesk: boolean;
  code: string;
  params: Record<string, string>;
  subjectKind: string;
  subjectId: string;
  number: string | null;
  dueAt: string | null;
  categoryLabels: Labels | null;
  sentLately: number;
}

/** A letter that still has to go, with all it may say. */
export function waitingLetter(tx: Tx, id: string, hourAgo: Date, now: Date): Promise<LetterRow | undefined> {
  return tx.maybe(sql`
    select l.id, l.account_id as "accountId", l.topic, l.tries, m.address_cipher as "addressCipher", a.language, a.disabled_at is not null as shut,
      exists (select from role_grant g join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
        where g.tenant_id = l.tenant_id and g.account_id = l.account_id and g.since <= ${now} and (g.until is null or g.until > ${now})
          and r.role_set in ('community_staff', 'street_officer', 'administrator')) as "atDesk",
      n.code, n.params, n.subject_kind as "subjectKind", n.subject_id as "subjectId", c.number, c.due_at as "dueAt", k.labels as "categoryLabels",
      (select count(*) from mail_letter s where s.tenant_id = l.tenant_id and s.account_id = l.account_id and s.ended_at > ${hourAgo}
        and s.state = 'sent') as "sentLately"
    from mail_letter l
      join notice n on n.tenant_id = l.tenant_id and n.id = l.id
      join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
      left join mail_address m on m.tenant_id = l.tenant_id and m.account_id = l.account_id
      left join case_record c on c.tenant_id = l.tenant_id and c.id = n.subject_id and n.subject_kind = 'case'
      left join case_category k on k.tenant_id = c.tenant_id and k.id = c.category_id
    where l.tenant_id = app.tenant() and l.id = ${id} and l.state = 'waiting'`);
}

export function endLetter(tx: Tx, id: string, state: 'sent' | 'given_up' | 'dropped', at: Date): void {
  tx.send(sql`update mail_letter set state = ${state}, ended_at = ${at}, tries = tries + 1
    where tenant_id = app.tenant() and id = ${id} and state = 'waiting'`);
}

export function countTry(tx: Tx, id: string): void {
  tx.send(sql`update mail_letter set tries = tries + 1 where tenant_id = app.tenant() and id = ${id}`);
}
