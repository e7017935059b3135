import { exchangeProblems, type ImportOutcome, type Letter, type LetterField } from '../../../contract/exchange.ts';
import { cellLine, cellText } from '../../kernel/cell-text.ts';
import { cellTime } from '../../kernel/cell-time.ts';
import type { Context } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import { type Cell, readRows, type SheetRow, SpreadsheetRefused } from '../../kernel/spreadsheet.ts';
import { writeRows } from '../../kernel/spreadsheet-writer.ts';
import type { World } from '../../kernel/world.ts';
import { type Columns, faultMessage, headerAliases, judgeLetter, matchColumns, missingColumns } from './rules.ts';
import { importClosedCases } from './sync.ts';

export interface LettersImport {
  file: string;
  /** The community whose cases the letters become. */
  communityId: string;
  /** Headers named by hand, for columns no alias finds. */
  mapped: Partial<Record<LetterField, string>>;
  /** Where the workbook with the refused rows goes; written only when there are any. */
  returnedFile: string;
  language: 'zh' | 'en';
  /** Judges every row and writes nothing to the database. */
  dryRun: boolean;
  now: Date;
  onProgress(done: number, total: number): void;
}

const rowsPerTransaction = 500;
/** Above the header an office's sheet has a title and a line with who filled it in. */
const headerWithin = 10;
const reasonHeaders = { zh: '错误原因', en: 'Reason' };

/**
 * Turns the letters of a workbook into closed cases, 500 a transaction: what is in stays in, and a second run goes on where the first stopped.
 * Throws a problem when the file as a whole is not fit; a single bad row only ends up in the returned file.
 */
export async function importLetters(world: World, context: Context, wanted: LettersImport): Promise<ImportOutcome> {
  const { letters, refused, headers } = await judgeFile(wanted);
  if (refused.length > 0) await returnRows(wanted, headers, refused);
  let added = 0;
  if (!wanted.dryRun) {
    wanted.onProgress(0, letters.length);
    for (let from = 0; from < letters.length; from += rowsPerTransaction) {
      const rows = letters.slice(from, from + rowsPerTransaction).map(closedCase);
      const { communityId } = wanted;
      added += (await world.db.transaction(context, (tx) => importClosedCases(tx, world, communityId, rows))).added;
      wanted.onProgress(Math.min(from + rowsPerTransaction, letters.length), letters.length);
    }
  }
  return {
    rows: letters.length + refused.length,
    added,
    skipped: wanted.dryRun ? 0 : letters.length - added,
    refused: refused.length,
    returnedFile: refused.length > 0 ? wanted.returnedFile : null,
  };
}

const closedCase = (letter: Letter) => ({
  externalKey: `letters:${letter.number}`,
  title: letter.title,
  body: letter.body,
  kind: letter.kind,
  raisedAt: letter.raisedAt,
  resolution: letter.reply,
  resolvedAt: letter.repliedAt,
  place: letter.place,
  raiserLabel: letter.raiser,
});

interface Judged {
  headers: string[];
  letters: Letter[];
  refused: Cell[][];
}

async function judgeFile(wanted: LettersImport): Promise<Judged> {
  const judged: Judged = { headers: [], letters: [], refused: [] };
  const seen = new Map<string, number>();
  const above: string[][] = [];
  let columns: Columns | undefined;
  try {
    for await (const row of readRows(wanted.file)) {
      if (columns) {
        judgeRow(judged, row, columns, seen, wanted);
        continue;
      }
      const headers = row.cells.map(cellLine);
      const found = matchColumns(headers, wanted.mapped);
      if (missingColumns(found).length === 0) {
        columns = found;
        judged.headers = headers;
      } else if (above.push(headers) === headerWithin) break;
    }
  } catch (error) {
    if (error instanceof SpreadsheetRefused)
      throw fail(exchangeProblems, `exchange.${error.fault}`, {}, { cause: error });
    throw error;
  }
  if (!columns) throw columnsMissing(above, wanted);
  return judged;
}

function judgeRow(
  judged: Judged,
  row: SheetRow,
  columns: Columns,
  seen: Map<string, number>,
  wanted: LettersImport,
): void {
  const cellOf = (field: LetterField): Cell | undefined => {
    const column = columns[field];
    return column === undefined ? undefined : row.cells[column];
  };
  const timeOf = (field: LetterField) => (cellLine(cellOf(field)) === '' ? undefined : cellTime(cellOf(field)));
  const number = cellLine(cellOf('number'));
  const verdict = judgeLetter(
    {
      number,
      raiser: cellLine(cellOf('raiser')),
      title: cellLine(cellOf('title')),
      raisedAt: timeOf('raisedAt'),
      body: cellText(cellOf('body')),
      reply: cellText(cellOf('reply')),
      repliedAt: timeOf('repliedAt'),
      kind: cellLine(cellOf('kind')),
      place: cellLine(cellOf('place')),
    },
    wanted.now,
    seen.get(number),
  );
  if (number && !seen.has(number)) seen.set(number, row.rowNumber);
  if ('ok' in verdict) {
    judged.letters.push(verdict.ok);
    return;
  }
  const words = verdict.bad.map((fault) => faultMessage(fault, wanted.language));
  const where =
    wanted.language === 'zh'
      ? `第${row.rowNumber}行：${words.join('；')}`
      : `Row ${row.rowNumber}: ${words.join('; ')}`;
  judged.refused.push([...judged.headers.map((_, column) => row.cells[column] ?? null), where]);
}

/** The refused rows as they came with the reason behind, under their own header, so that the file can be put right and imported again. */
export async function returnRows(
  { returnedFile, language }: Pick<LettersImport, 'returnedFile' | 'language'>,
  headers: readonly string[],
  refused: readonly Cell[][],
): Promise<void> {
  const reason = reasonHeaders[language];
  const kept = headers.flatMap((header, column) => (Object.values(reasonHeaders).includes(header) ? [] : [column]));
  const columns = kept.map((column) => ({ header: headers[column] ?? '', width: 18 }));
  await writeRows(
    returnedFile,
    { name: reason, columns: [...columns, { header: reason, width: 48, alarm: true }] },
    refused.map((cells) => [...kept.map((column) => cells[column] ?? null), cells.at(-1) ?? null]),
  );
}

/** Of the rows at the top, the one that comes nearest to a header is shown. */
function columnsMissing(above: readonly string[][], { mapped, language }: LettersImport) {
  const nearest = above
    .map((headers) => ({ headers, missing: missingColumns(matchColumns(headers, mapped)) }))
    .reduce((best, next) => (next.missing.length < best.missing.length ? next : best), {
      headers: above[0] ?? [],
      missing: missingColumns({}),
    });
  const name = (field: LetterField) => (language === 'zh' ? (headerAliases[field][0] ?? field) : field);
  return fail(exchangeProblems, 'exchange.columns_missing', {
    missing: nearest.missing.map(name).join(language === 'zh' ? '、' : ', '),
    headers: nearest.headers
      .filter((header) => header !== '')
      .slice(0, 30)
      .join(' | ')
      .slice(0, 500),
  });
}
