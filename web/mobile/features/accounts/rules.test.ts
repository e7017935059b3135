import { expect, test } from 'vitest';
import { deviceName, digitsMissing } from './rules.ts';

test.each([
  ['1380013', 4],
  ['13800138000', 0],
  ['138 0013 8000', 0],
  ['138001380001', -1],
  ['chen.xiulan', 0],
  ['12345', 0],
])('%s lacks %i digits', (login, missing) => {
  expect(digitsMissing(login)).toBe(missing);
});

test.each([
  [
    'Mozilla/5.0 (Linux; Android 13; V2203A) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 MicroMessenger/8.0',
    'Android · 微信 WeChat',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0', 'Windows · Edge'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604',
    'iPhone · Safari',
  ],
  ['curl/8.0', 'curl/8.0'],
])('a device is named in words', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
