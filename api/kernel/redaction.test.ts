import { expect, test } from 'vitest';
import { redactLine, redactText } from './redaction.ts';

test.each([
  ['打 13812345678 找他', '打 138****5678 找他'],
  ['+8613812345678', '+86138****5678'],
  ['138 1234 5678', '138****5678'],
  ['138-1234-5678', '138****5678'],
  ['530102199001011234', '530***********1234'],
  ['53010219900101123X', '530***********123X'],
  ['530102 19900101 1234', '530***********1234'],
  ['Authorization: Bearer abc.def', 'Authorization: [hidden] [hidden]'],
  ['Bearer abc', 'Bearer [hidden]'],
  ['password=correct&x=1', 'password=[hidden]&x=1'],
  ['linju_session=abc; Path=/', 'linju_session=[hidden]; Path=/'],
  ['accessToken: abc', 'accessToken: [hidden]'],
  ['inside: abc', 'inside: abc'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '[hidden]'],
  ['q7Jx0Zs3VYb9kLw2TnRfHc5MdPu8EgAi1XoKe6tBvNy', '[hidden]'],
])('%s is written as %s', (text, written) => {
  expect(redactText(text)).toBe(written);
});

test.each([
  '0193b1d2-7c1a-7e3f-9a55-3b0c6f1d2e4a',
  '1763745341000',
  '2026-11-21T17:35:00.123Z',
  '编号 2026112100012',
  'POST /api/v1/sessions',
  'at Session.open (session.ts:12:3)',
  '{"code":"23505"}',
  '0871-6361234',
])('%s is left as it is', (text) => {
  expect(redactText(text)).toBe(text);
});

test('a secret under its own name is hidden whatever its shape, and a line that is no JSON is still masked', () => {
  expect(
    JSON.parse(redactLine('{"set-cookie":["a"],"password":1,"linju_session":"x","api-key":"y","code":"23505"}')),
  ).toEqual({
    'set-cookie': '[hidden]',
    password: '[hidden]',
    linju_session: '[hidden]',
    'api-key': '[hidden]',
    code: '23505',
  });
  expect(redactLine('phone 13812345678 {')).toBe('phone 138****5678 {');
});
