/**
 * Stands in for `@rc-component/util/Dom/dynamicCSS` (see vite.config.ts): antd's styles go into adopted style sheets,
 * which a content security policy without `unsafe-inline` allows, while `<style>` elements made at run time are refused.
 */
type Options = { priority?: number };
type Entry = { sheet: CSSStyleSheet; css: string; priority: number; handle: HTMLStyleElement };

const entries = new Map<string, Entry>();

function adopt() {
  const ours = new Set([...entries.values()].map((entry) => entry.sheet));
  const foreign = document.adoptedStyleSheets.filter((sheet) => !ours.has(sheet));
  const sorted = [...entries.values()].sort((a, b) => a.priority - b.priority);
  document.adoptedStyleSheets = [...foreign, ...sorted.map((entry) => entry.sheet)];
}

export function updateCSS(css: string, key: string, options: Options = {}): HTMLStyleElement {
  const present = entries.get(key);
  if (present?.css === css) return present.handle;
  const sheet = present?.sheet ?? new CSSStyleSheet();
  sheet.replaceSync(css);
  const handle = present?.handle ?? document.createElement('style');
  entries.set(key, { sheet, css, handle, priority: options.priority ?? 0 });
  if (!present) adopt();
  return handle;
}

export function removeCSS(key: string): void {
  const entry = entries.get(key);
  if (!entry) return;
  entries.delete(key);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
}

let injected = 0;
export function injectCSS(css: string, options: Options = {}): HTMLStyleElement {
  injected += 1;
  return updateCSS(css, `injected-${injected}`, options);
}

export function clearContainerCache(): void {
  entries.clear();
}
