import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { roleSets } from '../contract/accounts.ts';
import { CaseMetric, caseKinds, caseSources, caseStates, caseVerbs, DeadlineStanding } from '../contract/cases.ts';
import { dangerWords } from '../contract/danger.ts';
import { traditionalFiles } from './build-traditional.ts';

type Words = Record<string, string>;
const web = join(import.meta.dirname, '../web');
const here = join(web, 'client/i18n');
const areas = readdirSync(join(here, 'zh-Hans')).map((file) => file.replace('.json', ''));
const read = (language: string, area: string): Words =>
  JSON.parse(readFileSync(join(here, language, `${area}.json`), 'utf8'));

const singular = (key: string) => key.replace(/_(one|other)$/, '');
const keysOf = (words: Words) => [...new Set(Object.keys(words).map(singular))].sort();
const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();
const wordsFor = (area: string, key: string) => read('zh-Hans', area)[key];

describe.each(areas)('%s', (area) => {
  const chinese = read('zh-Hans', area);
  test.each(['zh-Hant', 'en'])('has the same keys in %s', (language) => {
    expect(keysOf(read(language, area))).toEqual(keysOf(chinese));
  });

  test.each(['zh-Hant', 'en'])('has the same placeholders and no empty text in %s', (language) => {
    for (const [key, text] of Object.entries(read(language, area))) {
      expect(text.trim(), key).not.toBe('');
      expect(placeholders(text), key).toEqual(placeholders(chinese[singular(key)] ?? ''));
    }
  });

  test('says nothing in Chinese in English', () => {
    const said = Object.entries(read('en', area)).filter(([key]) => key !== 'app.seal');
    for (const [key, text] of said) expect(text, key).not.toMatch(/\p{Script=Han}/u);
  });
});

test.each(Object.entries(dangerWords))(
  'the phone knows the words of danger for %s that the server marks cases by',
  (number, words) => {
    const shown = ['zh-Hans', 'en'].flatMap((language) =>
      read(language, 'mobile')[`danger.words.${number}`]?.split('|'),
    );
    expect(shown).toEqual(words);
  },
);

test('督办 has the one English word that the glossary gives it', () => {
  for (const area of areas) {
    const english = read('en', area);
    for (const [key, text] of Object.entries(read('zh-Hans', area)))
      if (/督办|盯着/.test(text)) expect(english[key], `${area}:${key}`).toMatch(/supervis/i);
    for (const [key, text] of Object.entries(english)) expect(text, `${area}:${key}`).not.toMatch(/\bwatch/i);
  }
});

test('traditional Chinese is what the generator makes of the simplified', async () => {
  for (const { path, text } of await traditionalFiles()) {
    expect(readFileSync(path, 'utf8'), `${path}: run tools/build-traditional.ts`).toBe(text);
  }
});

test.each(caseStates)('the state %s has its words for staff and for the resident', (state) => {
  for (const key of [`state.${state}`, `resident.${state}`, `short.${state}`])
    expect(wordsFor('cases', key)).toBeTruthy();
});

test('every kind, source, verb, standing, metric and role has its words', () => {
  for (const kind of caseKinds) expect(wordsFor('cases', `kind.${kind}`), kind).toBeTruthy();
  for (const source of caseSources) expect(wordsFor('cases', `source.${source}`), source).toBeTruthy();
  for (const verb of caseVerbs)
    expect(wordsFor('cases', `verb.${verb}`) ?? wordsFor('moves', `verb.${verb}`), verb).toBeTruthy();
  for (const standing of DeadlineStanding.options)
    expect(wordsFor('cases', `standing.${standing}`), standing).toBeTruthy();
  for (const metric of CaseMetric.options) expect(wordsFor('figures', `metric.${metric}`), metric).toBeTruthy();
  for (const role of roleSets) expect(wordsFor('accounts', `role.${role}`), role).toBeTruthy();
});

test('every notice the server writes has its sentence', () => {
  const code = /announce\([^;]*?'(case\.[a-z_]+)'/g;
  const written = sourceFiles(join(web, '../api/modules')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(code)].map(([, found]) => found as string),
  );
  expect(new Set(written).size).toBeGreaterThan(5);
  for (const notice of new Set(written)) expect(wordsFor('notices', notice), notice).toBeTruthy();
});

test('every key written out in the source exists', () => {
  const used = /\bt\(\s*'([\w]+:)?([\w.]+)'/g;
  for (const file of sourceFiles(web)) {
    for (const [, area = 'common:', key = ''] of readFileSync(file, 'utf8').matchAll(used)) {
      const words = keysOf(read('zh-Hans', area.slice(0, -1)));
      expect(words, `${area}${key} in ${file}`).toContain(key);
    }
  }
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => join(folder, file));
}
