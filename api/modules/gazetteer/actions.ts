import { readFile } from 'node:fs/promises';
import { uuidv7 } from 'uuidv7';
import {
  type GazetteerColumn,
  type GazetteerOutcome,
  gazetteerColumns,
  gazetteerProblems,
  gazetteerWords,
} from '../../../contract/gazetteer.ts';
import { appendEvents } from '../../kernel/audit.ts';
import { cellLine } from '../../kernel/cell-text.ts';
import type { Tx } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import { writeReturnedRows } from '../../kernel/returned-rows.ts';
import { type Cell, readRows, SpreadsheetRefused } from '../../kernel/spreadsheet.ts';
import {
  codeFrame,
  insertAreas,
  kinds,
  lockArea,
  type NewArea,
  nextCode,
  numberedBy,
  settleSubtrees,
} from '../areas/index.ts';
import * as queries from './queries.ts';
import {
  columnsIn,
  type Draft,
  differs,
  type Fault,
  faultWords,
  fitsBelow,
  type Kind,
  type Known,
  missingColumns,
  readRow,
  type Wish,
} from './rules.ts';

export interface GazetteerImport {
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
  draft: Draft;
}

const headerWithin = 10;
const mostFaultsShown = 50;
const chunk = 2_000;

async function rowsOf(file: string): Promise<{ headers: string[]; rows: Row[] }> {
  let headers: string[] | undefined;
  let columns: ReturnType<typeof columnsIn> = {};
  let nearest: GazetteerColumn[] | undefined;
  const rows: Row[] = [];
  let above = 0;
  try {
    for await (const { rowNumber, cells } of readRows(file)) {
      if (headers) {
        const draft = Object.fromEntries(
          gazetteerColumns.map((column) => [column, cellLine(cells[columns[column] ?? -1]).trim()]),
        ) as Draft;
        rows.push({ at: rowNumber, cells, draft });
        continue;
      }
      const line = cells.map(cellLine);
      columns = columnsIn(line);
      const missing = missingColumns(columns);
      if (missing.length === 0) headers = line;
      else {
        if (!nearest || missing.length < nearest.length) nearest = missing;
        if (++above === headerWithin) break;
      }
    }
  } catch (error) {
    if (error instanceof SpreadsheetRefused)
      throw fail(gazetteerProblems, 'gazetteer.unreadable', {}, { cause: error });
    throw error;
  }
  if (headers) return { headers, rows };
  const missing = (nearest ?? missingColumns({})).map((column) => gazetteerWords['zh-Hans'].columns[column]);
  throw fail(gazetteerProblems, 'gazetteer.columns_missing', { missing: missing.join('、') });
}

/** What the rows come to, against the tree as it is and as the rows before make it. */
class Judgement {
  readonly added: { area: Known; parent: Known }[] = [];
  readonly changed: { known: Known; wish: Wish }[] = [];
  same = 0;
  readonly faulty: { row: Row; faults: Fault[] }[] = [];
  private readonly byCode: Map<string, Known>;
  private readonly byPlace = new Map<string, Known>();
  private readonly rowOf = new Map<string, number>();
  private readonly codes: string[];
  private readonly kinds: readonly Kind[];
  private readonly streetId: string;

  constructor(known: readonly Known[], all: readonly Kind[], streetId: string) {
    this.byCode = new Map(known.map((area) => [area.code, area]));
    this.codes = known.map(({ code }) => code);
    this.kinds = all;
    this.streetId = streetId;
    for (const area of known) if (!area.closed) this.byPlace.set(`${area.parentId} ${area.name}`, area);
  }

  take(row: Row): void {
    const read = readRow(row.draft, this.kinds);
    const faults = 'bad' in read ? read.bad : this.place(row, read.ok);
    if (faults.length > 0) this.faulty.push({ row, faults });
  }

  private place(row: Row, wish: Wish): Fault[] {
    const before = wish.code ? this.rowOf.get(wish.code) : undefined;
    if (before !== undefined) return [{ code: 'code_taken', value: String(before) }];
    const parentCode = row.draft.parent;
    const parent = parentCode === '' ? undefined : this.byCode.get(parentCode);
    const known = wish.code ? this.byCode.get(wish.code) : parent && this.byPlace.get(`${parent.id} ${wish.name}`);
    if (known) this.rowOf.set(known.code, row.at);
    if (known) return this.keep(known, parent, parentCode, wish);
    if (!parent || parent.closed) return [{ code: 'unknown_parent', value: parentCode }];
    if (!wish.kind) return [{ code: 'unknown_kind', value: row.draft.kind }];
    if (!fitsBelow(wish.kind.tier, parent.tier)) return [{ code: 'wrong_level', value: row.draft.kind }];
    if (this.byPlace.has(`${parent.id} ${wish.name}`)) return [{ code: 'name_taken' }];
    const code = wish.code || this.nextCode(wish.kind, parent, wish.name);
    if (!code) return [{ code: 'codes_used_up' }];
    this.rowOf.set(code, row.at);
    this.add(wish, wish.kind, code, parent);
    return [];
  }

  private keep(known: Known, parent: Known | undefined, parentCode: string, wish: Wish): Fault[] {
    if (known.closed) return [{ code: 'closed' }];
    if (parentCode !== '' && (parent?.id ?? '') !== (known.parentId ?? '')) return [{ code: 'moved' }];
    if (wish.kind && wish.kind.id !== known.kindId) return [{ code: 'kind_changed' }];
    const beside = this.byPlace.get(`${known.parentId} ${wish.name}`);
    if (beside && beside !== known) return [{ code: 'name_taken' }];
    if (differs(known, wish)) this.changed.push({ known, wish });
    else this.same++;
    return [];
  }

  private add(wish: Wish, kind: Kind, code: string, parent: Known): void {
    const { name, phone = '', position, labels = [] } = wish;
    const area: Known = {
      ...{
        id: uuidv7(),
        code,
        name,
        kindId: kind.id,
        tier: kind.tier,
        parentId: parent.id,
        phone,
        labels,
        closed: false,
      },
      ...{ lon: position?.lon ?? null, lat: position?.lat ?? null },
    };
    this.added.push({ area, parent });
    this.byCode.set(code, area);
    this.byPlace.set(`${parent.id} ${name}`, area);
    this.codes.push(code);
  }

  private nextCode(kind: Kind, parent: Known, name: string): string | undefined {
    const by = numberedBy(kind.tier);
    let numbering: Known | undefined = parent;
    const byId = (id: string | null) => [...this.byCode.values()].find((area) => area.id === id);
    while (by !== 'parent' && numbering && numbering.tier !== by && numbering.id !== this.streetId)
      numbering = byId(numbering.parentId);
    const frame = codeFrame(kind.tier, kind.code, numbering?.code ?? parent.code);
    return frame && nextCode(frame, this.codes, name);
  }
}

/** Reads a sheet of areas and makes the street say the same, in the transaction it is handed; faulty rows come back with their reasons. */
export async function importGazetteer(tx: Tx, wanted: GazetteerImport): Promise<GazetteerOutcome> {
  const { headers, rows } = await rowsOf(wanted.file);
  const street = await lockArea(tx, tx.context.tenantId);
  const all = (await kinds(tx)).map(({ labels, ...kind }) => ({ ...kind, names: Object.values(labels) }));
  const judged = new Judgement(await queries.knownAreas(tx, street?.id ?? ''), all, street?.id ?? '');
  for (const row of rows) judged.take(row);
  if (!wanted.dryRun) await apply(tx, judged, wanted.now);
  const faults = judged.faulty.map(({ row, faults: found }) => ({
    row: row.at,
    words: found.map((fault) => faultWords(fault, wanted.language)).join(wanted.language === 'en' ? '; ' : '；'),
  }));
  const faulty = judged.faulty.map(({ row }, at) => ({ cells: row.cells, words: faults[at]?.words ?? '' }));
  if (faulty.length > 0)
    await writeReturnedRows(wanted.returnedFile, headers, faulty, {
      reason: gazetteerWords[wanted.language].reason,
      reasons: Object.values(gazetteerWords).map(({ reason }) => reason),
    });
  return {
    rows: rows.length,
    ...{ added: judged.added.length, changed: judged.changed.length, same: judged.same, faulty: faults.length },
    applied: !wanted.dryRun,
    faults: faults.slice(0, mostFaultsShown),
    returned: faults.length > 0 ? (await readFile(wanted.returnedFile)).toString('base64') : null,
  };
}

async function apply(tx: Tx, { added, changed }: Judgement, now: Date): Promise<void> {
  const made = added.map(({ area }): NewArea => {
    const { id, parentId, kindId, tier, code, name, phone, lon, lat } = area;
    // Path, ancestors and written place follow from the tree.
    const unsettled = {
      placeName: '',
      path: 'x',
      communityId: null,
      gridId: null,
      microGridId: null,
      buildingId: null,
    };
    return { id, parentId, kindId, tier, code, name, phone, lon, lat, boundary: null, since: now, ...unsettled };
  });
  for (let from = 0; from < made.length; from += chunk) await insertAreas(tx, made.slice(from, from + chunk));
  const fresh = new Set(added.map(({ area }) => area.id));
  const renamed = changed.filter(({ known, wish }) => known.name !== wish.name).map(({ known }) => known.id);
  await queries.changeAreas(
    tx,
    changed.map(({ known, wish: { name, phone = known.phone, position = known } }) => {
      return { id: known.id, name, phone, lon: position.lon, lat: position.lat };
    }),
  );
  const roots = added.filter(({ parent }) => !fresh.has(parent.id)).map(({ area }) => area.id);
  await settleSubtrees(tx, [...roots, ...renamed]);
  const labelled = added
    .filter(({ area }) => area.labels.length > 0)
    .map(({ area: { id, labels } }) => ({ id, labels }));
  const relabelled = changed.flatMap(({ known: { id }, wish: { labels } }) => (labels ? [{ id, labels }] : []));
  await queries.putAllLabels(tx, [...labelled, ...relabelled]);
  const events = [
    ...added.map(({ area }) => ({ id: area.id, data: { name: area.name, code: area.code } })),
    ...changed.map(({ known, wish }) => ({ id: known.id, data: { before: known.name, after: wish.name } })),
  ].map(({ id, data }) => ({ subjectKind: 'area', subjectId: id, verb: 'import', at: now, data }));
  for (let from = 0; from < events.length; from += chunk) appendEvents(tx, events.slice(from, from + chunk));
}
