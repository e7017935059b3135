import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { as, type Device } from './browser.ts';
import { caseAt, type Who } from './people.ts';
import { look, settled } from './screen-checks.ts';

const languages = { 'zh-Hant': 'zh-TW', en: 'en-US' } as const;
type Language = keyof typeof languages;

const folder = path.resolve(import.meta.dirname, '../web/client/i18n');
function wordsOf(language: Language | 'zh-Hans'): Map<string, string> {
  const files = fs.readdirSync(path.join(folder, language)).filter((file) => file.endsWith('.json'));
  const all = files.flatMap((file) => {
    const words = JSON.parse(fs.readFileSync(path.join(folder, language, file), 'utf8')) as Record<string, string>;
    return Object.entries(words).map(([key, text]) => [`${file.slice(0, -5)}:${key}`, text] as const);
  });
  return new Map(all);
}

/** Words of the interface in simplified Chinese that are written otherwise in the other language. */
function foreignTo(language: Language): Set<string> {
  const there = wordsOf(language);
  const here = [...wordsOf('zh-Hans')].filter(([key, text]) => there.get(key) !== text && !text.includes('{{'));
  const same = new Set(there.values());
  // The seal 邻 is the logo, drawn as it is in every language.
  return new Set(here.map(([, text]) => text).filter((text) => !same.has(text) && text !== '邻'));
}

/** Every piece of text a reader or a screen reader meets on the page. */
function textsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [document.title];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement && !parentElement.closest('script, style')) texts.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'])
        texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter(Boolean);
  });
}

/** What is shown where a key has no words: the key itself, with or without its area. */
const keys = new Set([...wordsOf('zh-Hans').keys()].flatMap((key) => [key, key.slice(key.indexOf(':') + 1)]));
const isKey = (text: string) => text.includes('.') && keys.has(text);

const walks: readonly { who: Who; device: Device; paths: (id: string) => readonly string[] }[] = [
  {
    who: 'resident',
    device: 'phone',
    paths: (id) => ['/', '/raise', '/mine', `/cases/${id}`, '/notices', '/me', '/me/devices'],
  },
  { who: 'gridWorker', device: 'phone', paths: () => ['/', '/handling', '/grid'] },
  {
    who: 'staff',
    device: 'desk',
    paths: (id) => [
      '/console/?view=all',
      `/console/?view=all&case=${id}`,
      `/console/cases/${id}`,
      '/console/register',
      '/console/hotline',
      '/console/overview',
      '/console/figures/case_raised',
      '/console/account',
    ],
  },
  { who: 'administrator', device: 'desk', paths: () => ['/console/people'] },
];

describe.each(Object.entries(languages) as [Language, string][])('in %s', (language, locale) => {
  const foreign = foreignTo(language);

  it('J14 the doors speak it', async () => {
    expect(foreign.size).toBeGreaterThan(100);
    for (const [path, device] of [
      ['/sign-in', 'phone'],
      ['/console/sign-in', 'desk'],
    ] as const) {
      const { page } = await as('nobody', device, { locale });
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      const texts = await textsOn(page);
      expect(texts.filter((text) => foreign.has(text) || isKey(text))).toEqual([]);
      await look(page, `J14-${language}-door-${device}`);
    }
  });

  it.each(walks)('J14 $who reads every screen in it', async ({ who, device, paths }) => {
    const one = await caseAt('resolved', '路边的井盖松了，车一过就响');
    const { page } = await as(who, device, { locale });
    for (const [index, path] of paths(one.id).entries()) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await settled(page);
      const texts = await textsOn(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(
        texts.filter((text) => foreign.has(text) || isKey(text)),
        path,
      ).toEqual([]);
      // The same screens as in simplified characters, which the other journeys look at; English is longer and is looked at.
      if (language === 'en') await look(page, `J14-${language}-${who}-${index}`);
    }
  });
});
