import { once } from 'node:events';
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account, Me } from '../../../contract/accounts.ts';
import { openTestStreet, type TestStreet, testPassword } from '../../../tools/test-street.ts';
import { openSession } from './index.ts';

const code = '350702001000';
let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

const signIn = (login: string, password = testPassword, headers: Record<string, string> = {}) =>
  street.stranger.post<{ token: string; me: Me }>(
    '/sessions',
    { street: code, login, password, client: 'program' },
    headers,
  );

/** A session of its own, to be ended. */
async function newToken(person: Parameters<TestStreet['account']>[0]): Promise<Record<string, string>> {
  const token = await street.inside(
    (tx) => openSession(tx, street.account(person), 'test', street.clock.now()),
    person,
  );
  return { authorization: `Bearer ${token}` };
}

describe('signing in', () => {
  it('says the same whether the person, the street or the password is unknown', async () => {
    const wrong = await signIn('chen', 'wrong-word-1');
    const nobody = await signIn('nobody-here', 'wrong-word-1');
    expect([wrong.status, wrong.code]).toEqual([401, 'accounts.sign_in_failed']);
    expect({ ...nobody.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect(
      (await street.stranger.post('/sessions', { street: '999999999999', login: 'chen', password: 'x' })).code,
    ).toBe('accounts.unknown_street');
  });

  it('takes login and mobile number, and finds nobody of another street', async () => {
    expect((await signIn('chen')).body.me).toMatchObject({ name: '陈桂花', street: { name: '同心街道' } });
    expect((await signIn('13800000001')).body.me).toMatchObject({ name: '陈桂花' });
    expect((await signIn('hu')).code).toBe('accounts.sign_in_failed');
  });

  it('gives a browser a cookie that scripts and other sites cannot use, and no token', async () => {
    const { body, headers } = await street.stranger.post('/sessions', {
      street: code,
      login: 'chen',
      password: testPassword,
    });
    expect(body.token).toBeUndefined();
    expect(String(headers['set-cookie'])).toMatch(/^linju_session=lj_[\w-]{64}; .*HttpOnly; SameSite=Lax$/);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    expect((await street.stranger.get('/me', { cookie })).status).toBe(200);
    const foreign = await street.stranger.patch('/me', { elderMode: true }, { cookie, 'sec-fetch-site': 'cross-site' });
    expect([foreign.status, foreign.code]).toEqual([403, 'request.foreign_origin']);
  });

  it('lets the same person in on many devices at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn('wang')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
  });

  it('stops the eleventh try from one place, not from another, and lets in again after a quarter of an hour', async () => {
    const from = (address: string, password: string) =>
      street.app.inject({
        method: 'POST',
        url: '/api/v1/sessions',
        remoteAddress: address,
        payload: { street: code, login: 'zhou', password, client: 'program' },
      });
    for (let i = 0; i < 10; i++) expect((await from('10.0.0.1', 'wrong-word-1')).statusCode).toBe(401);
    const stopped = await from('10.0.0.1', testPassword);
    expect([stopped.statusCode, stopped.json().code]).toEqual([429, 'accounts.too_many_tries']);
    expect(stopped.headers['retry-after']).toBeDefined();
    const spoofed = await street.app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      remoteAddress: '10.0.0.1',
      headers: { 'x-forwarded-for': '10.9.9.9' },
      payload: { street: code, login: 'zhou', password: testPassword },
    });
    expect(spoofed.statusCode).toBe(429);
    expect((await from('10.0.0.2', testPassword)).statusCode).toBe(201);
    street.clock.advance(16 * 60_000);
    expect((await from('10.0.0.1', testPassword)).statusCode).toBe(201);
  }, 60_000);
});

describe('rights end with the next request (S8)', () => {
  const list = (headers: Record<string, string>) => street.stranger.get('/case-overview', headers);

  it('when a role ends', async () => {
    const headers = await newToken('li');
    expect((await list(headers)).status).toBe(200);
    const li = street.account('li');
    const { body } = await street.as('zheng').get<{ items: Account[] }>('/accounts?limit=100');
    const grant = body.items.find(({ id }) => id === li)?.grants[0];
    expect((await street.as('zheng').del(`/accounts/${li}/grants/${grant?.id}`)).status).toBe(204);
    expect((await list(headers)).code).toBe('request.forbidden');
    const given = {
      roleId: street.role('网格员'),
      areaId: street.area('wenti.1'),
      organizationId: street.body('wentiDesk'),
    };
    expect((await street.as('zheng').post(`/accounts/${li}/grants`, given)).status).toBe(201);
    expect((await list(headers)).status).toBe(200);
  });

  it('when one signs out, and for one device only', async () => {
    const [here, there] = [await newToken('sun'), await newToken('sun')];
    expect((await list(here)).status).toBe(200);
    expect((await street.stranger.del('/sessions/current', here)).status).toBe(204);
    expect([(await list(here)).code, (await list(there)).status]).toEqual(['request.unauthenticated', 200]);
  });

  it('when another password is set, but for the session that set it', async () => {
    const [here, there] = [await newToken('wang'), await newToken('wang')];
    const next = 'tongxin-2027';
    expect((await street.stranger.post('/me/password-changes', { current: 'wrong-word', next }, here)).code).toBe(
      'accounts.wrong_password',
    );
    expect(
      (await street.stranger.post('/me/password-changes', { current: testPassword, next: 'wang-2026' }, here)).code,
    ).toBe('accounts.password_holds_login');
    expect(
      (await street.stranger.post('/me/password-changes', { current: testPassword, next: testPassword }, here)).code,
    ).toBe('accounts.password_same');
    expect((await street.stranger.post('/me/password-changes', { current: testPassword, next }, here)).status).toBe(
      204,
    );
    expect([(await street.stranger.get('/me', here)).status, (await street.stranger.get('/me', there)).status]).toEqual(
      [200, 401],
    );
    expect((await signIn('wang', next)).status).toBe(201);
  });

  it('when the account is suspended: its requests and its open stream end, at once', async () => {
    const headers = await newToken('zhao');
    await street.app.listen({ port: 0, host: '127.0.0.1' });
    const address = street.app.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const request = http.get({
      port,
      path: '/api/v1/notices/stream',
      headers: { ...headers, accept: 'text/event-stream' },
    });
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    let endedAt = Number.NaN;
    response.resume().once('end', () => {
      endedAt = performance.now();
    });
    const before = performance.now();
    expect((await street.as('zheng').post(`/accounts/${street.account('zhao')}/suspension`)).status).toBe(201);
    expect((await street.stranger.get('/me', headers)).status).toBe(401);
    await expect.poll(() => endedAt - before).toBeLessThan(1_500);
    expect((await signIn('zhao')).code).toBe('accounts.sign_in_failed');
  });

  it('when a session is thirty days old', async () => {
    const headers = await newToken('qin');
    expect((await street.stranger.get('/me', headers)).status).toBe(200);
    street.clock.advance(31 * 86_400_000);
    street.open.world.forgetActors(street.account('qin'));
    expect((await street.stranger.get('/me', headers)).status).toBe(401);
    street.clock.advance(-31 * 86_400_000);
  });
});
