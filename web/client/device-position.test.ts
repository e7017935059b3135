import { describe, expect, it } from 'vitest';
import { crsOf } from './device-position.ts';

const android =
  'Mozilla/5.0 (Linux; Android 13; V2231A Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0';
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

describe('what a browser counts positions in', () => {
  it.each([
    [
      'Chrome on Android',
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36',
    ],
    ['Safari on an iPhone', `${iPhone} Version/17.5 Safari/604.1`],
    ['WeChat on an iPhone', `${iPhone} MicroMessenger/8.0.50(0x18003234) NetType/WIFI Language/zh_CN`],
    ['Alipay on an iPhone', `${iPhone} AliApp(AP/10.6.0) AlipayClient/10.6.0`],
    [
      'HarmonyOS',
      'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 Mobile Safari/537.36 ArkWeb/4.1',
    ],
    ['Chrome at a desk', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36'],
    [
      'WeChat at a desk',
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/116.0 Safari/537.36 MicroMessenger/7.0.20',
    ],
  ])('%s: WGS-84', (_, userAgent) => {
    expect(crsOf(userAgent)).toBe('wgs84');
  });

  it.each([
    [
      'WeChat',
      `${android} Mobile Safari/537.36 MMWEBID/4041 MicroMessenger/8.0.50.2701(0x2800325B) WeChat/arm64 Weixin`,
    ],
    ['the QQ browser', `${android} MQQBrowser/14.9 Mobile Safari/537.36`],
    ['QQ', `${android} MQQBrowser/6.2 TBS/046291 Mobile Safari/537.36 V1_AND_SQ_8.9.0 QQ/8.9.0.9560`],
    ['Alipay', `${android} UCBS/3.22 Mobile Safari/537.36 AliApp(AP/10.5.96) AlipayClient/10.5.96`],
    ['the Baidu app', `${android} Mobile Safari/537.36 baiduboxapp/13.60.0.10 (Baidu; P1 13)`],
  ])('%s on Android: GCJ-02', (_, userAgent) => {
    expect(crsOf(userAgent)).toBe('gcj02');
  });
});
