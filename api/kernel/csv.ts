import { open, readFile, stat } from 'node:fs/promises';
import { readRows, type SheetRow, type SpreadsheetLimits, SpreadsheetRefused, usualLimits } from './spreadsheet.ts';

/** What is no text of a list: a list of 100,000 rows came to 40 MB. */
const maxTextBytes = 32 * 1024 * 1024;

/** The rows of a workbook, or of a text with commas in UTF-8 or GB18030, as Excel here saves it. Throws `SpreadsheetRefused`. */
export async function* readTable(file: string, limits: Partial<SpreadsheetLimits> = {}): AsyncGenerator<SheetRow> {
  if (!(await isText(file))) {
    yield* readRows(file, limits);
    return;
  }
  const { maxBytes, maxRows, maxCells } = { ...usualLimits, ...limits };
  if ((await stat(file)).size > Math.min(maxBytes, maxTextBytes)) throw new SpreadsheetRefused('too_many_bytes');
  const text = decoded(await readFile(file));
  let [rows, cells, rowNumber] = [0, 0, 0];
  for (const fields of csvRows(text)) {
    rowNumber++;
    cells += fields.length;
    if (cells > maxCells) throw new SpreadsheetRefused('too_many_cells');
    if (fields.every((field) => field === '')) continue;
    if (++rows > maxRows) throw new SpreadsheetRefused('too_many_rows');
    yield { rowNumber, cells: fields.map((field) => (field === '' ? null : field)) };
  }
}

/** An archive, an old workbook and most other formats have control characters among their first bytes. */
async function isText(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    const head = buffer.subarray(0, bytesRead);
    return bytesRead > 0 && !head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
  } finally {
    await handle.close();
  }
}

function decoded(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new SpreadsheetRefused('not_a_workbook');
}

/** RFC 4180: quotes around a field, doubled inside; commas or tabs between, whichever the first line has. */
export function* csvRows(text: string): Generator<string[]> {
  const [firstLine = ''] = text.split('\n', 1);
  const comma = firstLine.includes(',') || !firstLine.includes('\t') ? ',' : '\t';
  const field = new RegExp(`"([^"]*(?:""[^"]*)*)"?[^${comma}\\r\\n]*|[^${comma}\\r\\n]*`, 'y');
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    field.lastIndex = at;
    const [whole = '', quoted] = field.exec(text) ?? [];
    row.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (text[at] === comma) {
      at++;
      continue;
    }
    if (row.length > 1 || row[0] !== '' || at < text.length) yield row;
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}
