import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Cell, readRows } from '../api/kernel/spreadsheet.ts';
import { type SheetLayout, writeRows } from '../api/kernel/spreadsheet-writer.ts';

export interface TestSheets {
  folder: string;
  /** The bytes of a workbook with these rows. */
  written(layout: SheetLayout, rows: Cell[][]): Promise<Buffer>;
  cellsOf(bytes: Buffer): Promise<Cell[][]>;
  close(): void;
}

/** Workbooks of a test file, in a folder that `close()` takes away. */
export function openTestSheets(): TestSheets {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-sheets-'));
  let files = 0;
  const next = () => path.join(folder, `${files++}.xlsx`);
  return {
    folder,
    async written(layout, rows) {
      const file = next();
      await writeRows(file, layout, rows);
      return fs.readFileSync(file);
    },
    async cellsOf(bytes) {
      const file = next();
      fs.writeFileSync(file, bytes);
      const rows: Cell[][] = [];
      for await (const { cells } of readRows(file)) rows.push(cells);
      return rows;
    },
    close: () => fs.rmSync(folder, { recursive: true }),
  };
}
