import { describe, expect, it } from 'vitest';
import { labelIn, matched } from './language.ts';

describe('the caller’s language', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK;q=0.9', 'zh-Hant'],
    ['zh-Hant-MO', 'zh-Hant'],
    ['en-GB', 'en'],
    ['fr, en;q=0.5', 'en'],
    ['fr', undefined],
    ['', undefined],
    [';;;,,,', undefined],
  ])('%s is %s', (header, language) => {
    expect(matched(header)).toBe(language);
  });
});

describe('labels kept as data', () => {
  it('fall back to zh-Hans, and to nothing', () => {
    expect(labelIn({ 'zh-Hans': '网格', en: 'Grid' }, 'en')).toBe('Grid');
    expect(labelIn({ 'zh-Hans': '网格' }, 'en')).toBe('网格');
    expect(labelIn({}, 'en')).toBe('');
  });
});
