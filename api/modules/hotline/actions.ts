import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { uuidv7 } from 'uuidv7';
import { areasProblems } from '../../../contract/areas.ts';
import { type HotlineOutcome, hotlineProblems } from '../../../contract/hotline.ts';
import { appendEvent, appendEvents } from '../../kernel/audit.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context, Tx } from '../../kernel/db.ts';
import { appendFacts } from '../../kernel/facts.ts';
import { foldHan, searchPieces } from '../../kernel/han.ts';
import { addJob } from '../../kernel/jobs.ts';
import { tell } from '../../kernel/notices.ts';
import { fail } from '../../kernel/problem.ts';
import type { World } from '../../kernel/world.ts';
import { type AreaRow, areaById, areasOfTier } from '../areas/index.ts';
import { caseNumber, saysDanger, titleFrom } from '../cases/index.ts';
import { fieldByAlias, knownKeys, returnRows } from '../exchange/index.ts';
import * as queries from './queries.ts';
import { columnsMissing, outcomeOf, type PlacedOrder, placerOf, tellJob } from './reports.ts';
import { orderAliases } from './rules.ts';
import { judgeSheet, type Mapped, readSheet } from './sync.ts';

export interface HotlineImportWanted {
  file: string;
  /** The community or street the list was sent to. */
  areaId: string;
  mapped: Mapped;
  /** Where the workbook with the faulty rows goes; written only when there are any. */
  returnedFile: string;
  language: 'zh' | 'en';
  dryRun: boolean;
  now: Date;
  /** Whether the one who imports may do so for this area; always at the command line. */
  mayImport(area: AreaRow): boolean;
  /** Chunks to write; all of them when left out. */
  chunks?: number;
  onProgress?(done: number, total: number): void;
}

const ordersPerTransaction = 500;
/** Then those who were not told, because the import broke off, are told of what is in. */
const tellAfterMs = 120_000;

const keyOf = (number: string) => `hotline:${number}`;

/**
 * Turns the orders of a list into open cases, 500 a transaction: what is in stays in, and the same call again goes on where it stopped.
 * Throws a problem where the file or the area as a whole is not fit; a faulty row only comes back.
 */
export async function importOrders(
  world: World,
  context: Context,
  wanted: HotlineImportWanted,
): Promise<HotlineOutcome> {
  const { areaId, now, dryRun } = wanted;
  const sheet = await readSheet(wanted.file, wanted.mapped);
  const fingerprint = createHash('sha256')
    .update(await readFile(wanted.file))
    .digest();
  const around = await world.db.transaction(context, async (tx) => {
    const area = await demandArea(tx, wanted);
    const others = area.tier === 'community' ? await areasOfTier(tx, 'community', null) : [];
    const begun = await queries.importOf(tx, areaId, fingerprint);
    const place = await placerOf(
      tx,
      areaId,
      begun ? new Date(begun.startedAt) : now,
      wanted.language === 'zh' ? 'zh-Hans' : 'en',
    );
    return { area, begun, place, others: others.filter(({ id }) => id !== areaId) };
  });
  if (sheet.missing.length > 0 && !dryRun) throw columnsMissing(sheet);
  const names = new Set(around.others.flatMap(({ name, code }) => [name, name.replace(/社区$/, ''), code]));
  const isElsewhere = (community: string) => names.has(community);
  const judged = judgeSheet(sheet, { now, language: wanted.language, isElsewhere });
  const known = await knownOf(
    world,
    context,
    judged.orders.map(({ order }) => order.number),
  );
  const fresh = judged.orders.filter(({ order }) => !known.has(keyOf(order.number))).map(around.place);
  if (judged.refused.length > 0) await returnRows(wanted, sheet.headers, judged.refused);
  const written = dryRun || fresh.length === 0 ? undefined : await write(world, context, wanted, fingerprint, fresh);
  return outcomeOf({
    ...{ sheet, judged, fresh, now, language: wanted.language, place: around.place },
    added: written?.added ?? 0,
    left: written?.left ?? 0,
    importId: written?.importId ?? around.begun?.id ?? null,
    returned: judged.refused.length > 0 ? (await readFile(wanted.returnedFile)).toString('base64') : null,
  });
}

async function demandArea(tx: Tx, { areaId, mayImport }: HotlineImportWanted): Promise<AreaRow> {
  const area = await areaById(tx, areaId);
  if (!area) throw fail(areasProblems, 'areas.not_found');
  if (!mayImport(area)) throw fail(areasProblems, 'areas.not_yours');
  if (area.until) throw fail(areasProblems, 'areas.closed');
  if (area.tier !== 'street' && area.tier !== 'community') throw fail(hotlineProblems, 'hotline.wrong_area');
  return area;
}

async function knownOf(world: World, context: Context, numbers: readonly string[]): Promise<Set<string>> {
  return new Set(await world.db.transaction(context, (tx) => knownKeys(tx, numbers.map(keyOf))));
}

async function write(
  world: World,
  context: Context,
  { areaId, now, chunks = Number.POSITIVE_INFINITY, onProgress }: HotlineImportWanted,
  fingerprint: Buffer,
  fresh: readonly PlacedOrder[],
): Promise<{ added: number; left: number; importId: string }> {
  let [added, done, importId] = [0, 0, ''];
  for (let chunk = 0; chunk < chunks && done < fresh.length; chunk++) {
    onProgress?.(done, fresh.length);
    const orders = fresh.slice(done, done + ordersPerTransaction);
    const rows = await Promise.all(orders.map((one) => newOrder(world, context, one)));
    done += orders.length;
    await world.db.transaction(context, async (tx) => {
      const { id, startedAt } = await queries.beginImport(tx, uuidv7(), areaId, fingerprint, now);
      const receiverId = await queries.receiverOf(tx, areaId);
      const filed = await queries.insertOrders(tx, { importId: id, receiverId, receivedAt: startedAt }, rows);
      recordOrders(tx, id, rows, filed, now);
      if (done === fresh.length) await tellOf(tx, id, now);
      else
        addJob(
          tx,
          tellJob,
          { importId: id },
          { runAt: new Date(now.getTime() + tellAfterMs), key: `${tellJob}:${id}` },
        );
      added += filed.length;
      importId = id;
    });
  }
  onProgress?.(done, fresh.length);
  return { added, left: fresh.length - done, importId };
}

async function newOrder(world: World, { tenantId }: Context, placed: PlacedOrder): Promise<queries.NewOrder> {
  const { order, deadline, categoryId, at } = placed;
  const day = dayOf(order.calledAt);
  const number = caseNumber(day, await world.nextSerial(tenantId, `case:${day.slice(0, 7)}`));
  const title = order.title || titleFrom(order.body);
  const place = at.exact ? at.rest : order.place;
  const folded = foldHan([number, order.number, title, order.body, at.name, place].filter(Boolean).join(' '));
  return {
    ...{ id: uuidv7(), number, title, place: place.slice(0, 120), categoryId, areaId: at.areaId },
    ...{ externalKey: keyOf(order.number), orderNumber: order.number },
    ...{ body: order.body, kind: order.kind, raisedAt: order.calledAt, wantedBy: order.wantedBy },
    ...{ dueAt: deadline.dueAt.toISOString(), nearAt: deadline.nearAt.toISOString(), unit: deadline.unit },
    danger: saysDanger(foldHan(`${title} ${order.body}`)),
    ...{ anonymous: order.confidential, caller: order.caller, folded, pieces: searchPieces(folded) },
    phoneCipher: order.phone ? world.secrets.encrypt(order.phone, 'phone').toString('base64') : null,
  };
}

/** What was filed is on record and counted, each as any case that is raised. */
function recordOrders(
  tx: Tx,
  importId: string,
  rows: readonly queries.NewOrder[],
  filed: readonly queries.Filed[],
  now: Date,
): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const about = filed.flatMap((one) => {
    const row = byId.get(one.id);
    return row ? [{ ...one, row }] : [];
  });
  appendEvents(
    tx,
    about.map(({ id, row: { kind, categoryId } }) => {
      const data = { kind, category: categoryId, source: 'hotline', import: importId };
      return { subjectKind: 'case', subjectId: id, verb: 'raise', at: now, data };
    }),
  );
  appendFacts(
    tx,
    about.map(({ id, communityId, gridId, row: { categoryId, raisedAt } }) => {
      const subject = { subjectKind: 'case', subjectId: id, categoryId, communityId, gridId };
      return { metric: 'case_raised', day: dayOf(raisedAt), amount: 1, unit: 'case', ...subject };
    }),
  );
  const data = { cases: filed.length };
  appendEvent(tx, { subjectKind: 'hotline_import', subjectId: importId, verb: 'import', at: now, data });
}

/** One notice to each person whose desk the orders came to, however many there are; nobody hears of an order twice. */
export async function tellOf(tx: Tx, importId: string, now: Date): Promise<void> {
  const people = await queries.takeUntold(tx, importId, now);
  for (const [, group] of Map.groupBy(people, ({ cases, late }) => `${cases} ${late}`)) {
    const [{ cases = 0, late = 0 } = {}] = group;
    tell(
      tx,
      group.map(({ accountId }) => accountId),
      {
        code: late > 0 ? 'hotline.imported_late' : 'hotline.imported',
        params: { cases: String(cases), late: String(late) },
        ...{ subjectKind: 'hotline_import', subjectId: importId, at: now },
      },
    );
  }
}

/** Columns named by hand, each `field=header`; the field by its key or any of its names. */
export function mappedColumns(pairs: readonly string[]): Mapped {
  const mapped: Mapped = {};
  for (const pair of pairs) {
    const [name = '', header = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
    const field = fieldByAlias(orderAliases, name);
    if (!field || header === '') throw fail(hotlineProblems, 'hotline.unknown_column', { pair });
    mapped[field] = header;
  }
  return mapped;
}

/** What leaves the house is on record before the first byte does. */
export async function recordReplies(tx: Tx, importId: string, rows: number, now: Date): Promise<void> {
  appendEvent(tx, {
    subjectKind: 'hotline_import',
    subjectId: importId,
    verb: 'export_replies',
    at: now,
    data: { rows },
  });
}
