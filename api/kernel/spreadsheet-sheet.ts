import type { Readable } from 'node:stream';
import type { Cell, SheetRow } from './spreadsheet.ts';
import { unescapeCell } from './spreadsheet-parts.ts';
import type { XmlListener } from './xml-scanner.ts';
import { attribute, XmlScanner } from './xml-scanner.ts';

/** What a sheet's cells point to. */
export interface SheetContext {
  strings: readonly string[];
  dateStyles: readonly boolean[];
  startsIn1904: boolean;
}

/** Excel's own limit; a cell further right makes the sheet damaged. */
const maxColumns = 16_384;

/** The rows of one sheet in order, empty ones too. Formulas are never looked at, only their stored values. */
export async function* sheetRows(part: Readable, context: SheetContext): AsyncGenerator<SheetRow> {
  const listener = new RowListener(context);
  const scanner = new XmlScanner(listener);
  for await (const chunk of part) {
    scanner.write(chunk as Buffer);
    if (listener.rows.length > 0) yield* listener.rows.splice(0);
    if (listener.ended) return;
  }
}

class RowListener implements XmlListener {
  wantsText = false;
  rows: SheetRow[] = [];
  ended = false;
  private readonly context: SheetContext;
  private row: SheetRow = { rowNumber: 0, cells: [] };
  private column = 0;
  private type = '';
  private style = -1;
  private value = '';

  constructor(context: SheetContext) {
    this.context = context;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.wantsText = true;
    else if (name === 't') this.wantsText = this.type === 'inlineStr';
    else if (name === 'row') {
      this.row = { rowNumber: Number(attribute(attributes, 'r') ?? this.row.rowNumber + 1), cells: [] };
    }
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v' || name === 't') this.wantsText = false;
    else if (name === 'row') this.rows.push(this.row);
    else if (name === 'sheetData') this.ended = true;
  }

  text(text: string): void {
    this.value += text;
  }

  private openCell(attributes: string): void {
    const place = attribute(attributes, 'r');
    this.column = place ? columnIndex(place) : this.row.cells.length;
    if (!(this.column >= 0 && this.column < maxColumns)) throw new Error('a cell outside the sheet');
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? -1);
    this.value = '';
  }

  private closeCell(): void {
    const { cells } = this.row;
    while (cells.length < this.column) cells.push(null);
    cells[this.column] = this.cell();
  }

  private cell(): Cell {
    if (this.type === 's') return this.context.strings[Number(this.value)] ?? null;
    if (this.type === 'str' || this.type === 'inlineStr') return unescapeCell(this.value);
    if (this.value === '' || this.type === 'e') return null;
    if (this.type === 'b') return this.value === '1' || this.value === 'true';
    const number = Number(this.value);
    if (this.type === 'd' || Number.isNaN(number)) return this.value;
    return this.context.dateStyles[this.style] ? wallClock(number, this.context.startsIn1904) : number;
  }
}

function columnIndex(place: string): number {
  let index = 0;
  for (const letter of place) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    index = index * 26 + value;
  }
  return index - 1;
}

/** A date cell has no zone; it goes on as text so that none is invented here. Numbers outside the calendar stay numbers. */
function wallClock(serial: number, startsIn1904: boolean): Cell {
  const seconds = Math.round((serial + (startsIn1904 ? 1462 : 0) - 25_569) * 86_400);
  const date = new Date(seconds * 1000);
  if (serial < 0 || !(date.getUTCFullYear() <= 9999)) return serial;
  const text = date.toISOString();
  return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
