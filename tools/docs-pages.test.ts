import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { docsPages } from './docs-pages.ts';

it('keeps the pages that are made from the code up to date', async () => {
  for (const [file, text] of Object.entries(await docsPages())) {
    const kept = fs.readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8');
    expect(kept === text, `${file} is stale: run node_modules/.bin/node tools/write-docs.ts`).toBe(true);
  }
});

it('names every permission with how far it goes', async () => {
  const page = (await docsPages())['docs/permissions.md'] ?? '';
  expect(page).toMatch(/\| `case\.accept` \| {2}\| area \| {2}\| area \| street \| {2}\|/);
  expect(page.match(/^\| \w+ \| `/gm)?.length).toBeGreaterThan(15);
});
