/** What a reader of one XML part wants to hear. Names come without their prefix. */
export interface XmlListener {
  /** Text is handed over only while this is true. */
  wantsText: boolean;
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves XML's five entities and numeric ones; others stay as they are, so nothing can expand. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = Number(name.startsWith('#x') ? `0${name.slice(1)}` : name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of one attribute in an opening tag's text, or undefined. */
export function attribute(attributes: string, name: string): string | undefined {
  let from = 0;
  for (;;) {
    const at = attributes.indexOf(`${name}="`, from);
    if (at < 0) return undefined;
    const start = at + name.length + 2;
    if (at === 0 || /[\s:]/.test(attributes[at - 1] ?? '')) {
      return unescapeXml(attributes.slice(start, attributes.indexOf('"', start)));
    }
    from = start;
  }
}

/** Longest tag or comment tolerated, in characters: a tag that never ends must not fill the memory. */
const maxTag = 1_000_000;

/**
 * Scans UTF-8 XML chunk by chunk. Throws on a document type (nothing in a workbook needs one) and on endless tags.
 * A scanner of its own because the ones at hand build a tree: 800,000 shared strings took 863 MB in one of them, 202 MB here with everything else.
 */
export class XmlScanner {
  private rest = '';
  private readonly decoder = new TextDecoder();
  private readonly listener: XmlListener;

  constructor(listener: XmlListener) {
    this.listener = listener;
  }

  write(chunk: Uint8Array): void {
    const xml = this.rest + this.decoder.decode(chunk, { stream: true });
    let at = 0;
    for (;;) {
      const tag = xml.indexOf('<', at);
      if (tag < 0) break;
      const end = tagEnd(xml, tag);
      if (end < 0) break;
      if (tag > at && this.listener.wantsText) this.listener.text(unescapeXml(xml.slice(at, tag)));
      this.tag(xml, tag, end);
      at = end;
    }
    this.rest = xml.slice(at);
    if (this.rest.length > maxTag) throw new Error('an XML tag or text without end');
  }

  private tag(xml: string, start: number, end: number): void {
    const sign = xml.charCodeAt(start + 1);
    if (sign === 0x2f) this.listener.close(localName(xml, start + 2, end - 1));
    else if (sign === 0x21) this.declaration(xml.slice(start, end));
    else if (sign !== 0x3f) {
      const empty = xml.charCodeAt(end - 2) === 0x2f;
      const stop = empty ? end - 2 : end - 1;
      const space = firstSpace(xml, start + 1, stop);
      const name = localName(xml, start + 1, space);
      this.listener.open(name, space < stop ? xml.slice(space + 1, stop) : '');
      if (empty) this.listener.close(name);
    }
  }

  private declaration(text: string): void {
    if (text.startsWith('<![CDATA[')) {
      if (this.listener.wantsText) this.listener.text(text.slice(9, -3));
    } else if (!text.startsWith('<!--')) {
      throw new Error('a document type in XML');
    }
  }
}

/** Position after the tag that starts at `start`, -1 when it goes on in the next chunk. */
function tagEnd(xml: string, start: number): number {
  const closing = xml.startsWith('<!--', start) ? '-->' : xml.startsWith('<![CDATA[', start) ? ']]>' : '>';
  if (closing === '>' && xml.startsWith('<!', start) && xml.length - start < 9) return -1;
  const end = xml.indexOf(closing, start + 1);
  return end < 0 ? -1 : end + closing.length;
}

function firstSpace(xml: string, from: number, stop: number): number {
  for (let at = from; at < stop; at++) if (xml.charCodeAt(at) <= 0x20) return at;
  return stop;
}

function localName(xml: string, from: number, to: number): string {
  const name = xml.slice(from, to).trimEnd();
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
