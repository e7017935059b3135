import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SpreadsheetLimits } from './spreadsheet-guard.ts';
import { SpreadsheetRefused, usualLimits } from './spreadsheet-guard.ts';
import type { WorkerReply } from './spreadsheet-worker.ts';

export type { SpreadsheetFault, SpreadsheetLimits } from './spreadsheet-guard.ts';
export { SpreadsheetRefused, spreadsheetFaults, usualLimits } from './spreadsheet-guard.ts';

/** A date cell is text, `2019-04-08 08:37:20` or `2019-04-08`; of a formula only the stored value is seen. */
export type Cell = string | number | boolean | null;

/** `rowNumber` as a person sees it in the sheet, from 1; rows without any content are left out. */
export interface SheetRow {
  rowNumber: number;
  cells: Cell[];
}

/** Reading 800,000 different shared strings took 200 MB; what needs more than this is refused. */
const workerHeapMegabytes = 512;

/**
 * The rows of a workbook's first sheet, read in a worker thread after a scan of the whole archive.
 * Throws `SpreadsheetRefused` before the first row, or on the way where only reading on shows the fault.
 */
export async function* readRows(file: string, limits: Partial<SpreadsheetLimits> = {}): AsyncGenerator<SheetRow> {
  const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), {
    workerData: { file, limits: { ...usualLimits, ...limits } },
    resourceLimits: { maxOldGenerationSizeMb: workerHeapMegabytes },
  });
  try {
    for await (const [reply] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[WorkerReply]>) {
      if ('refused' in reply) throw new SpreadsheetRefused(reply.refused);
      if ('done' in reply) return;
      worker.postMessage('next');
      yield* reply.rows;
    }
    throw new SpreadsheetRefused('damaged');
  } catch (error) {
    const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    throw outOfMemory ? new SpreadsheetRefused('unpacks_too_large', error) : error;
  } finally {
    await worker.terminate();
  }
}
