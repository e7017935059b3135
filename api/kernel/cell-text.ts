import type { Cell } from './spreadsheet.ts';

const inlineTags = 'a|abbr|b|big|em|font|i|img|label|o:p|s|small|span|strike|strong|sub|sup|u|wbr';
const blockTags =
  'article|blockquote|br|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul';
/** Only names of real elements count: letters quote titles as <会计法> or <A市…办法>, and those must stay. */
const inlineTag = new RegExp(`</?(?:${inlineTags})(?:\\s[^<>]*)?/?>`, 'gi');
const blockTag = new RegExp(`</?(?:${blockTags})(?:\\s[^<>]*)?/?>`, 'gi');
/** Bounded, so that a cell of nothing but openings stays cheap. */
const hiddenParts = /<!--[\s\S]{0,2000}?-->|<(script|style)\b[^<>]*>[\s\S]{0,2000}?<\/\1\s*>/gi;

const namedEntities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  deg: '°',
  times: '×',
  yen: '¥',
  copy: '©',
  reg: '®',
  laquo: '«',
  raquo: '»',
};

const horizontalRun = /[\t\p{Zs}]+/gu;
/** Two ideographic spaces are how a Chinese paragraph begins, also in the middle of a flattened text. */
const tidyRun = (run: string): string => (run.split('\u3000').length > 2 ? '\n' : ' ');
const lineBreak = /\r\n?|[\v\f\u2028\u2029]/g;
/** Control and format characters; the joiner stays, it holds emoji together. */
const invisible = /(?![\n\t\u200d])[\p{Cc}\p{Cf}\ufffc\ufffd]/gu;

/** A cell as clean plain text: markup and entities resolved, white space tidied, paragraphs kept as lines. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return String(cell)
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(hiddenParts, '')
    .replace(blockTag, '\n')
    .replace(inlineTag, '')
    .replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,6});/gi, resolveEntity)
    .replace(lineBreak, '\n')
    .replace(invisible, '')
    .replace(horizontalRun, tidyRun)
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line: titles, numbers, places. */
export const cellLine = (cell: Cell | undefined): string => cellText(cell).replace(/\s+/g, ' ');

function resolveEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return namedEntities[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
}
