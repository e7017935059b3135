import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import type { Cell } from './spreadsheet.ts';

export interface SheetColumn {
  header: string;
  /** In characters; 16 when left out. */
  width?: number;
  /** Numbers that are names: ID numbers, phones, case numbers. Excel keeps them as typed. */
  text?: boolean;
  /** Red: what the reader has to put right. */
  alarm?: boolean;
}

/** The office's layout: a merged title, a line with 填报单位 / 时间, then the header. Both lines may be left out. */
export interface SheetLayout {
  name: string;
  title?: string;
  byline?: string;
  columns: readonly SheetColumn[];
}

/** Excel cuts a longer text; it declares the file damaged. */
const maxCharactersInCell = 32_767;
/** Then the process answers others: an export of 50,000 rows takes seconds. */
const rowsInOneGo = 100;
const alarm = { color: { argb: 'FFC00000' } };

/** Writes one sheet row by row with flat memory; returns how many rows went in below the header. */
export async function writeRows(
  file: string,
  layout: SheetLayout,
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): Promise<number> {
  // Loaded with the first workbook: it holds 36 MB.
  const { default: writer } = await import('exceljs');
  const workbook = new writer.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true });
  const lead = [layout.title, layout.byline].filter((line) => line !== undefined);
  const sheet = workbook.addWorksheet(layout.name, { views: [{ state: 'frozen', ySplit: lead.length + 1 }] });
  sheet.columns = layout.columns.map(({ width, text }) => ({
    width: width ?? 16,
    style: text ? { numFmt: '@' } : {},
  }));
  for (const line of lead) addLead(sheet, line, layout.columns.length, line === layout.title);
  addHeader(sheet, layout.columns);
  let written = 0;
  for await (const cells of rows) {
    addRow(sheet, layout.columns, cells);
    written++;
    if (written % rowsInOneGo === 0) await setImmediate();
  }
  sheet.commit();
  await workbook.commit();
  return written;
}

function addLead(sheet: ExcelJS.Worksheet, line: string, columns: number, isTitle: boolean): void {
  const row = sheet.addRow([line]);
  sheet.mergeCells(row.number, 1, row.number, Math.max(columns, 1));
  row.getCell(1).font = isTitle ? { bold: true, size: 16 } : { size: 11 };
  row.getCell(1).alignment = { horizontal: isTitle ? 'center' : 'left', vertical: 'middle' };
  row.height = isTitle ? 30 : 20;
  row.commit();
}

function addHeader(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[]): void {
  const row = sheet.addRow(columns.map((column) => column.header));
  row.font = { bold: true };
  for (const [index, column] of columns.entries()) {
    if (column.alarm) row.getCell(index + 1).font = { bold: true, ...alarm };
  }
  row.commit();
}

function addRow(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[], cells: readonly Cell[]): void {
  const row = sheet.addRow(cells.map((cell, index) => writtenCell(cell, columns[index]?.text === true)));
  for (const [index, column] of columns.entries()) {
    if (column.alarm && cells[index]) row.getCell(index + 1).font = alarm;
  }
  row.commit();
}

function writtenCell(cell: Cell, asText: boolean): Cell {
  if (typeof cell === 'string') return cell.slice(0, maxCharactersInCell);
  return asText && cell !== null ? String(cell) : cell;
}
