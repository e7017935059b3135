import type { Cell } from './spreadsheet.ts';
import { writeRows } from './spreadsheet-writer.ts';

export interface ReturnedRow {
  cells: readonly Cell[];
  /** Why it could not be taken. */
  words: string;
}

/**
 * Writes faulty rows as they came, under their own header, with the reason of each in a red last column. A column of reasons that came along
 * (`reasons`: its header in each language) is left out.
 */
export async function writeReturnedRows(
  file: string,
  headers: readonly string[],
  rows: readonly ReturnedRow[],
  { reason, reasons }: { reason: string; reasons: readonly string[] },
): Promise<void> {
  const kept = headers.flatMap((header, column) => (reasons.includes(header) ? [] : [column]));
  const columns = kept.map((column) => ({ header: headers[column] ?? '', width: 18, text: true }));
  await writeRows(
    file,
    { name: reason, columns: [...columns, { header: reason, width: 48, alarm: true }] },
    rows.map(({ cells, words }) => [...kept.map((column) => cells[column] ?? null), words]),
  );
}
