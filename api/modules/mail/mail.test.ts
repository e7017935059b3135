import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { MailSettings } from '../../../contract/mail.ts';
import { type CasePlacer, openCasePlacer } from '../../../tools/test-cases.ts';
import { openTestMailServer, type ReceivedLetter, type TestMailServer } from '../../../tools/test-mail-server.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';
import { sql } from '../../kernel/db.ts';

let server: TestMailServer;
let street: TestStreet;
let cases: CasePlacer;
beforeAll(async () => {
  server = await openTestMailServer();
  street = await openTestStreet({
    SMTP_URL: server.url,
    MAIL_FROM: '邻聚 <linju@example.cn>',
    PUBLIC_URL: 'https://linju.example.cn',
  });
  cases = await openCasePlacer(street);
});
afterAll(async () => {
  await cases.close();
  await street.close();
  await server.close();
});
beforeEach(() => {
  server.letters.length = 0;
});

const addresses = sql`select id from mail_address`;
const wait = { timeout: 12_000, interval: 60 };
const mail = async (person: Person) => (await street.as(person).get<MailSettings>('/me/mail')).body;
const lettersTo = (address: string) => server.letters.filter(({ to }) => to.includes(address));
const arrived = (address: string, words = ''): Promise<ReceivedLetter> =>
  vi.waitFor(() => {
    const found = lettersTo(address).find(({ text }) => text.includes(words));
    if (!found) throw new Error(`no letter to ${address} says ${words}`);
    return found;
  }, wait);
const codeIn = ({ text }: ReceivedLetter) => /\d{6}/.exec(text)?.[0] ?? '';

/** Gives a person an address that is confirmed. */
async function reachable(person: Person, address: string, topics = ['own', 'work', 'account']): Promise<void> {
  await street.as(person).post('/me/mail-codes', { address });
  const code = codeIn(await arrived(address));
  expect((await street.as(person).post('/me/mail-confirmations', { code })).status).toBe(201);
  expect((await street.as(person).patch<MailSettings>('/me/mail', { topics })).body.topics).toEqual(topics);
  server.letters.length = 0;
}

async function raised(body = '三号楼楼道灯不亮，老人摔了一跤'): Promise<string> {
  return (await street.as('chen').post<Case>('/cases', { title: '楼道灯不亮', body })).body.id;
}
const accept = (id: string) => street.as('wu').post(`/cases/${id}/acceptance`, {});
/** Lets what waits for its next try run now. */
const hurry = () =>
  cases.query(
    `with hurried as (update graphile_worker._private_jobs set run_at = now() returning 1)
     select pg_notify('jobs:insert', '{"r":1,"count":1}') from hurried`,
  );
const letterRows = () =>
  cases.query('select state, tries from mail_letter where account_id = $1 order by id desc', [street.account('chen')]);

describe('an address', () => {
  it('gets nothing but a code until the code has come back', async () => {
    expect((await street.as('chen').patch('/me/mail', { topics: ['own'] })).code).toBe('mail.no_address');
    const waiting = await street.as('chen').post<MailSettings>('/me/mail-codes', { address: 'guihua@example.cn' });
    expect(waiting.body).toMatchObject({ offered: true, address: null, waiting: { address: 'g***@example.cn' } });
    const letter = await arrived('guihua@example.cn');
    await accept(await raised());
    expect((await street.as('chen').post('/me/mail-confirmations', { code: '000000x' })).code).toBe('mail.wrong_code');
    expect((await street.as('wang').post('/me/mail-confirmations', { code: codeIn(letter) })).code).toBe(
      'mail.wrong_code',
    );
    const confirmed = await street.as('chen').post<MailSettings>('/me/mail-confirmations', { code: codeIn(letter) });
    expect(confirmed.body).toMatchObject({
      address: 'g***@example.cn',
      topics: ['own', 'work', 'account'],
      waiting: null,
    });
    expect(await letterRows()).toEqual([]);
    expect(server.letters).toHaveLength(1);
  });

  it('is not shown to be anybody’s by a code that is out of date', async () => {
    await street.as('wang').post('/me/mail-codes', { address: 'late@example.cn' });
    const code = codeIn(await arrived('late@example.cn'));
    street.clock.advance(16 * 60_000);
    expect((await street.as('wang').post('/me/mail-confirmations', { code })).code).toBe('mail.wrong_code');
    expect((await mail('wang')).waiting).toBeNull();
  });

  it('is sent three codes an hour at most', async () => {
    const ask = () => street.as('sun').post('/me/mail-codes', { address: 'sun@example.cn' });
    for (let times = 0; times < 3; times++) expect((await ask()).status).toBe(201);
    expect((await ask()).code).toBe('mail.too_many_codes');
  });

  it('is encrypted, and behind a wall that only its person passes', async () => {
    const [row] = await cases.query('select address_cipher from mail_address');
    expect(String(row?.address_cipher)).not.toContain('example');
    const seen = (person: Person) => street.inside((tx) => tx.many(addresses), person);
    expect(await seen('chen')).toHaveLength(1);
    expect(await seen('xu')).toEqual([]);
    expect(await seen('gao')).toEqual([]);
  });
});

describe('a notice', () => {
  it('goes to its raiser with sentence, number, link and the title of their own, and nothing more', async () => {
    const id = await raised();
    await accept(id);
    const letter = await arrived('guihua@example.cn', '楼道灯不亮');
    const { number } = (await street.as('chen').get<Case>(`/cases/${id}`)).body;
    expect(letter.text).toContain('社区收到了“楼道灯不亮”');
    expect(letter.text).toContain(number);
    expect(letter.text).toContain(`https://linju.example.cn/cases/${id}`);
    for (const hidden of ['摔了一跤', '三号楼', '陈桂花', '吴社工', '138']) expect(letter.text).not.toContain(hidden);
    expect(letter.header('list-unsubscribe')).toMatch(/^<https:\/\/linju\.example\.cn\/unsubscribe\?token=[\w-]{64}>$/);
    expect(letter.header('message-id')).toMatch(/^<[0-9a-f-]{36}@linju\.example\.cn>$/);
  });

  it('goes to staff with class and deadline, and without a word of the case', async () => {
    await reachable('wu', 'wu@example.cn', ['work']);
    const id = await raised('邻居电话 13912345678 说楼道灯不亮');
    const letter = await arrived('wu@example.cn');
    expect(letter.text).toContain('有一件新诉求');
    expect(letter.text).toContain(`https://linju.example.cn/console/cases/${id}`);
    for (const hidden of ['楼道灯', '13912345678', '陈桂花']) expect(letter.raw + letter.text).not.toContain(hidden);
    await accept(id);
    await street.as('wu').post(`/cases/${id}/assignments`, { organizationId: street.body('property') });
    await street.as('zhou').post(`/cases/${id}/receipt`, {});
    await street.as('zhou').post(`/cases/${id}/resolution`, { words: '换了灯泡，楼下王阿姨在场' });
    await street.as('chen').post(`/cases/${id}/confirmation`, { solved: true, satisfaction: 5, words: '谢谢周师傅' });
    const told = await arrived('wu@example.cn', '反映人说解决了');
    expect(told.text).not.toMatch(/灯泡|王阿姨|周师傅/);
    expect(told.text).toMatch(/期限：\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
  });

  it('speaks the language of the account', async () => {
    await street.as('chen').patch('/me', { language: 'zh-Hant' });
    await accept(await raised());
    await arrived('guihua@example.cn', '社區收到了');
    await street.as('chen').patch('/me', { language: 'zh-Hans' });
  });

  it('stays in the house when its topic was not chosen, or its verb was refused', async () => {
    await street.as('chen').patch('/me/mail', { topics: ['account'] });
    const id = await raised();
    await accept(id);
    expect((await accept(id)).code).toBe('cases.illegal_move');
    const [{ count } = {}] = await cases.query(
      `select count(*) from mail_letter l join notice n on n.id = l.id where n.subject_id = $1 and l.account_id = $2`,
      [id, street.account('chen')],
    );
    expect(Number(count)).toBe(0);
    await street.as('chen').patch('/me/mail', { topics: ['own'] });
  });
});

describe('a letter the server does not take', () => {
  it('is tried again after a pause, under the same Message-ID', async () => {
    const id = await raised();
    server.refuse('guihua@example.cn', 1, 451);
    await accept(id);
    await vi.waitFor(async () => expect((await letterRows())[0]).toEqual({ state: 'waiting', tries: 1 }), wait);
    await hurry();
    const letter = await arrived('guihua@example.cn');
    const [notice] = await cases.query(
      `select n.id from notice n where subject_id = $1 and code = 'case.accepted' and account_id = $2`,
      [id, street.account('chen')],
    );
    expect(letter.header('message-id')).toBe(`<${notice?.id}@linju.example.cn>`);
    await vi.waitFor(async () => expect((await letterRows())[0]).toEqual({ state: 'sent', tries: 2 }), wait);
  });

  it('is given up after seven tries, and its person sees it', async () => {
    server.refuse('guihua@example.cn', 7, 451);
    await accept(await raised());
    await vi.waitFor(async () => {
      await hurry();
      expect((await letterRows())[0]).toEqual({ state: 'given_up', tries: 7 });
    }, wait);
    expect((await mail('chen')).failed).toMatchObject({ count: 1 });
    expect(lettersTo('guihua@example.cn')).toEqual([]);
  });

  it('is given up at once when refused for good', async () => {
    server.refuse('guihua@example.cn', 1, 550);
    await accept(await raised());
    await vi.waitFor(async () => expect((await letterRows())[0]).toEqual({ state: 'given_up', tries: 1 }), wait);
  });

  it('waits when twenty have gone to its person within the hour', async () => {
    await cases.query(
      `with told as (insert into notice (tenant_id, id, account_id, code, params, subject_kind, subject_id, at)
         select tenant_id, app.uuid7(), id, 'unchosen', '{}', 'unchosen', id, now() from account, generate_series(1, 20)
         where id = $1 returning tenant_id, id, account_id)
       insert into mail_letter (tenant_id, id, account_id, topic, state, at, ended_at)
         select tenant_id, id, account_id, 'own', 'sent', now(), $2 from told`,
      [street.account('chen'), street.clock.now()],
    );
    await accept(await raised());
    await vi.waitFor(async () => {
      const held = await cases.query(
        `select run_at from graphile_worker.jobs where task_identifier = 'mail.send' and run_at > now()`,
      );
      expect(held).toHaveLength(1);
    }, wait);
    expect(lettersTo('guihua@example.cn')).toEqual([]);
    street.clock.advance(2 * 3_600_000);
    await hurry();
    await arrived('guihua@example.cn');
  });
});

describe('the end of it', () => {
  it('comes with the link of any letter, without signing in, and with nothing made up', async () => {
    await accept(await raised());
    const link = (await arrived('guihua@example.cn')).header('list-unsubscribe') ?? '';
    const token = /token=([\w-]+)/.exec(link)?.[1] ?? '';
    const made = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    expect((await street.stranger.post('/mail-unsubscriptions', { token: made })).code).toBe('mail.bad_token');
    expect((await mail('chen')).topics).toEqual(['own']);
    expect((await street.stranger.post('/mail-unsubscriptions', { token })).status).toBe(204);
    expect(await mail('chen')).toMatchObject({ address: 'g***@example.cn', topics: [] });
  });

  it('comes with forgetting the address', async () => {
    expect((await street.as('chen').del('/me/mail')).status).toBe(204);
    expect(await mail('chen')).toMatchObject({ address: null, topics: [], waiting: null });
    expect((await street.as('chen').del('/me/mail')).code).toBe('mail.no_address');
  });
});

describe('a street office without a mail server', () => {
  it('offers nothing', async () => {
    const quiet = await openTestStreet();
    expect((await quiet.as('chen').get<MailSettings>('/me/mail')).body.offered).toBe(false);
    expect((await quiet.as('chen').post('/me/mail-codes', { address: 'a@example.cn' })).code).toBe('mail.not_offered');
    await quiet.close();
  });
});
