import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasePlacer, openCasePlacer } from '../../tools/test-cases.ts';
import { openTestStreet, type TestStreet } from '../../tools/test-street.ts';

let street: TestStreet;
let cases: CasePlacer;
beforeAll(async () => {
  street = await openTestStreet({ RATE_LIMIT: '40' });
  cases = await openCasePlacer(street);
});
afterAll(async () => {
  await cases.close();
  await street.close();
});

describe('a failure', () => {
  it('is a problem document in the caller’s language, with the id to ask after', async () => {
    const missing = '/cases/019aa5b0-0000-7000-8000-000000000000';
    const { status, headers, body } = await street.as('chen').get(missing);
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(body).toEqual({
      type: '/problems/cases.not_found',
      status: 404,
      code: 'cases.not_found',
      title: '没有找到这件事，或您不能查看。',
      requestId: expect.any(String),
    });
    const title = async (language: string) =>
      (await street.as('chen').get(missing, { 'accept-language': language })).body.title;
    expect(await title('zh-TW')).toBe('沒有找到這件事，或您不能查看。');
    expect(await title('en')).toBe('Not found, or not yours to see.');
  });

  it.each([
    ['what is no JSON', '{', 'application/json', 400, 'request.unreadable'],
    ['text with a zero in it', JSON.stringify({ body: '灯\u0000坏' }), 'application/json', 400, 'request.unreadable'],
    ['half a sign', '{"body":"灯坏了\\ud83d"}', 'application/json', 400, 'request.unreadable'],
    ['another kind of body', '<body/>', 'application/xml', 415, 'request.unsupported_media_type'],
    ['two megabytes', JSON.stringify({ body: 'x'.repeat(2 << 20) }), 'application/json', 413, 'request.too_large'],
  ])('says what was wrong with %s', async (_, payload, type, status, code) => {
    const authorization = `Bearer ${await street.token('wang')}`;
    const headers = { authorization, 'content-type': type };
    const answer = await street.app.inject({ method: 'POST', url: '/api/v1/cases', payload, headers });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });
});

describe('If-Match', () => {
  it.each([
    ['"1"', 201],
    ['W/"1"', 201],
    ['"2"', 412],
    ['*', 412],
    ['1', 412],
  ])('%s on a case of version 1 answers %d', async (header, status) => {
    const id = await cases.place({ raiser: 'chen', area: 'wenti.1', state: 'submitted' });
    expect((await street.as('wu').post(`/cases/${id}/acceptance`, {}, { 'if-match': header })).status).toBe(status);
  });
});

describe('the limit of requests', () => {
  it('stops one session, not another, and a made-up token does not help', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 45; turn++) statuses.push((await street.as('li').get('/me')).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
    expect((await street.as('xu').get('/me')).status).toBe(200);
    const tried: number[] = [];
    for (let turn = 0; turn < 45; turn++) {
      const headers = { authorization: `Bearer lj_${String(turn).padStart(64, 'x')}` };
      tried.push((await street.app.inject({ url: '/api/v1/streets', headers, remoteAddress: '10.1.1.1' })).statusCode);
    }
    expect([tried[0], tried.at(-1)]).toEqual([200, 429]);
  });
});
