import type { Locator, Page } from 'playwright-core';

/** A person who has no mouse and does not touch the screen. */
export interface Typist {
  /** Tab after Tab as far as the control; at each stop it can be seen where one is. */
  reach(control: Locator): Promise<void>;
  /** As `reach`, and then Enter. */
  enter(control: Locator): Promise<void>;
  /** As `reach`, and then words. */
  write(control: Locator, words: string): Promise<void>;
}

const mostStops = 120;

export function typist(page: Page): Typist {
  async function reach(control: Locator): Promise<void> {
    await control.waitFor({ state: 'attached' });
    for (let stops = 0; stops < mostStops; stops += 1) {
      if (await control.evaluate((wanted) => wanted === document.activeElement)) return;
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(unseenFocus);
      if (unseen) throw new Error(`on the way to ${control} the focus is not seen: ${unseen}`);
    }
    throw new Error(`${control} is not reached by Tab`);
  }
  return {
    reach,
    async enter(control) {
      await reach(control);
      await page.keyboard.press('Enter');
    },
    async write(control, words) {
      await reach(control);
      await page.keyboard.insertText(words);
    },
  };
}

/** In the page: what is wrong with how the focused control shows, or nothing. The focus may be drawn by what stands for a control. */
async function unseenFocus(): Promise<string | undefined> {
  const at = document.activeElement;
  if (!at || at === document.body) return undefined;
  const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : [];
  const stands: Element[] = [at, ...labels, ...at.querySelectorAll('*')];
  for (let up = at.parentElement; up && up !== document.body; up = up.parentElement) stands.push(up);

  function isDrawn(one: Element): boolean {
    const { boxShadow, outlineStyle, outlineWidth, outlineColor, stroke, strokeWidth } = getComputedStyle(one);
    const { width, height } = one.getBoundingClientRect();
    const ring = /0px 0px 0px 4px|0px 0px 0px 2px inset/.test(boxShadow);
    const outline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    const line = one instanceof SVGElement && stroke !== 'none' && Number.parseFloat(strokeWidth) >= 2;
    return Math.min(width, height) > 4 && (ring || outline || (line && at !== one && at?.contains(one) === true));
  }
  function isSeen(one: Element): boolean {
    const { left, top, width, height } = one.getBoundingClientRect();
    const parts = [0.1, 0.5, 0.9];
    return parts.some((x) =>
      parts.some((y) => {
        const hit = document.elementFromPoint(left + width * x, top + height * y);
        return hit !== null && (one.contains(hit) || hit.contains(one));
      }),
    );
  }
  // A ring fades in, and a page scrolls to it.
  for (const end = performance.now() + 1_500; performance.now() < end; ) {
    if (stands.some((one) => isDrawn(one) && isSeen(one))) return undefined;
    await new Promise(requestAnimationFrame);
  }
  const drawn = stands.find(isDrawn);
  const said = `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 30)}`;
  return drawn ? `${said} is covered or outside the window` : `nothing is drawn around ${said}`;
}
