import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account, Me, SignedIn } from '../../../contract/accounts.ts';
import type { AccountDetail, AccountEvent, RoleDetail } from '../../../contract/roles.ts';
import { openTestStreet, type TestStreet, testPassword } from '../../../tools/test-street.ts';
import { sql } from '../../kernel/db.ts';
import { openSession } from '../accounts/index.ts';

const code = '350702001000';
let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

const signIn = (login: string, password: string) =>
  street.stranger.post<SignedIn>('/sessions', { street: code, login, password, client: 'program' });

/** A session of the account, as a header. */
async function signedIn(accountId: string): Promise<Record<string, string>> {
  const token = await street.inside((tx) => openSession(tx, accountId, 'test', street.clock.now()));
  return { authorization: `Bearer ${token}` };
}

const words = (more: object = {}) => ({
  login: `n${uuidv7().slice(-8)}`,
  name: '新人',
  password: testPassword,
  ...more,
});

async function newAccount(more: object = {}): Promise<AccountDetail> {
  const { body, status } = await street.as('zheng').post<AccountDetail>('/accounts', words(more));
  expect(status).toBe(201);
  return body;
}

/** Changes the one-time password, as whoever has a new account has to. */
async function firstSignIn({ login }: { login: string }): Promise<Record<string, string>> {
  const { body } = await signIn(login, testPassword);
  const headers = { authorization: `Bearer ${body.token}` };
  const change = { current: testPassword, next: 'Tongxin-2028' };
  expect((await street.stranger.post('/me/password-changes', change, headers)).status).toBe(204);
  return headers;
}

const administration = () => ({ roleId: street.role('系统管理员'), areaId: street.area('street') });

async function newAdministrator(): Promise<AccountDetail> {
  const { id } = await newAccount();
  await street.inside((tx) => tx.run(sql`update account set password_temporary = false where id = ${id}`));
  return (await street.as('zheng').post<AccountDetail>(`/accounts/${id}/grants`, administration())).body;
}

describe('finding people', () => {
  const logins = async (query: string) =>
    (await street.as('zheng').get<{ items: Account[] }>(`/accounts?limit=100&${query}`)).body.items.map(
      ({ login }) => login,
    );

  it('is by name and login, by role, and by area with what lies below it', async () => {
    expect(await logins(`q=${encodeURIComponent('网格')}`)).toEqual(['li', 'zhao']);
    expect(await logins('q=ZHO')).toEqual(['zhou']);
    expect(await logins(`role=${street.role('社区工作者')}`)).toEqual(['wu', 'sun']);
    expect(await logins(`area=${street.area('wenti')}`)).toEqual(['chen', 'li', 'zhao', 'zhou', 'wu']);
    expect(await logins(`area=${street.area('wenti.1')}&role=${street.role('网格员')}`)).toEqual(['li']);
    expect(await logins(`area=${street.area('street')}`)).toEqual(expect.arrayContaining(['chen', 'wang', 'xu']));
    expect(await logins(`area=${uuidv7()}`)).toEqual([]);
  });
});

describe('keeping accounts', () => {
  it('refuses a login or number that is taken, a weak password, a home and a role of nowhere', async () => {
    const zheng = street.as('zheng');
    expect((await zheng.post('/accounts', words({ login: 'chen' }))).code).toBe('accounts.login_taken');
    expect((await zheng.post('/accounts', words({ phone: '13800000001' }))).code).toBe('accounts.login_taken');
    expect((await zheng.post('/accounts', words({ password: '12345678' }))).code).toBe('accounts.password_plain');
    expect((await zheng.post('/accounts', words({ homeAreaId: uuidv7() }))).code).toBe('accounts.unknown_role_or_area');
    const grants = `/accounts/${street.account('chen')}/grants`;
    expect((await zheng.post(grants, { roleId: uuidv7(), areaId: street.area('wenti') })).code).toBe(
      'accounts.unknown_role_or_area',
    );
    const foreign = { roleId: street.role('居民'), areaId: street.other.areas.get('wenti') };
    expect((await zheng.post(grants, foreign)).code).toBe('accounts.unknown_role_or_area');
  });

  it('lets nobody suspend themselves or end their own last administrator role', async () => {
    const zheng = street.account('zheng');
    expect((await street.as('zheng').post(`/accounts/${zheng}/suspension`)).code).toBe('accounts.own_rights');
    const { body } = await street.as('zheng').get<Me>('/me');
    expect((await street.as('zheng').del(`/accounts/${zheng}/grants/${body.grants[0]?.id}`)).code).toBe(
      'accounts.own_rights',
    );
  });

  it('gives a role from a day on and until a day, several a person', async () => {
    const zheng = street.as('zheng');
    const made = await zheng.post<Account>('/accounts', words());
    const tomorrow = new Date(street.clock.now().getTime() + 86_400_000).toISOString();
    const grant = { roleId: street.role('社区工作者'), areaId: street.area('wenti'), since: tomorrow };
    await zheng.post(`/accounts/${made.body.id}/grants`, grant);
    const both = await zheng.post<Account>(`/accounts/${made.body.id}/grants`, {
      roleId: street.role('居民'),
      areaId: street.area('wenti.1'),
    });
    expect(both.body.grants.map(({ roleSet }) => roleSet).sort()).toEqual(['community_staff', 'resident']);
    const me = (await street.stranger.get<Me>('/me', await firstSignIn(made.body))).body;
    expect(me.grants.map(({ roleSet }) => roleSet)).toEqual(['resident']);
    expect(me.permissions).not.toContain('case.accept');
  });

  it('pages through everybody without losing or doubling one', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: Account[]; nextCursor: string | null } = (
        await street
          .as('zheng')
          .get<{ items: Account[]; nextCursor: string | null }>(`/accounts?limit=4${cursor ? `&cursor=${cursor}` : ''}`)
      ).body;
      seen.push(...page.items.map(({ login }) => login));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(['chen', 'wang', 'zheng']));
    expect(seen).not.toContain('hu');
  });
});

describe('the last administrator', () => {
  it('stays, when each of two takes the role of the other at the same time', async () => {
    const other = await newAdministrator();
    const [mine] = (await street.as('zheng').get<Me>('/me')).body.grants;
    const theirs = await signedIn(other.id);
    const answers = await Promise.all([
      street.as('zheng').del(`/accounts/${other.id}/grants/${other.grants[0]?.id}`),
      street.stranger.del(`/accounts/${street.account('zheng')}/grants/${mine?.id}`, theirs),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const kept = answers[0]?.status === 204 ? street.as('zheng') : undefined;
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.code).toBe('roles.last_administrator');
    if (kept) return;
    // Whoever won gives the role back, for the tests that follow.
    const again = await street.stranger.post(`/accounts/${street.account('zheng')}/grants`, administration(), theirs);
    expect(again.status).toBe(201);
    expect((await street.as('zheng').del(`/accounts/${other.id}/grants/${other.grants[0]?.id}`)).status).toBe(204);
  });

  it('may end one of two administrator roles of their own, and any other role', async () => {
    const zheng = street.account('zheng');
    const { body } = await street.as('zheng').post<AccountDetail>(`/accounts/${zheng}/grants`, administration());
    const [first, second] = body.grants.filter(({ roleSet, until }) => roleSet === 'administrator' && until === null);
    expect((await street.as('zheng').del(`/accounts/${zheng}/grants/${second?.id}`)).status).toBe(204);
    expect((await street.as('zheng').del(`/accounts/${zheng}/grants/${first?.id}`)).code).toBe('accounts.own_rights');
  });
});

describe('one person', () => {
  it('is suspended and let in again, and each of it is written down with who did it', async () => {
    const { id, login } = await newAccount();
    const zheng = street.as('zheng');
    expect((await zheng.del(`/accounts/${id}/suspension`)).code).toBe('accounts.not_found');
    expect((await zheng.post(`/accounts/${id}/suspension`)).status).toBe(201);
    expect((await signIn(login, testPassword)).code).toBe('accounts.sign_in_failed');
    expect((await zheng.del(`/accounts/${id}/suspension`)).status).toBe(204);
    expect((await signIn(login, testPassword)).status).toBe(201);
    const { body } = await zheng.get<{ items: AccountEvent[] }>(`/accounts/${id}/events`);
    expect(body.items.map(({ verb }) => verb)).toEqual(['sign_in', 'reinstate', 'suspend', 'create']);
    expect(body.items.map(({ by }) => by)).toEqual(['新人', '郑管理', '郑管理', '郑管理']);
  });

  it('reads of each grant which role it was and where', async () => {
    const { id } = await newAccount();
    const zheng = street.as('zheng');
    const grant = { roleId: street.role('社区书记'), areaId: street.area('wenti') };
    const { body } = await zheng.post<AccountDetail>(`/accounts/${id}/grants`, grant);
    await zheng.del(`/accounts/${id}/grants/${body.grants[0]?.id}`);
    const page = await zheng.get<{ items: AccountEvent[]; nextCursor: string }>(`/accounts/${id}/events?limit=2`);
    expect(page.body.items.map(({ verb, role, area }) => [verb, role, area])).toEqual([
      ['end_grant', '社区书记', '文体社区'],
      ['grant', '社区书记', '文体社区'],
    ]);
    const rest = await zheng.get<{ items: AccountEvent[] }>(`/accounts/${id}/events?cursor=${page.body.nextCursor}`);
    expect(rest.body.items.map(({ verb }) => verb)).toEqual(['create']);
  });

  it('is not given a role that ends before it begins', async () => {
    const { id } = await newAccount();
    const grant = { roleId: street.role('居民'), areaId: street.area('wenti'), until: '2020-01-01T00:00:00Z' };
    expect((await street.as('zheng').post(`/accounts/${id}/grants`, grant)).code).toBe('roles.period_reversed');
  });

  it('gets a one-time password that opens nothing but the change of it, and is told', async () => {
    const zheng = street.as('zheng');
    expect((await zheng.post(`/accounts/${street.account('zheng')}/password-resets`)).code).toBe(
      'roles.not_on_yourself',
    );
    const before = await signedIn(street.account('wu'));
    const { body } = await zheng.post<{ password: string }>(`/accounts/${street.account('wu')}/password-resets`);
    expect((await street.stranger.get('/me', before)).status).toBe(401);
    expect((await signIn('wu', testPassword)).code).toBe('accounts.sign_in_failed');
    const opened = await signIn('wu', body.password);
    expect([opened.body.next, opened.body.me]).toEqual(['password_change', undefined]);
    const headers = { authorization: `Bearer ${opened.body.token}` };
    expect((await street.stranger.get('/cases', headers)).code).toBe('accounts.password_change_needed');
    const change = { current: body.password, next: 'Tongxin-2027' };
    expect((await street.stranger.post('/me/password-changes', change, headers)).status).toBe(204);
    expect((await street.stranger.get('/cases', headers)).status).toBe(200);
    const notices = await street.stranger.get<{ items: { code: string }[] }>('/notices', headers);
    expect(notices.body.items.map((notice) => notice.code)).toContain('account.password_reset');
  });

  it('is signed out on one device by an administrator, at once', async () => {
    const [here, there] = [await signedIn(street.account('sun')), await signedIn(street.account('sun'))];
    const zheng = street.as('zheng');
    const address = `/accounts/${street.account('sun')}/sessions`;
    const { body } = await zheng.get<{ sessions: { id: string }[] }>(address);
    expect((await zheng.del(`${address}/${uuidv7()}`)).code).toBe('accounts.session_not_found');
    for (const { id } of body.sessions.slice(0, 1)) expect((await zheng.del(`${address}/${id}`)).status).toBe(204);
    const after = [await street.stranger.get('/me', here), await street.stranger.get('/me', there)];
    expect(after.map(({ status }) => status).sort()).toEqual([200, 401]);
  });
});

describe('the names of roles', () => {
  const roles = async () => (await street.as('zheng').get<{ roles: RoleDetail[] }>('/roles')).body.roles;
  const named = async (name: string) => (await roles()).find(({ nameZh }) => nameZh === name);

  it('are the street’s own: a new one over a fixed set, and it can be given at once', async () => {
    const zheng = street.as('zheng');
    expect((await zheng.post('/roles', { roleSet: 'grid_worker', nameZh: '网格员' })).code).toBe('roles.name_taken');
    expect((await zheng.post('/roles', { roleSet: 'king', nameZh: '楼长' })).code).toBe('request.invalid');
    expect(
      (await zheng.post('/roles', { roleSet: 'grid_worker', nameZh: '单元长', nameEn: 'Unit leader' })).status,
    ).toBe(201);
    const made = await named('单元长');
    expect(made).toMatchObject({ roleSet: 'grid_worker', nameEn: 'Unit leader', holders: 0, retiredAt: null });
    const { id } = await newAccount();
    const grant = { roleId: made?.id, areaId: street.area('wenti.1') };
    expect((await zheng.post<AccountDetail>(`/accounts/${id}/grants`, grant)).body.grants[0]?.roleName).toBe('单元长');
    expect((await named('单元长'))?.holders).toBe(1);
  });

  it('change for everybody who holds the role, in their language', async () => {
    const role = await named('网格员');
    const address = `/roles/${role?.id}`;
    expect((await street.as('zheng').patch(address, { nameZh: '网格长' })).code).toBe('roles.name_taken');
    expect((await street.as('zheng').patch(`/roles/${uuidv7()}`, { nameZh: '谁' })).code).toBe('roles.not_found');
    await street.as('zheng').patch(address, { nameZh: '专职网格员', nameEn: 'Full-time grid worker' });
    const name = async (language: string) =>
      (await street.as('li').get<Me>('/me', { 'accept-language': language })).body.grants[0]?.roleName;
    expect([await name('zh-CN'), await name('zh-TW'), await name('en')]).toEqual([
      '专职网格员',
      '專職網格員',
      'Full-time grid worker',
    ]);
    await street.as('zheng').patch(address, { nameZh: '网格员' });
    expect(await name('en')).toBe('网格员');
  });

  it('go when nobody holds the role any more, and can then be given to nobody', async () => {
    const zheng = street.as('zheng');
    expect((await zheng.post(`/roles/${street.role('物业')}/retirement`)).code).toBe('roles.in_use');
    expect((await zheng.post(`/roles/${street.role('驻区单位')}/retirement`)).status).toBe(204);
    expect((await zheng.post(`/roles/${street.role('驻区单位')}/retirement`)).code).toBe('roles.not_found');
    expect((await named('驻区单位'))?.retiredAt).not.toBeNull();
    const { id } = await newAccount();
    const grant = { roleId: street.role('驻区单位'), areaId: street.area('wenti') };
    expect((await zheng.post(`/accounts/${id}/grants`, grant)).code).toBe('accounts.unknown_role_or_area');
  });
});
