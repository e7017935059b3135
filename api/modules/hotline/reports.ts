import type { CaseState } from '../../../contract/cases.ts';
import { caseSheetWords } from '../../../contract/exchange.ts';
import {
  type HotlineImport,
  type HotlineOutcome,
  hotlineProblems,
  type Order,
  type OrderField,
  orderFields,
} from '../../../contract/hotline.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Context, Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { maskName } from '../../kernel/masks.ts';
import type { Scope } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import type { Cell } from '../../kernel/spreadsheet.ts';
import type { SheetLayout } from '../../kernel/spreadsheet-writer.ts';
import type { World } from '../../kernel/world.ts';
import { calendarOf, deadlineFrom } from '../calendar/index.ts';
import { categories, titleFrom } from '../cases/index.ts';
import { allowances, type CaseDeadline, cappedAt } from '../deadlines/index.ts';
import { type FoundPlace, placesBelow } from '../gazetteer/index.ts';
import type { ReplyRow } from './queries.ts';
import * as queries from './queries.ts';
import { categoryFinder, orderAliases } from './rules.ts';
import type { Judged, Sheet } from './sync.ts';

export const tellJob = 'hotline.tell';

/** An order with where it belongs, what it is about and until when. */
export interface PlacedOrder {
  row: number;
  order: Order;
  at: FoundPlace;
  categoryId: string | null;
  category: string | null;
  deadline: CaseDeadline;
}

type Placer = (one: { row: number; order: Order }) => PlacedOrder;

/** Classes by which an order runs that the hotline itself calls pressing, where its category allows more. */
const classOfUrgency: Readonly<Partial<Record<Order['urgency'], string>>> = { urgent: 'danger', pressing: 'supply' };

/** Puts orders into their places: read once from the street, then without a question. `start`: when the list came in. */
export async function placerOf(tx: Tx, areaId: string, start: Date, language: Language): Promise<Placer> {
  const find = await placesBelow(tx, areaId);
  const known = (await categories(tx, false)).map(({ id, parentId, labels }) => ({
    id,
    parentId,
    name: labelIn(labels, language),
    names: Object.values(labels),
  }));
  const category = categoryFinder(known);
  const classes = await allowances(tx);
  const calendar = await calendarOf(tx);
  const usual = classes.find((one) => one.usual);
  const byCategory = new Map(classes.flatMap((one) => one.categoryIds.map((id) => [id, one] as const)));
  const byCode = new Map(classes.map((one) => [one.code, one]));
  return ({ row, order }) => {
    const found = category(order.category);
    const fitting = [byCategory.get(found?.id ?? '') ?? usual, byCode.get(classOfUrgency[order.urgency] ?? '')];
    const [soonest] = fitting
      .flatMap((one) => (one ? [{ ...deadlineFrom(start, one, calendar), unit: one.unit }] : []))
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
    if (!soonest) throw new Error('a street has no usual class of deadline');
    return {
      ...{ row, order, categoryId: found?.id ?? null, category: found?.name ?? null },
      at: find(order.place, order.community),
      deadline: cappedAt(soonest, order.wantedBy, start, calendar),
    };
  };
}

interface Result {
  sheet: Sheet;
  judged: Judged;
  fresh: readonly PlacedOrder[];
  place: Placer;
  now: Date;
  language: 'zh' | 'en';
  added: number;
  left: number;
  importId: string | null;
  returned: string | null;
}

const shown = { preview: 20, faults: 50, unmatched: 20 };

function counted(values: readonly string[]): { value: string; rows: number }[] {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, rows]) => ({ value, rows: rows.length }))
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, shown.unmatched);
}

export function outcomeOf({ sheet, judged, fresh, now, added, left, importId, returned }: Result): HotlineOutcome {
  const { headers, columns, missing } = sheet;
  const found = Object.entries(columns) as [OrderField, number][];
  return {
    sheet: {
      headers: headers.filter(Boolean),
      columns: Object.fromEntries(found.map(([field, column]) => [field, headers[column] ?? ''])),
      missing,
    },
    ...{ rows: sheet.rows.length, fresh: fresh.length, present: judged.orders.length - fresh.length },
    ...{ faulty: judged.faults.length, duplicated: judged.duplicated },
    late: fresh.filter(({ deadline }) => deadline.dueAt <= now).length,
    preview: fresh.slice(0, shown.preview).map(({ row, order, at, category, deadline }) => ({
      ...{ row, number: order.number, title: order.title || titleFrom(order.body), kind: order.kind },
      ...{ calledAt: order.calledAt, category, place: at.name, dueAt: deadline.dueAt.toISOString() },
      ...{ caller: maskName(order.caller), confidential: order.confidential },
    })),
    unmatchedPlaces: counted(fresh.flatMap(({ order, at }) => (order.place && !at.exact ? [order.place] : []))),
    unmatchedCategories: counted(
      fresh.flatMap(({ order, categoryId }) => (order.category && !categoryId ? [order.category] : [])),
    ),
    faults: judged.faults.slice(0, shown.faults),
    ...{ returned, added, left, importId },
  };
}

export function columnsMissing({ headers, missing }: Sheet) {
  return fail(hotlineProblems, 'hotline.columns_missing', {
    missing: missing.map((field) => orderAliases[field][0]).join('、'),
    headers: headers.filter(Boolean).slice(0, 30).join(' | ').slice(0, 500),
  });
}

const mostImports = 20;

/** The newest lists of the areas within reach. */
export async function importsView(tx: Tx, { wholeStreet, communities }: Scope): Promise<HotlineImport[]> {
  const rows = await queries.latestImports(tx, wholeStreet ? undefined : communities, mostImports);
  return rows.map(({ areaId, areaName, ...row }) => ({ ...row, area: { id: areaId, name: areaName } }));
}

const repliesPerPage = 1_000;

/** A page a transaction: a long list must not hold one open while it is written. */
export async function* replyRows(
  world: World,
  context: Context,
  scope: Scope,
  importId: string,
): AsyncGenerator<Cell[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const last: string = after;
    const page = await world.db.transaction(context, async (tx) => {
      const one = await queries.importById(tx, importId);
      if (!one || (!scope.wholeStreet && !scope.communities.includes(one.areaId)))
        throw fail(hotlineProblems, 'hotline.import_not_found');
      return queries.replies(tx, importId, last, repliesPerPage);
    });
    yield* page.map(replyCells);
    after = page.length < repliesPerPage ? undefined : page.at(-1)?.orderNumber;
  }
}

const headerOf = (field: OrderField) => orderAliases[field][0] ?? field;
const wide: readonly OrderField[] = ['body', 'place', 'title'];

/** An empty list with the columns that are known, and one row as an example. */
export const templateLayout: SheetLayout = {
  name: '热线工单',
  title: '12345 热线工单',
  byline: '带星号的列必填；已导入过的工单编号会自动跳过',
  columns: orderFields.map((field) => ({
    header: `${headerOf(field)}${['number', 'body', 'calledAt'].includes(field) ? '*' : ''}`,
    width: wide.includes(field) ? 32 : 18,
    text: true,
  })),
};

const replyHeaders = ['处理编号', '处理状态', '承办单位', '办理结果', '办结时间', '是否解决', '满意度'];
const replyFields = [
  'number',
  'title',
  'body',
  'calledAt',
  'kind',
  'category',
  'community',
  'place',
  'wantedBy',
] as const;

/** The hotline's own columns with what became of each order behind them; nothing of whoever called. */
export const replyLayout: SheetLayout = {
  name: '回填表',
  title: '12345 热线工单办理情况',
  columns: [
    ...replyFields.map((field) => ({ header: headerOf(field), width: wide.includes(field) ? 32 : 18, text: true })),
    ...replyHeaders.map((header) => ({ header, width: header === '办理结果' ? 48 : 16, text: true })),
  ],
};

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
const clock = (at: string | null) => (at ? shanghai.format(new Date(at)) : '');
const satisfied = ['', '不满意', '不太满意', '基本满意', '满意', '很满意'];
const ended: readonly CaseState[] = ['resolved', 'closed', 'archived'];

/** Written in Chinese whatever the reader's language: the hotline reads it. */
function replyCells(row: ReplyRow): Cell[] {
  const { codes } = caseSheetWords['zh-Hans'];
  return [
    ...[row.orderNumber, row.title, row.body, clock(row.raisedAt), codes[row.kind], row.category],
    ...[row.community, row.place, clock(row.wantedBy), row.number, codes[row.state], row.handler],
    row.state === 'refused' ? `不予受理：${row.refusal ?? ''}` : row.resolution,
    ended.includes(row.state) ? clock(row.resolvedAt) : '',
    row.solved === null ? '' : row.solved ? '是' : '否',
    satisfied[row.satisfaction ?? 0] ?? '',
  ];
}
