import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pictures of every screen of the last run, to be looked at; not kept. */
export const pictures = path.resolve(import.meta.dirname, '../test-results/screens');
fs.mkdirSync(pictures, { recursive: true });

/** Looks at the screen as it stands now: nothing serious for a reader with other senses (U3, S18), nothing cut off, and a picture of it. */
export async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  await page.evaluate(`window.axe || (() => { ${axe} })()`);
  const { violations } = await page.evaluate<AxeResults>(`window.axe.run(document, { resultTypes: ['violations'] })`);
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' · ')}`);
  expect(serious).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Nothing is waited for any more and nothing moves. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"], .skeleton') &&
      document.getAnimations().every(({ playState, effect }) => {
        return playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
      }),
    undefined,
    { timeout: 10_000 },
  );
}
