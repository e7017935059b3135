import { exchangeProblems } from '../../../contract/exchange.ts';
import { neededOrderFields, type Order, type OrderField, orderFields } from '../../../contract/hotline.ts';
import { cellLine, cellText } from '../../kernel/cell-text.ts';
import { cellTime } from '../../kernel/cell-time.ts';
import { readTable } from '../../kernel/csv.ts';
import { fail } from '../../kernel/problem.ts';
import { type Cell, type SheetRow, SpreadsheetRefused } from '../../kernel/spreadsheet.ts';
import { columnsByAlias, guessKind, kindNames } from '../exchange/index.ts';
import { judgeOrder, type OrderDraft, orderAliases, orderFaultWords } from './rules.ts';

/** Above the header an office's sheet has a title and a line with who filled it in. */
const headerWithin = 10;
/** A list of a street is a few hundred orders; ten years of one would be read in pieces. */
const mostRows = 20_000;

export type Mapped = Partial<Record<OrderField, string>>;

/** The list as it stands in the file. */
export interface Sheet {
  headers: string[];
  columns: Partial<Record<OrderField, number>>;
  /** Needed and not found; then there are no rows. */
  missing: OrderField[];
  rows: SheetRow[];
}

const missingIn = (columns: Sheet['columns']) => neededOrderFields.filter((field) => columns[field] === undefined);

/** Reads the file; of the rows at the top, the one that comes nearest to a header is taken for it. Throws a problem where the file is not fit. */
export async function readSheet(file: string, mapped: Mapped): Promise<Sheet> {
  let sheet: Sheet = { headers: [], columns: {}, missing: [...neededOrderFields], rows: [] };
  let above = 0;
  try {
    for await (const row of readTable(file, { maxRows: mostRows })) {
      if (sheet.headers.length > 0 && sheet.missing.length === 0) {
        sheet.rows.push(row);
        continue;
      }
      if (above++ === headerWithin) break;
      const headers = row.cells.map(cellLine);
      const columns = columnsByAlias(orderAliases, headers, mapped);
      const missing = missingIn(columns);
      const nearer = Object.keys(columns).length > Object.keys(sheet.columns).length;
      if (missing.length === 0 || nearer || sheet.headers.length === 0) sheet = { headers, columns, missing, rows: [] };
    }
  } catch (error) {
    if (error instanceof SpreadsheetRefused)
      throw fail(exchangeProblems, `exchange.${error.fault}`, {}, { cause: error });
    throw error;
  }
  return sheet;
}

export interface Judged {
  orders: { row: number; order: Order }[];
  /** As they came, with the reason behind. */
  refused: Cell[][];
  faults: { row: number; words: string }[];
  duplicated: number;
}

export interface Judging {
  now: Date;
  language: 'zh' | 'en';
  isElsewhere(community: string): boolean;
}

function draftOf({ cells }: SheetRow, columns: Sheet['columns']): OrderDraft {
  const cellOf = (field: OrderField): Cell | undefined => {
    const column = columns[field];
    return column === undefined ? undefined : cells[column];
  };
  const timeOf = (field: OrderField) => (cellLine(cellOf(field)) === '' ? undefined : cellTime(cellOf(field)));
  const lines = Object.fromEntries(orderFields.map((field) => [field, cellLine(cellOf(field))])) as Record<
    OrderField,
    string
  >;
  return {
    ...lines,
    body: cellText(cellOf('body')),
    calledAt: timeOf('calledAt'),
    wantedBy: timeOf('wantedBy'),
  };
}

/** Decides about every row by itself. */
export function judgeSheet({ headers, columns, rows }: Sheet, { now, language, isElsewhere }: Judging): Judged {
  const judged: Judged = { orders: [], refused: [], faults: [], duplicated: 0 };
  const seen = new Map<string, number>();
  for (const row of rows) {
    const draft = draftOf(row, columns);
    const numberSeenIn = seen.get(draft.number);
    if (draft.number && numberSeenIn === undefined) seen.set(draft.number, row.rowNumber);
    const verdict = judgeOrder(draft, { now, numberSeenIn, kindNamed: kindNames, guessKind, isElsewhere });
    if ('ok' in verdict) {
      judged.orders.push({ row: row.rowNumber, order: verdict.ok });
      continue;
    }
    const words = verdict.bad.map((fault) => orderFaultWords(fault, language)).join(language === 'zh' ? '；' : '; ');
    if (verdict.bad.some(({ code }) => code === 'duplicated_number')) judged.duplicated++;
    judged.faults.push({ row: row.rowNumber, words });
    const where = language === 'zh' ? `第${row.rowNumber}行：${words}` : `Row ${row.rowNumber}: ${words}`;
    judged.refused.push([...headers.map((_, column) => row.cells[column] ?? null), where]);
  }
  return judged;
}
