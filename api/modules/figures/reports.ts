import type { z } from 'zod';
import { type CaseMetric, caseMetrics } from '../../../contract/cases.ts';
import {
  type FigureQuery,
  type FigureRecords,
  figuresProblems,
  type Overview,
  type OverviewQuery,
} from '../../../contract/figures.ts';
import { addDays, dayOf, startOfDay } from '../../kernel/clock.ts';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts';
import { sql } from '../../kernel/db.ts';
import { type FigureScope, figureCondition, type Sum, sumFacts } from '../../kernel/facts.ts';
import { labelIn } from '../../kernel/language.ts';
import { reachCondition } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { areaRef, predecessorsOf } from '../areas/index.ts';
import { summaries, summaryView } from '../cases/index.ts';
import * as queries from './queries.ts';
import { mayReadFigures, rateOf, startingArea } from './rules.ts';

const usualDays = 30;

interface Asked {
  area: queries.FigureArea;
  predecessors: Overview['predecessors'];
  figure: FigureScope;
}

async function asked({ tx, scope, now }: Deed, query: OverviewQuery): Promise<Asked> {
  const id = query.area ?? startingArea(scope, tx.context.tenantId);
  const area = id ? await queries.figureArea(tx, id) : undefined;
  if (!area || !mayReadFigures(scope, area)) throw fail(figuresProblems, 'figures.unknown_area');
  const to = query.to ?? dayOf(now);
  const from = query.from ?? addDays(to, 1 - usualDays);
  if (from > to) throw fail(figuresProblems, 'figures.period_reversed');
  const predecessors = (await predecessorsOf(tx, area.id)).filter(({ tier }) => tier === area.tier);
  const counted = query.predecessors === 'true' ? { predecessors: predecessors.map((one) => one.id) } : {};
  const figure = { tier: area.tier as FigureScope['tier'], areaId: area.id, ...counted, from, to };
  return { area, predecessors, figure };
}

function totalsOf(sums: readonly Sum[]): Record<string, number> {
  const totals: Record<string, number> = Object.fromEntries(caseMetrics.map((metric) => [metric, 0]));
  for (const { metric, amount } of sums) totals[metric] = (totals[metric] ?? 0) + amount;
  return totals;
}

function daysOf(sums: readonly Sum[], from: string, to: string): Overview['byDay'] {
  const on = (day: string, metric: CaseMetric) =>
    sums.filter((sum) => sum.day === day && sum.metric === metric).reduce((total, { amount }) => total + amount, 0);
  const days: Overview['byDay'] = [];
  for (let day = from; day <= to && days.length < 400; day = addDays(day, 1)) {
    days.push({ day, raised: on(day, 'case_raised'), closed: on(day, 'case_closed') });
  }
  return days;
}

/** By top category; cases without one are in the totals only. */
async function categoriesOf(deed: Deed, { area }: Asked, sums: readonly Sum[]): Promise<Overview['byCategory']> {
  const rows = await queries.categoryRows(deed.tx);
  const open = await queries.openByCategory(deed.tx, area.tier, area.id);
  const topOf = new Map(rows.map((row) => [row.id, row.parentId ?? row.id]));
  return rows
    .filter((row) => row.parentId === null)
    .map((row) => {
      const belongs = (id: string | null) => id !== null && topOf.get(id) === row.id;
      return {
        category: { id: row.id, name: labelIn(row.labels, deed.language) },
        raised: sums
          .filter((sum) => sum.metric === 'case_raised' && belongs(sum.categoryId))
          .reduce((total, { amount }) => total + amount, 0),
        open: open.filter(({ categoryId }) => belongs(categoryId)).reduce((total, part) => total + part.open, 0),
      };
    })
    .filter(({ raised, open: now }) => raised > 0 || now > 0)
    .sort((a, b) => b.raised - a.raised);
}

async function partsOf(deed: Deed, { area, figure }: Asked): Promise<Overview['byArea']> {
  const tier = area.tier === 'street' ? 'community' : 'grid';
  const parts = area.tier === 'grid' ? [] : await queries.partsOf(deed.tx, area.id, tier, startOfDay(figure.from));
  const raised = await queries.raisedByPart(
    deed.tx,
    tier,
    parts.map((part) => part.id),
    figure.from,
    figure.to,
  );
  const open = await queries.openByPart(deed.tx, area.tier, area.id, deed.now);
  const shown = parts.map((part) => {
    const now = open.find(({ partId }) => partId === part.id);
    const sum = raised.find(({ partId }) => partId === part.id);
    return {
      area: areaRef(part),
      boundary: part.boundary,
      until: part.until,
      raised: sum?.raised ?? 0,
      open: now?.open ?? 0,
      overdue: now?.overdue ?? 0,
    };
  });
  return shown.filter(({ until, raised: amount, open: left }) => until === null || amount + left > 0);
}

/** Counts, the three rates and their course; each figure opens by `recordsOf`, each "open now" by the list of cases. */
export async function overviewOf(deed: Deed, query: OverviewQuery): Promise<Overview> {
  const what = await asked(deed, query);
  const { area, figure } = what;
  const sums = await sumFacts(deed.tx, caseMetrics, figure);
  const totals = totalsOf(sums);
  const open = await queries.openByPart(deed.tx, area.tier, area.id, deed.now);
  return {
    area: areaRef(area),
    predecessors: what.predecessors,
    from: figure.from,
    to: figure.to,
    rates: {
      responded: rateOf('responded', totals),
      solved: rateOf('solved', totals),
      satisfied: rateOf('satisfied', totals),
    },
    totals,
    byArea: await partsOf(deed, what),
    byCategory: await categoriesOf(deed, what, sums),
    byDay: daysOf(sums, figure.from, figure.to),
    open: open.reduce((total, part) => total + part.open, 0),
    overdue: open.reduce((total, part) => total + part.overdue, 0),
  };
}

/** The records behind one figure, newest first: as many (or as much) as the figure says. */
export async function recordsOf(
  deed: Deed,
  world: World,
  metric: CaseMetric,
  query: z.output<typeof FigureQuery>,
): Promise<FigureRecords> {
  const { category, day, cursor, limit } = query;
  const { figure } = await asked(deed, day ? { ...query, from: day, to: day } : query);
  const within = category
    ? sql`and f.category_id in (select k.id from case_category k where k.tenant_id = app.tenant() and (k.id = ${category} or k.parent_id = ${category}))`
    : sql``;
  const condition = sql`${figureCondition(metric, figure)} ${within}`;
  const [afterDay, afterId] = cursor ? decodeCursor(cursor, ['day', 'id']) : [];
  const after = afterDay && afterId ? { day: afterDay, id: afterId } : undefined;
  const facts = await queries.factPage(deed.tx, condition, after, limit + 1);
  const shown = facts.slice(0, limit);
  const ids = shown.map((fact) => fact.subjectId);
  const reach = reachCondition(world.scopeOf(deed.actor, 'case.read'));
  const rows = await summaries(deed.tx, sql`c.id = any (${ids}::uuid[]) and ${reach}`, sql``);
  const views = new Map(rows.map((row) => [row.id, summaryView(row, deed.now, deed.language)]));
  const items = shown.map(({ id, day: on, amount, subjectId }) => ({
    id,
    day: on,
    amount,
    case: views.get(subjectId) ?? null,
  }));
  const last = shown.at(-1);
  return {
    items,
    nextCursor: facts.length > limit && last ? encodeCursor([last.day, last.id]) : null,
    total: await queries.factTotal(deed.tx, condition),
  };
}
