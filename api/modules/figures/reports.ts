import type { z } from 'zod';
import { type CaseMetric, caseMetrics, type TimedMetric, timedMetrics } from '../../../contract/cases.ts';
import {
  type Durations,
  type FigureQuery,
  type FigureRecords,
  figuresProblems,
  type Overview,
  type OverviewQuery,
} from '../../../contract/figures.ts';
import { addDays, dayOf, startOfDay } from '../../kernel/clock.ts';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts';
import { sql } from '../../kernel/db.ts';
import { type FigureScope, figureCondition, type Sums, sumFacts } from '../../kernel/facts.ts';
import { labelIn } from '../../kernel/language.ts';
import { reachCondition } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { areaRef, predecessorsOf } from '../areas/index.ts';
import { categoriesFrom, summaries, summaryView } from '../cases/index.ts';
import * as queries from './queries.ts';
import {
  courseOf,
  levelsOf,
  mayReadFigures,
  medianOf,
  periodBefore,
  ratesOf,
  startingArea,
  stepFor,
  topCategories,
} from './rules.ts';

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

function totalsOf(sums: Sums, period: 'amount' | 'before'): Record<string, number> {
  const totals: Record<string, number> = Object.fromEntries(caseMetrics.map((metric) => [metric, 0]));
  for (const sum of sums.totals) totals[sum.metric] = sum[period];
  return totals;
}

const added = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** The medians of what these rows count. */
function durationsOf(rows: readonly queries.TimedRow[]): Durations {
  const durationOf = (metric: TimedMetric) => ({ metric, ...medianOf(rows.filter((row) => row.metric === metric)) });
  return { answered: durationOf('case_answered'), closed: durationOf('case_closed') };
}

/** By top category; cases without one are in the totals only. */
function categoriesOf(
  deed: Deed,
  rows: readonly queries.CategoryRow[],
  sums: Sums,
  open: readonly queries.OpenNow[],
  timed: readonly queries.TimedRow[],
): Overview['byCategory'] {
  const topOf = topCategories(rows);
  return rows
    .filter((row) => row.parentId === null)
    .map((row) => {
      const belongs = ({ categoryId }: { categoryId: string | null }) => topOf.get(categoryId ?? '') === row.id;
      const raised = sums.categories.filter((sum) => sum.metric === 'case_raised' && belongs(sum));
      return {
        category: { id: row.id, name: labelIn(row.labels, deed.language) },
        raised: added(raised.map(({ amount }) => amount)),
        open: added(open.filter(belongs).map((part) => part.open)),
        durations: durationsOf(timed.filter((one) => one.of === 'category' && topOf.get(one.id ?? '') === row.id)),
      };
    })
    .filter(({ raised, open: now, durations }) => raised + now + durations.answered.cases + durations.closed.cases > 0)
    .sort((a, b) => b.raised - a.raised);
}

async function partsOf(
  { tx }: Deed,
  { area, figure }: Asked,
  open: readonly queries.OpenNow[],
  timed: readonly queries.TimedRow[],
): Promise<Overview['byArea']> {
  const tier = area.tier === 'street' ? 'community' : 'grid';
  const parts = area.tier === 'grid' ? [] : await queries.partsOf(tx, area.id, tier, startOfDay(figure.from));
  const ids = parts.map((part) => part.id);
  const raised = ids.length > 0 ? await queries.raisedByPart(tx, tier, ids, figure.from, figure.to) : [];
  const shown = parts.map((part) => {
    const now = open.filter(({ partId }) => partId === part.id);
    return {
      area: areaRef(part),
      boundary: part.boundary,
      until: part.until,
      raised: raised.find(({ partId }) => partId === part.id)?.raised ?? 0,
      open: added(now.map((one) => one.open)),
      overdue: added(now.map((one) => one.overdue)),
      durations: durationsOf(timed.filter(({ of, id }) => of === 'part' && id === part.id)),
    };
  });
  return shown.filter(
    ({ until, raised: amount, open: left, durations }) =>
      until === null || amount + left + durations.answered.cases + durations.closed.cases > 0,
  );
}

/** Counts, the three rates and their course; each figure opens by `recordsOf`, each "open now" by the list of cases. */
export async function overviewOf(deed: Deed, query: OverviewQuery): Promise<Overview> {
  const { tx, now } = deed;
  const what = await asked(deed, query);
  const { area, figure } = what;
  const before = periodBefore(figure.from, figure.to);
  const step = stepFor(figure.from, figure.to, query.step);
  // Asked together: they leave in one write and are answered in one.
  const [sums, open, categories, timed] = await Promise.all([
    sumFacts(tx, caseMetrics, figure, { since: before.from, spread: ['case_raised', 'case_closed'] }),
    queries.openNow(tx, area.tier, area.id, now),
    queries.categoryRows(tx),
    queries.timedFacts(tx, timedMetrics, figure),
  ]);
  const totals = totalsOf(sums, 'amount');
  const totalsBefore = totalsOf(sums, 'before');
  return {
    area: areaRef(area),
    predecessors: what.predecessors,
    from: figure.from,
    to: figure.to,
    rates: ratesOf(totals),
    totals,
    before: { ...before, rates: ratesOf(totalsBefore), totals: totalsBefore },
    byLevel: levelsOf(totals),
    byArea: await partsOf(deed, what, open, timed),
    byCategory: categoriesOf(deed, categories, sums, open, timed),
    durations: durationsOf(timed.filter(({ of }) => of === 'whole')),
    step,
    course: courseOf(sums.days, figure.from, figure.to, step),
    open: added(open.map((part) => part.open)),
    overdue: added(open.map((part) => part.overdue)),
  };
}

/** The records behind one figure, newest first: as many (or as much) as the figure says. */
export async function recordsOf(
  deed: Deed,
  world: World,
  metric: CaseMetric,
  query: z.output<typeof FigureQuery>,
): Promise<FigureRecords> {
  const { category, day, timed, cursor, limit } = query;
  const { figure } = await asked(deed, day ? { ...query, from: day, to: day } : query);
  const within = category ? sql`and f.category_id in ${categoriesFrom(category)}` : sql``;
  const condition = sql`${figureCondition(metric, figure)} ${within} ${timed ? sql`and f.minutes is not null` : sql``}`;
  const [afterDay, afterId] = cursor ? decodeCursor(cursor, ['day', 'id']) : [];
  const after = afterDay && afterId ? { day: afterDay, id: afterId } : undefined;
  const facts = await queries.factPage(deed.tx, condition, after, limit + 1);
  const shown = facts.slice(0, limit);
  const ids = shown.map((fact) => fact.subjectId);
  const reach = reachCondition(world.scopeOf(deed.actor, 'case.read'));
  const rows = await summaries(deed.tx, sql`c.id = any (${ids}::uuid[]) and ${reach}`, sql``);
  const views = new Map(rows.map((row) => [row.id, summaryView(row, deed.now, deed.language)]));
  const items = shown.map(({ id, day: on, amount, minutes, subjectId }) => ({
    id,
    day: on,
    amount,
    minutes,
    case: views.get(subjectId) ?? null,
  }));
  const last = shown.at(-1);
  return {
    items,
    nextCursor: facts.length > limit && last ? encodeCursor([last.day, last.id]) : null,
    total: await queries.factTotal(deed.tx, condition),
  };
}
