import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn, Standing } from '../../../contract/accounts.ts';
import type { RecoveryCodes, SecondStep, TotpSecret } from '../../../contract/authenticators.ts';
import { codeAt } from '../../../tools/test-codes.ts';
import { openTestStreet, type Person, type TestStreet, testPassword } from '../../../tools/test-street.ts';

const code = '350702001000';
let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

type Headers = Record<string, string>;
const halfMinute = 30_000;

/** Signs in with the password alone. */
async function begin(person: Person): Promise<{ headers: Headers; next: string | undefined }> {
  const words = { street: code, login: person, password: testPassword, client: 'program' };
  const { body, status } = await street.stranger.post<SignedIn>('/sessions', words);
  expect(status).toBe(201);
  return { headers: { authorization: `Bearer ${body.token}` }, next: body.next };
}

const shown = (secret: string, drift = 0) =>
  codeAt(secret, new Date(street.clock.now().getTime() + drift * halfMinute));
const pass = (headers: Headers, given: string) =>
  street.stranger.post<SignedIn>('/sessions/current/second-step', { code: given }, headers);

/** Sets up an app with a session that is open to it; gives back its secret and the recovery codes. */
async function setUp(headers: Headers, proof: object = {}): Promise<{ secret: string; codes: string[] }> {
  const started = await street.stranger.post<TotpSecret>('/me/authenticator-setups', proof, headers);
  expect(started.status).toBe(201);
  const { secret } = started.body;
  const done = await street.stranger.post<RecoveryCodes>('/me/authenticator', { code: shown(secret) }, headers);
  expect(done.status).toBe(201);
  street.clock.advance(2 * halfMinute);
  return { secret, codes: done.body.codes };
}

describe('a role that demands two steps', () => {
  it('opens nothing with the password alone but the setting up of the second', async () => {
    const { headers, next } = await begin('xu');
    expect(next).toBe('second_step_setup');
    const closed = street.open.modules
      .flatMap(({ routes }) => routes)
      .filter(({ kind, route }) => (kind === 'verb' ? route.permission : route.access) !== 'public' && !route.openTo)
      .filter(({ route: { method } }) => method === 'GET');
    expect(closed.length).toBeGreaterThan(20);
    for (const { route } of closed) {
      const address = route.path.replace(/:metric/, 'case_raised').replace(/:\w+/g, street.account('xu'));
      const answer = await street.stranger.get(address, headers);
      expect([route.path, answer.status, answer.code]).toEqual([route.path, 403, 'accounts.second_step_needed']);
    }
    const standing = (await street.stranger.get<Standing>('/sessions/current', headers)).body;
    expect(standing).toEqual({ next: 'second_step_setup', login: 'xu', name: '徐主任', totp: false, passkey: false });
    expect((await pass(headers, '000000')).code).toBe('accounts.second_step_needed');
  });

  it('opens with the code, and asks for one at every sign-in from then on', async () => {
    const first = await begin('xu');
    const wrong = await street.stranger.post('/me/authenticator', { code: '000000' }, first.headers);
    expect(wrong.code).toBe('authenticators.not_started');
    const { secret } = await setUp(first.headers);
    expect((await street.stranger.get('/cases', first.headers)).status).toBe(200);
    const second = await begin('xu');
    expect(second.next).toBe('second_step');
    expect((await street.stranger.get('/cases', second.headers)).code).toBe('accounts.code_needed');
    expect((await street.stranger.post('/me/authenticator-setups', {}, second.headers)).code).toBe(
      'accounts.code_needed',
    );
    const { body, status } = await pass(second.headers, shown(secret));
    expect([status, body.me?.name]).toEqual([201, '徐主任']);
    expect((await street.stranger.get('/cases', second.headers)).status).toBe(200);
  });

  it('holds a session back as soon as the role is given to somebody who has no second step', async () => {
    const { headers } = await begin('sun');
    expect((await street.stranger.get('/cases', headers)).status).toBe(200);
    const grant = { roleId: street.role('街道治理办'), areaId: street.area('street') };
    await street.as('zheng').post(`/accounts/${street.account('sun')}/grants`, grant);
    expect((await street.stranger.get('/cases', headers)).code).toBe('accounts.second_step_needed');
  });

  it('asks nobody else, who may set it up all the same', async () => {
    const { headers, next } = await begin('chen');
    expect(next).toBeUndefined();
    expect((await street.stranger.post('/me/authenticator-setups', { password: 'wrong' }, headers)).code).toBe(
      'accounts.wrong_password',
    );
    const { secret } = await setUp(headers, { password: testPassword });
    expect((await begin('chen')).next).toBe('second_step');
    const proof = { password: testPassword, code: shown(secret) };
    expect((await street.stranger.post('/me/authenticator-removal', proof, headers)).status).toBe(204);
    expect((await begin('chen')).next).toBeUndefined();
  });
});

describe('a code', () => {
  it('is accepted once, also when two come at the same time', async () => {
    const { secret } = await setUp((await begin('wu')).headers, { password: testPassword });
    const sessions = [await begin('wu'), await begin('wu'), await begin('wu')];
    const now = shown(secret);
    const together = await Promise.all(sessions.slice(0, 2).map(({ headers }) => pass(headers, now)));
    expect(together.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await pass(sessions[2]?.headers ?? {}, now)).code).toBe('authenticators.wrong_code');
    expect((await pass(sessions[2]?.headers ?? {}, shown(secret, -1))).code).toBe('authenticators.wrong_code');
  });

  it('may be half a minute early or late, and no more', async () => {
    const { secret } = await setUp((await begin('zhou')).headers, { password: testPassword });
    for (const [drift, status] of [
      [-2, 422],
      [2, 422],
      [-1, 201],
    ] as const)
      expect([drift, (await pass((await begin('zhou')).headers, shown(secret, drift))).status]).toEqual([
        drift,
        status,
      ]);
    street.clock.advance(2 * halfMinute);
    expect((await pass((await begin('zhou')).headers, shown(secret, 1))).status).toBe(201);
  });

  it('is guessed ten times, then not for a quarter of an hour, even if it is right', async () => {
    const { secret } = await setUp((await begin('zhao')).headers, { password: testPassword });
    const { headers } = await begin('zhao');
    for (let i = 0; i < 10; i++) expect((await pass(headers, '000000')).code).toBe('authenticators.wrong_code');
    expect((await pass(headers, shown(secret))).code).toBe('accounts.too_many_tries');
    expect((await pass((await begin('zhao')).headers, shown(secret))).code).toBe('accounts.too_many_tries');
    street.clock.advance(16 * 60_000);
    expect((await pass(headers, shown(secret))).status).toBe(201);
  });
});

describe('recovery codes', () => {
  it('open the door once each, and ten more need password and code', async () => {
    const first = await begin('li');
    const { secret, codes } = await setUp(first.headers, { password: testPassword });
    expect(new Set(codes).size).toBe(10);
    const recovery = codes[0] ?? '';
    expect((await pass((await begin('li')).headers, recovery.toUpperCase().replace('-', ' '))).status).toBe(201);
    expect((await pass((await begin('li')).headers, recovery)).code).toBe('authenticators.wrong_code');
    const state = async () => (await street.stranger.get<SecondStep>('/me/second-step', first.headers)).body;
    expect((await state()).recoveryCodesLeft).toBe(9);
    const renew = (proof: object) => street.stranger.post<RecoveryCodes>('/me/recovery-codes', proof, first.headers);
    expect((await renew({ password: 'wrong', code: shown(secret) })).code).toBe('accounts.wrong_password');
    expect((await renew({ password: testPassword, code: '000000' })).code).toBe('authenticators.wrong_code');
    expect((await renew({ password: testPassword, code: shown(secret) })).body.codes).toHaveLength(10);
    expect((await pass((await begin('li')).headers, codes[1] ?? '')).code).toBe('authenticators.wrong_code');
    expect((await state()).recoveryCodesLeft).toBe(10);
  });
});

describe('no way round the second step (S9)', () => {
  it('leads through a new password, given by an administrator', async () => {
    const { secret } = await setUp((await begin('qin')).headers, { password: testPassword });
    const reset = await street
      .as('zheng')
      .post<{ password: string }>(`/accounts/${street.account('qin')}/password-resets`);
    const words = { street: code, login: 'qin', password: reset.body.password, client: 'program' };
    const opened = (await street.stranger.post<SignedIn>('/sessions', words)).body;
    expect(opened.next).toBe('second_step');
    const headers = { authorization: `Bearer ${opened.token}` };
    const change = { current: reset.body.password, next: 'Tongxin-2027' };
    expect((await street.stranger.post('/me/password-changes', change, headers)).code).toBe('accounts.code_needed');
    expect((await pass(headers, shown(secret))).body.next).toBe('password_change');
    expect((await street.stranger.get('/me', headers)).code).toBe('accounts.password_change_needed');
    expect((await street.stranger.post('/me/password-changes', change, headers)).status).toBe(204);
    expect((await street.stranger.get('/me', headers)).status).toBe(200);
  });

  it('leads through another app, set up without the old one', async () => {
    const { headers } = await begin('wang');
    const { secret, codes } = await setUp(headers, { password: testPassword });
    const start = (proof: object) => street.stranger.post('/me/authenticator-setups', proof, headers);
    expect((await start({ password: testPassword })).code).toBe('authenticators.wrong_code');
    expect((await start({ password: testPassword, code: '000000' })).code).toBe('authenticators.wrong_code');
    const renewed = await setUp(headers, { password: testPassword, code: codes[3] });
    expect((await pass((await begin('wang')).headers, shown(secret))).code).toBe('authenticators.wrong_code');
    expect((await pass((await begin('wang')).headers, shown(renewed.secret))).status).toBe(201);
  });

  it('leads through an open event stream or the sign-in of a held session', async () => {
    const { headers } = await begin('xu');
    expect((await street.stranger.get('/notices/stream', headers)).code).toBe('accounts.code_needed');
    expect((await street.stranger.del('/sessions/current', headers)).status).toBe(204);
  });
});

describe('somebody who lost their phone', () => {
  it('is let set up anew by an administrator, is signed out everywhere and told of it', async () => {
    const { headers } = await begin('xu');
    const zheng = street.as('zheng');
    expect((await zheng.post(`/accounts/${street.account('zheng')}/second-step-resets`)).code).toBe(
      'roles.not_on_yourself',
    );
    expect((await zheng.post(`/accounts/${street.account('xu')}/second-step-resets`)).status).toBe(204);
    expect((await street.stranger.get('/sessions/current', headers)).status).toBe(401);
    const again = await begin('xu');
    expect(again.next).toBe('second_step_setup');
    await setUp(again.headers);
    const notices = await street.stranger.get<{ items: { code: string }[] }>('/notices', again.headers);
    expect(notices.body.items.map((notice) => notice.code)).toContain('account.second_step_reset');
    const events = await zheng.get<{ items: { verb: string; by: string }[] }>(
      `/accounts/${street.account('xu')}/events`,
    );
    expect(events.body.items).toContainEqual(expect.objectContaining({ verb: 'reset_second_step', by: '郑管理' }));
  });
});
