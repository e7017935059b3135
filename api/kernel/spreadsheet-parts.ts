import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import type { XmlListener } from './xml-scanner.ts';
import { attribute, XmlScanner } from './xml-scanner.ts';

/** The parts of a workbook a reader of values needs, opened by name. Close it. */
export class WorkbookParts {
  private readonly archive: ZipFile;
  private readonly entries: Map<string, Entry>;

  private constructor(archive: ZipFile, entries: Map<string, Entry>) {
    this.archive = archive;
    this.entries = entries;
  }

  static async open(file: string): Promise<WorkbookParts> {
    const archive = await openPromise(file, { autoClose: false });
    const entries = new Map<string, Entry>();
    for await (const entry of archive.eachEntry()) entries.set(entry.fileName, entry);
    return new WorkbookParts(archive, entries);
  }

  close(): void {
    this.archive.close();
  }

  /** The part's bytes, or null when the workbook has no such part. */
  async stream(name: string): Promise<Readable | null> {
    const entry = this.entries.get(name);
    return entry ? await this.archive.openReadStreamPromise(entry) : null;
  }

  private async scan(name: string, listener: XmlListener): Promise<void> {
    const scanner = new XmlScanner(listener);
    for await (const chunk of (await this.stream(name)) ?? []) scanner.write(chunk as Buffer);
  }

  private async eachElement(name: string, open: XmlListener['open']): Promise<void> {
    await this.scan(name, { wantsText: false, open, close: () => {}, text: () => {} });
  }

  /** Names of the first visible sheet's part and of the parts it needs. Throws when the workbook has no sheet. */
  async layout() {
    let workbook = 'xl/workbook.xml';
    await this.eachElement('_rels/.rels', (name, attributes) => {
      const target = attribute(attributes, 'Target');
      if (name === 'Relationship' && target && attribute(attributes, 'Type')?.endsWith('/officeDocument')) {
        workbook = path.posix.join('/', target).slice(1);
      }
    });
    const folder = path.posix.dirname(workbook);
    const targets = new Map<string, string>();
    let shared = '';
    let styles = '';
    await this.eachElement(`${folder}/_rels/${path.posix.basename(workbook)}.rels`, (name, attributes) => {
      const target = attribute(attributes, 'Target');
      if (name !== 'Relationship' || !target) return;
      const part = path.posix.resolve(`/${folder}`, target).slice(1);
      targets.set(attribute(attributes, 'Id') ?? '', part);
      if (attribute(attributes, 'Type')?.endsWith('/sharedStrings')) shared = part;
      if (attribute(attributes, 'Type')?.endsWith('/styles')) styles = part;
    });
    const sheets: { part: string; hidden: boolean }[] = [];
    let startsIn1904 = false;
    await this.eachElement(workbook, (name, attributes) => {
      if (name === 'workbookPr') startsIn1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const part = targets.get(attribute(attributes, 'id') ?? '');
      if (part) sheets.push({ part, hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible' });
    });
    const sheet = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
    if (!sheet) throw new Error('a workbook without sheets');
    return { sheet: sheet.part, shared, styles, startsIn1904 };
  }

  /** The texts that cells of type `s` point to; phonetic guides are left out. */
  async sharedStrings(part: string): Promise<string[]> {
    const strings: string[] = [];
    let current = '';
    let phonetic = false;
    const listener: XmlListener = {
      wantsText: false,
      open(name) {
        if (name === 'si') current = '';
        else if (name === 'rPh') phonetic = true;
        else if (name === 't') listener.wantsText = !phonetic;
      },
      close(name) {
        if (name === 'si') strings.push(unescapeCell(current));
        else if (name === 'rPh') phonetic = false;
        else if (name === 't') listener.wantsText = false;
      },
      text(text) {
        current += text;
      },
    };
    await this.scan(part, listener);
    return strings;
  }

  /** For each cell style, whether its numbers are dates. */
  async dateStyles(part: string): Promise<boolean[]> {
    const formats = new Map<string, boolean>();
    const styles: boolean[] = [];
    let inCellFormats = false;
    await this.scan(part, {
      wantsText: false,
      open(name, attributes) {
        if (name === 'numFmt') {
          formats.set(attribute(attributes, 'numFmtId') ?? '', showsDate(attribute(attributes, 'formatCode') ?? ''));
        } else if (name === 'cellXfs') inCellFormats = true;
        else if (name === 'xf' && inCellFormats) {
          const id = attribute(attributes, 'numFmtId') ?? '0';
          styles.push(formats.get(id) ?? builtInDate(Number(id)));
        }
      },
      close(name) {
        if (name === 'cellXfs') inCellFormats = false;
      },
      text: () => {},
    });
    return styles;
  }
}

/** `_x000D_` in a workbook's text is a control character. */
export const unescapeCell = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Formats 27–36 and 50–58 are dates in East Asian editions of Excel. */
const builtInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

const showsDate = (format: string): boolean => /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''));
