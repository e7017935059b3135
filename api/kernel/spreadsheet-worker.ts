import { parentPort, workerData } from 'node:worker_threads';
import type { SheetRow } from './spreadsheet.ts';
import type { SpreadsheetFault, SpreadsheetLimits } from './spreadsheet-guard.ts';
import { inspectWorkbook, SpreadsheetRefused } from './spreadsheet-guard.ts';
import { WorkbookParts } from './spreadsheet-parts.ts';
import { sheetRows } from './spreadsheet-sheet.ts';

export type WorkerReply = { rows: SheetRow[] } | { refused: SpreadsheetFault } | { done: true };

const port = parentPort;
if (!port) throw new Error('spreadsheet-worker.ts runs as a worker of spreadsheet.ts');
const { file, limits } = workerData as { file: string; limits: SpreadsheetLimits };

/** One more batch is prepared than was asked for, so that neither side waits for the other. */
const batchCharacters = 400_000;
const batchRows = 500;

const reply = (message: WorkerReply) => port.postMessage(message);
let asked = 1;
let wake = () => {};
port.on('message', () => {
  asked++;
  wake();
});

async function send(rows: SheetRow[]): Promise<void> {
  reply({ rows });
  asked--;
  if (asked < 0) await new Promise<void>((resolve) => (wake = resolve));
}

async function readAll(): Promise<void> {
  await inspectWorkbook(file, limits);
  const parts = await WorkbookParts.open(file);
  try {
    const layout = await parts.layout();
    const sheet = await parts.stream(layout.sheet);
    if (!sheet) throw new SpreadsheetRefused('damaged');
    const context = {
      strings: await parts.sharedStrings(layout.shared),
      dateStyles: await parts.dateStyles(layout.styles),
      startsIn1904: layout.startsIn1904,
    };
    await sendRows(sheetRows(sheet, context));
  } finally {
    parts.close();
  }
}

async function sendRows(rows: AsyncIterable<SheetRow>): Promise<void> {
  const left = { rows: limits.maxRows, cells: limits.maxCells, characters: limits.maxUnpackedBytes };
  let batch: SheetRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    left.cells -= row.cells.length;
    if (left.cells < 0) throw new SpreadsheetRefused('too_many_cells');
    if (row.cells.every((cell) => cell === null || cell === '')) continue;
    left.rows--;
    if (left.rows < 0) throw new SpreadsheetRefused('too_many_rows');
    const length = row.cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 1), 0);
    left.characters -= length;
    if (left.characters < 0) throw new SpreadsheetRefused('unpacks_too_large');
    batch.push(row);
    characters += length;
    if (batch.length >= batchRows || characters >= batchCharacters) {
      await send(batch);
      batch = [];
      characters = 0;
    }
  }
  reply({ rows: batch });
}

try {
  await readAll();
  reply({ done: true });
} catch (error) {
  reply({ refused: error instanceof SpreadsheetRefused ? error.fault : 'damaged' });
}
port.close();
