import { open, stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';

/** What a workbook may weigh. Bytes are of the file as sent (`maxBytes`) and unpacked (`maxUnpackedBytes`). */
export interface SpreadsheetLimits {
  maxBytes: number;
  maxUnpackedBytes: number;
  maxCells: number;
  maxRows: number;
}

export const usualLimits: SpreadsheetLimits = {
  maxBytes: 32 * 1024 * 1024,
  maxUnpackedBytes: 192 * 1024 * 1024,
  maxCells: 2_000_000,
  maxRows: 100_000,
};

export const spreadsheetFaults = [
  'not_a_workbook',
  'old_or_encrypted',
  'too_many_bytes',
  'unpacks_too_large',
  'has_macros',
  'too_many_cells',
  'too_many_rows',
  'damaged',
] as const;
export type SpreadsheetFault = (typeof spreadsheetFaults)[number];

/** The file is refused as a whole; nothing of it was used. */
export class SpreadsheetRefused extends Error {
  readonly fault: SpreadsheetFault;

  constructor(fault: SpreadsheetFault, cause?: unknown) {
    super(`spreadsheet refused: ${fault}`, { cause });
    this.name = 'SpreadsheetRefused';
    this.fault = fault;
  }
}

const maxParts = 2_000;
/** Deflate reaches 1,032 : 1; a sheet of 50,000 rows came to 12 : 1, one column of zeros to 60 : 1. */
const maxRatio = 200;
const ratioMattersFrom = 4 * 1024 * 1024;

/**
 * Reads through a workbook without keeping it: refuses bombs, macros, old formats and sheets with too many cells.
 * Memory stays flat whatever the file claims. Throws `SpreadsheetRefused`.
 */
export async function inspectWorkbook(file: string, limits: SpreadsheetLimits): Promise<void> {
  if ((await stat(file)).size > limits.maxBytes) throw new SpreadsheetRefused('too_many_bytes');
  await refuseOtherFormats(file);
  try {
    await inspectArchive(await openPromise(file), limits);
  } catch (error) {
    throw error instanceof SpreadsheetRefused ? error : new SpreadsheetRefused('damaged', error);
  }
}

async function refuseOtherFormats(file: string): Promise<void> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const signature = buffer.toString('hex');
    if (signature === 'd0cf11e0') throw new SpreadsheetRefused('old_or_encrypted');
    if (signature !== '504b0304') throw new SpreadsheetRefused('not_a_workbook');
  } finally {
    await handle.close();
  }
}

async function inspectArchive(archive: ZipFile, limits: SpreadsheetLimits): Promise<void> {
  // A comment can hide a second directory that another reader would follow.
  if (archive.comment !== '' || archive.entryCount > maxParts) {
    archive.close();
    throw new SpreadsheetRefused('damaged');
  }
  const seen = new Set<string>();
  const budget = { bytes: limits.maxUnpackedBytes, cells: limits.maxCells };
  for await (const part of archive.eachEntry()) {
    const name = part.fileName.toLowerCase();
    if (seen.has(name)) throw new SpreadsheetRefused('damaged');
    seen.add(name);
    refuseByDirectory(part, name, budget.bytes);
    await inspectPart(archive, part, name, budget);
  }
  if (!seen.has('[content_types].xml')) throw new SpreadsheetRefused('not_a_workbook');
}

function refuseByDirectory(part: Entry, name: string, bytesLeft: number): void {
  if (part.isEncrypted()) throw new SpreadsheetRefused('old_or_encrypted');
  if (name.includes('vbaproject') || name.includes('macrosheets/')) throw new SpreadsheetRefused('has_macros');
  const suspicious = part.uncompressedSize > ratioMattersFrom && part.uncompressedSize > part.compressedSize * maxRatio;
  if (suspicious || part.uncompressedSize > bytesLeft) throw new SpreadsheetRefused('unpacks_too_large');
}

async function inspectPart(
  archive: ZipFile,
  part: Entry,
  name: string,
  budget: { bytes: number; cells: number },
): Promise<void> {
  const isSheet = name.startsWith('xl/worksheets/') && name.endsWith('.xml');
  const isList = name === '[content_types].xml';
  const counter = new CellCounter();
  let list = '';
  let sum = 0;
  for await (const chunk of await archive.openReadStreamPromise(part)) {
    const bytes = chunk as Buffer;
    budget.bytes -= bytes.length;
    if (budget.bytes < 0) throw new SpreadsheetRefused('unpacks_too_large');
    sum = crc32(bytes, sum);
    if (isSheet) budget.cells -= counter.count(bytes);
    if (budget.cells < 0) throw new SpreadsheetRefused('too_many_cells');
    if (isList) list += bytes.toString('latin1');
  }
  // Without this a flipped bit can end a sheet early, and the rest of its rows would be missing unnoticed.
  if (sum !== part.crc32) throw new SpreadsheetRefused('damaged');
  if (list.includes('macroEnabled')) throw new SpreadsheetRefused('has_macros');
}

/** Counts `<c …>` elements over chunk borders. */
class CellCounter {
  private matched = 0;

  count(bytes: Buffer): number {
    let cells = 0;
    let matched = this.matched;
    for (const byte of bytes) {
      if (byte === 0x3c) matched = 1;
      else if (matched === 1) matched = byte === 0x63 ? 2 : 0;
      else if (matched === 2) {
        if (byte === 0x20 || byte === 0x3e || byte === 0x2f) cells++;
        matched = 0;
      }
    }
    this.matched = matched;
    return cells;
  }
}
