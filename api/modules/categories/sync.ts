import { readFile } from 'node:fs/promises';
import { uuidv7 } from 'uuidv7';
import { type CategoryOutcome, categoriesProblems, categorySheetWords } from '../../../contract/categories.ts';
import { appendEvents } from '../../kernel/audit.ts';
import { cellLine } from '../../kernel/cell-text.ts';
import type { Tx } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import { writeReturnedRows } from '../../kernel/returned-rows.ts';
import { type Cell, readRows, SpreadsheetRefused } from '../../kernel/spreadsheet.ts';
import { labelsFrom } from './actions.ts';
import * as queries from './queries.ts';
import { type Fault, faultWords, inOrder, type Knot, levelColumns, nextCode, readPath } from './rules.ts';

export interface CategoryImport {
  file: string;
  /** Where the workbook with the faulty rows goes; written only when there are any. */
  returnedFile: string;
  language: 'zh-Hans' | 'en';
  dryRun: boolean;
  now: Date;
}

interface Row {
  at: number;
  cells: Cell[];
  levels: string[];
}

const headerWithin = 10;
const mostFaultsShown = 50;
const chunk = 2_000;

async function rowsOf(file: string): Promise<{ headers: string[]; rows: Row[] }> {
  let headers: string[] = [];
  let columns: number[] = [];
  const rows: Row[] = [];
  let above = 0;
  try {
    for await (const { rowNumber, cells } of readRows(file)) {
      if (columns.length > 0) {
        rows.push({ at: rowNumber, cells, levels: columns.map((column) => cellLine(cells[column]).trim()) });
        continue;
      }
      headers = cells.map(cellLine);
      columns = levelColumns(headers);
      if (columns.length === 0 && ++above === headerWithin) break;
    }
  } catch (error) {
    if (error instanceof SpreadsheetRefused)
      throw fail(categoriesProblems, 'categories.unreadable', {}, { cause: error });
    throw error;
  }
  if (columns.length === 0) throw fail(categoriesProblems, 'categories.columns_missing');
  return { headers, rows };
}

type Place = Knot & Pick<queries.NewNode, 'deadlineClassId' | 'shared'>;

/** What the rows come to, against the tree as it is and as the rows before make it. */
class Judgement {
  readonly added: queries.NewNode[] = [];
  readonly faulty: { row: Row; fault: Fault }[] = [];
  fruitful = 0;
  same = 0;
  private readonly byPlace = new Map<string, Place>();
  private readonly rowOf = new Map<string, number>();
  private readonly codes: Set<string>;
  private readonly usualClassId: string;

  constructor(known: readonly queries.NodeRow[], usualClassId: string) {
    this.codes = new Set(known.map(({ code }) => code));
    this.usualClassId = usualClassId;
    // One that is offered goes before one of the same name that was ended.
    for (const node of known.toSorted((a, b) => Number(b.ended) - Number(a.ended)))
      this.byPlace.set(placeOf(node.parentId, node.name), node);
  }

  take(row: Row): void {
    const read = readPath(row.levels);
    const fault = 'bad' in read ? read.bad : this.walk(row, read.ok);
    if (fault) this.faulty.push({ row, fault });
  }

  private walk(row: Row, path: readonly string[]): Fault | undefined {
    const whole = path.join('\n');
    const before = this.rowOf.get(whole);
    if (before !== undefined) return { code: 'repeated', value: String(before) };
    const ended = this.endedOn(path);
    if (ended) return { code: 'ended', value: ended };
    this.rowOf.set(whole, row.at);
    const sofar = this.added.length;
    let parent: Place | undefined;
    for (const name of path) parent = this.byPlace.get(placeOf(parent?.id, name)) ?? this.add(parent, name);
    if (this.added.length > sofar) this.fruitful++;
    else this.same++;
    return undefined;
  }

  private endedOn(path: readonly string[]): string | undefined {
    let parent: Place | undefined;
    for (const name of path) {
      parent = this.byPlace.get(placeOf(parent?.id, name));
      if (!parent) return undefined;
      if (parent.ended) return name;
    }
    return undefined;
  }

  /** What a sheet does not say a new category takes from the one it stands under. */
  private add(parent: Place | undefined, name: string): Place {
    const parentId = parent?.id ?? null;
    const code = nextCode(this.codes, parent?.code);
    const { deadlineClassId = this.usualClassId, shared = false } = parent ?? {};
    const knot = { id: uuidv7(), parentId, code, name, ended: false, deadlineClassId, shared };
    this.codes.add(code);
    this.byPlace.set(placeOf(parentId, name), knot);
    const { id } = knot;
    const labels = labelsFrom({ 'zh-Hans': name, en: null });
    this.added.push({
      id,
      parentId,
      code,
      labels,
      danger: false,
      callFirst: null,
      shared,
      deadlineClassId,
      position: 0,
    });
    return knot;
  }
}

const placeOf = (parentId: string | null | undefined, name: string) => `${parentId ?? ''} ${name}`;

/** Reads a sheet of categories and gives the street those it does not have, in the transaction it is handed; faulty rows come back with their reasons. */
export async function importTree(tx: Tx, wanted: CategoryImport): Promise<CategoryOutcome> {
  const { headers, rows } = await rowsOf(wanted.file);
  await queries.lockTree(tx);
  const known = await queries.nodes(tx);
  const judged = new Judgement(known, await queries.usualClass(tx));
  for (const row of rows) judged.take(row);
  if (!wanted.dryRun) await apply(tx, known, judged.added, wanted.now);
  const faults = judged.faulty.map(({ row, fault }) => ({ row: row.at, words: faultWords(fault, wanted.language) }));
  const faulty = judged.faulty.map(({ row }, at) => ({ cells: row.cells, words: faults[at]?.words ?? '' }));
  if (faulty.length > 0)
    await writeReturnedRows(wanted.returnedFile, headers, faulty, {
      reason: categorySheetWords[wanted.language].reason,
      reasons: Object.values(categorySheetWords).map(({ reason }) => reason),
    });
  return {
    rows: rows.length,
    ...{ added: judged.fruitful, same: judged.same, faulty: faults.length, categories: judged.added.length },
    applied: !wanted.dryRun,
    faults: faults.slice(0, mostFaultsShown),
    returned: faults.length > 0 ? (await readFile(wanted.returnedFile)).toString('base64') : null,
  };
}

async function apply(tx: Tx, known: readonly Knot[], added: readonly queries.NewNode[], now: Date): Promise<void> {
  if (added.length === 0) return;
  const named = added.map((one) => ({ ...one, name: one.labels['zh-Hans'] ?? '', ended: false }));
  const place = new Map(inOrder([...known, ...named]).map(({ id }, at) => [id, at + 1]));
  const made = added.map((one) => ({ ...one, position: place.get(one.id) ?? 0 }));
  for (let from = 0; from < made.length; from += chunk) await queries.insertNodes(tx, made.slice(from, from + chunk));
  await queries.orderNodes(tx, [...place.keys()]);
  const events = named.map(({ id, name, parentId, code }) => {
    return {
      subjectKind: 'case_category',
      subjectId: id,
      verb: 'import',
      at: now,
      data: { name, parent: parentId, code },
    };
  });
  for (let from = 0; from < events.length; from += chunk) appendEvents(tx, events.slice(from, from + chunk));
}
