import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { CaseMetric, CaseSummary } from '../../../contract/cases.ts';
import { caseSheetWords, overviewSheetWords } from '../../../contract/exchange.ts';
import { metricWords, type Overview, type OverviewQuery, type Rate } from '../../../contract/figures.ts';
import type { CaseFilter } from '../../../contract/inbox.ts';
import type { Language } from '../../../contract/wire.ts';
import { type Actor, contextOf } from '../../kernel/actor.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import { reachCondition, type Scope } from '../../kernel/permissions.ts';
import type { Cell } from '../../kernel/spreadsheet.ts';
import { type SheetLayout, writeRows } from '../../kernel/spreadsheet-writer.ts';
import { toTraditional } from '../../kernel/traditional.ts';
import type { World } from '../../kernel/world.ts';
import { areaById } from '../areas/index.ts';
import { type SummaryRow, summaries, summaryView } from '../cases/index.ts';
import { overviewOf } from '../figures/index.ts';
import { conditionOf } from '../inbox/index.ts';
import { organizationById } from '../organizations/index.ts';

export interface CaseExport {
  actor: Actor;
  /** How far `case.export` reaches for the actor; what may be read is narrowed to it. */
  scope: Scope;
  language: Language;
  now: Date;
  filter: z.output<typeof CaseFilter>;
}

export interface Written {
  bytes: number;
  content: Readable;
}

const mostRows = 50_000;
const rowsPerPage = 1_000;

/**
 * Writes to a file nobody else can open and which has no name any more when it is sent, so that a broken connection leaves nothing
 * behind. What was exported is on record before the first byte leaves.
 */
async function sealed(
  world: World,
  { actor, now }: { actor: Actor; now: Date },
  verb: string,
  write: (file: string) => Promise<Record<string, unknown>>,
): Promise<Written> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linju-export-'));
  try {
    const file = path.join(folder, 'export.xlsx');
    const data = await write(file);
    await world.db.transaction(contextOf(actor), async (tx) => {
      appendEvent(tx, { subjectKind: 'account', subjectId: actor.accountId, verb, at: now, data });
    });
    const handle = await open(file);
    return { bytes: (await handle.stat()).size, content: handle.createReadStream() };
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function exportCases(world: World, wanted: CaseExport): Promise<Written> {
  const { actor, now, language } = wanted;
  return sealed(world, wanted, 'export_cases', async (file) => {
    const maker = await world.db.transaction(contextOf(actor), (tx) => makerOf(tx, actor));
    const rows = await writeRows(file, caseSheetLayout(maker, now, language), sheetRows(world, wanted));
    return { rows, filter: Object.keys(wanted.filter) };
  });
}

export interface OverviewExport extends Omit<CaseExport, 'filter'> {
  query: OverviewQuery;
}

/** The figures of an overview, one a line, beside the period before. */
export function exportOverview(world: World, { query, ...who }: OverviewExport): Promise<Written> {
  const { actor, now, language } = who;
  return sealed(world, who, 'export_overview', async (file) => {
    const [maker, shown] = await world.db.transaction(contextOf(actor), async (tx) => [
      await makerOf(tx, actor),
      await overviewOf({ tx, ...who }, query),
    ]);
    const words = overviewSheetWords[language === 'en' ? 'en' : 'zh-Hans'];
    const title = written(words.title, language);
    const params = { ...maker, area: shown.area.name, from: shown.from, to: shown.to, time: clockText(now) };
    const columns = words.columns.map((header, index) => ({
      header: written(header, language),
      width: index === 1 ? 32 : 16,
    }));
    const layout = { name: title, title, byline: filled(words.byline, params, language), columns };
    await writeRows(file, layout, overviewRows(shown, language));
    return { area: shown.area.id, from: shown.from, to: shown.to };
  });
}

function overviewRows(shown: Overview, language: Language): Cell[][] {
  const { sections, rates, whole } = overviewSheetWords[language === 'en' ? 'en' : 'zh-Hans'];
  const names = metricWords[language === 'en' ? 'en' : 'zh-Hans'];
  const said = (text: string) => written(text, language);
  const rate = ({ numerator, denominator }: Rate) => `${numerator} / ${denominator}`;
  return [
    ...(['responded', 'solved', 'satisfied'] as const).map((name) => [
      said(sections.rate),
      said(rates[name]),
      rate(shown.rates[name]),
      rate(shown.before.rates[name]),
    ]),
    ...(['answered', 'closed'] as const).flatMap((name) =>
      [
        { item: said(whole), durations: shown.durations },
        ...shown.byArea.map(({ area, durations }) => ({ item: area.name, durations })),
        ...shown.byCategory.map(({ category, durations }) => ({ item: category.name, durations })),
      ].map(({ item, durations }) => [
        said(sections[name]),
        item,
        `${durations[name].minutes ?? '—'} / ${durations[name].cases}`,
      ]),
    ),
    ...Object.entries(shown.totals).map(([metric, amount]) => [
      said(sections.total),
      said(names[metric as CaseMetric]),
      amount,
      shown.before.totals[metric] ?? 0,
    ]),
    ...shown.byArea.map((part) => [said(sections.area), part.area.name, part.raised, null, part.open, part.overdue]),
    ...shown.byCategory.map((part) => [said(sections.category), part.category.name, part.raised, null, part.open]),
    ...shown.course.map((part) => [
      said(sections.course),
      part.from === part.to ? part.from : `${part.from} – ${part.to}`,
      `${part.raised} / ${part.closed}`,
    ]),
  ];
}

/** For whom the list is filled in: the body the actor works for, else the area. */
async function makerOf(tx: Tx, actor: Actor): Promise<{ body: string; name: string }> {
  const [grant] = actor.grants.filter(({ roleSet }) => roleSet !== 'resident');
  const body = grant?.organizationId ? await organizationById(tx, grant.organizationId) : undefined;
  const area = grant && !body ? await areaById(tx, grant.areaId) : undefined;
  return { body: body?.name ?? area?.name ?? '', name: actor.name };
}

/** Newest first, a page a transaction: a long list must not hold one open while it is written. */
async function* sheetRows(world: World, wanted: CaseExport): AsyncGenerator<Cell[]> {
  let last: SummaryRow | undefined;
  for (let position = 1; ; ) {
    const page = await world.db.transaction(contextOf(wanted.actor), (tx) => pageAfter(tx, world, wanted, last));
    for (const row of page) {
      if (position > mostRows) {
        yield cutRow(mostRows, wanted.language);
        return;
      }
      yield caseSheetRow(summaryView(row, wanted.now, wanted.language), position, wanted.language);
      position++;
    }
    if (page.length < rowsPerPage) return;
    last = page.at(-1);
  }
}

async function pageAfter(
  tx: Tx,
  world: World,
  wanted: CaseExport,
  last: SummaryRow | undefined,
): Promise<SummaryRow[]> {
  const after = last && { at: last.raisedAt, id: last.id };
  const asked = await conditionOf({ tx, ...wanted }, world, wanted.filter, { after, page: rowsPerPage });
  const onwards = last ? sql`(c.raised_at, c.id) < (${last.raisedAt}, ${last.id})` : sql`true`;
  const condition = sql`${asked} and ${reachCondition(wanted.scope)} and ${onwards}`;
  return await summaries(tx, condition, sql`order by c.raised_at desc, c.id desc limit ${rowsPerPage}`);
}

const wordsFor = (language: Language) => caseSheetWords[language === 'en' ? 'en' : 'zh-Hans'];
const written = (text: string, language: Language) => (language === 'zh-Hant' ? toTraditional(text) : text);

function filled(pattern: string, params: Record<string, string>, language: Language): string {
  return written(pattern, language).replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? '');
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-11-21 17:50` in Asia/Shanghai. */
const clockText = (instant: Date | string): string => shanghai.format(new Date(instant));

/** The office's layout of a list of cases: title, who filled it in and when, header. */
function caseSheetLayout(maker: { body: string; name: string }, now: Date, language: Language): SheetLayout {
  const { title, byline, columns } = wordsFor(language);
  const wide: readonly string[] = ['title', 'place', 'handler'];
  return {
    name: written(title, language),
    title: written(title, language),
    byline: filled(byline, { ...maker, time: clockText(now) }, language),
    columns: Object.entries(columns).map(([field, header]) => ({
      header: written(header, language),
      width: field === 'position' ? 6 : wide.includes(field) ? 32 : 16,
      text: field === 'number',
    })),
  };
}

/** One case as a row; what people wrote stays as they wrote it. No names or phones leave the house this way. */
function caseSheetRow(item: CaseSummary, position: number, language: Language): Cell[] {
  const { codes } = wordsFor(language);
  const word = (code: keyof typeof codes) => written(codes[code], language);
  return [
    position,
    item.number,
    item.title,
    word(item.kind),
    item.category?.name ?? '',
    word(item.source),
    word(item.state),
    item.community?.name ?? '',
    item.grid?.name ?? '',
    item.place,
    item.handler?.name ?? '',
    clockText(item.raisedAt),
    item.dueAt ? clockText(item.dueAt) : '',
    item.closedAt ? clockText(item.closedAt) : '',
    word(item.standing),
  ];
}

/** The last row of a list that was cut. */
const cutRow = (rows: number, language: Language): Cell[] => [
  filled(wordsFor(language).cut, { rows: rows.toLocaleString('en-US') }, language),
];
