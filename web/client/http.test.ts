import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { address } from './address.ts';
import { call } from './http.ts';
import { spoken } from './language.ts';
import { OfflineError, ProblemError } from './problem.ts';

const answers = vi.fn<typeof fetch>();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', answers);
  vi.stubGlobal('navigator', { onLine: true, languages: [] });
  vi.stubGlobal('localStorage', { getItem: () => null });
});
afterEach(() => {
  vi.useRealTimers();
  answers.mockReset();
});

const headersOf = (nth: number) => answers.mock.calls[nth]?.[1]?.headers as Record<string, string>;

test('a POST without an answer is sent again with the same key', async () => {
  answers
    .mockRejectedValueOnce(new TypeError('network'))
    .mockResolvedValueOnce(Response.json({ id: 1 }, { status: 201 }));
  const sent = call('POST', '/cases', { body: {} });
  await vi.runAllTimersAsync();
  await expect(sent).resolves.toEqual({ id: 1 });
  expect(headersOf(0)['Idempotency-Key']).toBeTruthy();
  expect(headersOf(1)['Idempotency-Key']).toBe(headersOf(0)['Idempotency-Key']);
});

test('three times no answer is no network', async () => {
  answers.mockRejectedValue(new TypeError('network'));
  const sent = call('POST', '/cases');
  const outcome = expect(sent).rejects.toBeInstanceOf(OfflineError);
  await vi.runAllTimersAsync();
  await outcome;
  expect(answers).toHaveBeenCalledTimes(3);
});

test('a refusal is an answer: not sent again, and its words reach the reader', async () => {
  const body = {
    type: 'about:blank',
    status: 422,
    code: 'cases.x',
    title: 'No',
    fields: [{ path: 'body', message: 'short' }],
  };
  answers.mockResolvedValue(Response.json(body, { status: 422 }));
  const error = await call('POST', '/cases').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).field('body')).toBe('short');
  expect(answers).toHaveBeenCalledTimes(1);
});

test('an answer that is not ours counts as the server failing', async () => {
  answers.mockResolvedValue(
    new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
  );
  await expect(call('GET', '/me')).rejects.toMatchObject({ body: { code: 'server.failed', status: 502 } });
});

test('a version goes out as If-Match and nothing as nothing', async () => {
  answers.mockResolvedValue(new Response(null, { status: 204 }));
  await expect(call('PATCH', '/cases/1', { body: {}, ifMatch: 3 })).resolves.toBeUndefined();
  expect(headersOf(0)['If-Match']).toBe('"3"');
});

test('lists become repeated keys, empty values are left out', () => {
  expect(address('/cases', { state: ['submitted', 'accepted'], q: '', area: undefined, limit: 20 })).toBe(
    '/api/v1/cases?state=submitted&state=accepted&limit=20',
  );
});

test.each([
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['en-GB', 'en'],
  ['fr', undefined],
])('%s is read as %s', (tag, language) => {
  expect(spoken(tag)).toBe(language);
});
