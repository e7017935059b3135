import { uuidv7 } from 'uuidv7';
import {
  type CaseMetric,
  type CaseVerb,
  casesProblems,
  type EditCase,
  type RaiseCase,
  timedMetrics,
} from '../../../contract/cases.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/db.ts';
import { toWgs84 } from '../../kernel/device-position.ts';
import { appendFacts } from '../../kernel/facts.ts';
import { foldHan, searchPieces } from '../../kernel/han.ts';
import { labelIn } from '../../kernel/language.ts';
import { type Recipients, tell } from '../../kernel/notices.ts';
import { covers } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { areaInUse } from '../areas/index.ts';
import { deadlineOf, deadlineWithin } from '../deadlines/index.ts';
import { deskOf, followersOf } from '../notices/index.ts';
import { knowsRaiser, mayDecide } from './policy.ts';
import type { CaseRow } from './queries.ts';
import * as queries from './queries.ts';
import * as rules from './rules.ts';

type Words<T extends { _zod: { output: unknown } }> = T['_zod']['output'];

/** Finds a case for a verb: not within reach reads as not there; within reach, the verb must be this person's and legal now. */
export async function caseFor(
  { tx, actor, scope }: Deed,
  world: World,
  id: string,
  verb: CaseVerb,
  version?: number,
): Promise<CaseRow> {
  const row = await queries.lockCase(tx, id);
  if (!row || !covers(world.scopeOf(actor, 'case.read'), row)) throw fail(casesProblems, 'cases.not_found');
  if (!covers(scope, row) || !mayDecide(verb, actor, scope, row)) throw fail(casesProblems, 'cases.not_yours_to_move');
  if (version !== undefined && version !== row.version) throw fail(kernelProblems, 'request.precondition_failed');
  if (!rules.isLegal(verb, row.state)) throw fail(casesProblems, 'cases.illegal_move');
  return row;
}

/** Finds a case to read something that belongs to it: the route's own permission has to reach it as well. */
export async function caseSeen({ tx, actor, scope }: Deed, world: World, id: string): Promise<CaseRow> {
  const row = await queries.findCase(tx, id);
  if (!row || !covers(world.scopeOf(actor, 'case.read'), row)) throw fail(casesProblems, 'cases.not_found');
  if (!covers(scope, row)) throw fail(casesProblems, 'cases.not_yours_to_move');
  return row;
}

type Counted = Pick<CaseRow, 'id' | 'categoryId' | 'communityId' | 'gridId'> & { raisedAt?: string };

const timed: readonly CaseMetric[] = timedMetrics;

export function count(
  tx: Tx,
  row: Counted,
  metrics: readonly CaseMetric[],
  now: Date,
  personId: string | null = null,
): void {
  const { id, categoryId, communityId, gridId, raisedAt } = row;
  const place = { subjectKind: 'case', subjectId: id, categoryId, communityId, gridId, personId };
  appendFacts(
    tx,
    metrics.map((metric) => {
      const minutes = raisedAt && timed.includes(metric) ? rules.minutesBetween(raisedAt, now) : null;
      return { day: dayOf(now), metric, amount: 1, unit: 'case', ...place, minutes };
    }),
  );
}

export function record(tx: Tx, id: string, verb: string, now: Date, data: Record<string, unknown> = {}): void {
  appendEvent(tx, { subjectKind: 'case', subjectId: id, verb, at: now, data });
}

/** What followers are told when the raiser or the desk is told something, in words for those who only have the same. */
const forFollowers: Readonly<Record<string, string>> = {
  'case.accepted': 'case.followed_accepted',
  'case.refused': 'case.followed_refused',
  'case.dispatched': 'case.followed_dispatched',
  'case.resolved': 'case.followed_resolved',
  'case.confirmed': 'case.followed_closed',
  'case.closed_unconfirmed': 'case.followed_closed',
};

type Told = Pick<CaseRow, 'id' | 'number' | 'title'> &
  Partial<Pick<CaseRow, 'joinedTimes' | 'publishedAt' | 'categoryLabels'>>;

type Telling = Pick<Deed, 'tx' | 'now'>;

/** Followers know a case that is not public by its category only, and its number not at all. */
function tellFollowers({ tx, now }: Telling, code: string, row: Told, params: Record<string, string>): void {
  const title = row.publishedAt ? row.title : row.categoryLabels ? labelIn(row.categoryLabels, 'zh-Hans') : '';
  tell(tx, followersOf(row.id), {
    code,
    params: { title, organization: params.organization ?? '' },
    subjectKind: 'followed_case',
    subjectId: row.id,
    at: now,
  });
}

export function announce(
  deed: Telling,
  to: Recipients,
  code: string,
  row: Told,
  params: Record<string, string> = {},
): void {
  const { tx, now } = deed;
  const followed = forFollowers[code];
  if (followed && row.joinedTimes) tellFollowers(deed, followed, row, params);
  tell(tx, to, {
    code,
    params: { number: row.number, title: row.title, ...params },
    subjectKind: 'case',
    subjectId: row.id,
    at: now,
  });
}

export async function attach(
  { tx, now }: Deed,
  caseId: string,
  photoIds: readonly string[],
  phase: string,
  internal = false,
): Promise<void> {
  if (photoIds.length === 0) return;
  const found = await queries.attachPhotos(tx, caseId, photoIds, phase, internal, now);
  if (found !== new Set(photoIds).size) throw fail(casesProblems, 'cases.unknown_photo');
}

/** Keeps the words a case is found by. */
export function remember(tx: Tx, id: string, raisedAt: Date | string, parts: readonly string[]): void {
  const folded = foldHan(parts.filter(Boolean).join(' '));
  queries.insertSearch(tx, id, raisedAt, folded, searchPieces(folded));
}

/** Files a request under its area; the desk of the community and the grid worker hear of it at once. Gives back its id. */
export async function raiseCase(
  deed: Deed,
  world: World,
  words: Words<typeof RaiseCase>,
  areaId: string | null,
  serial: number,
): Promise<string> {
  const { tx, actor, now } = deed;
  const { body, kind, categoryId = null, place = '', photoIds, onBehalf, published, anonymous } = words;
  const position = words.position && toWgs84(words.position);
  const id = uuidv7();
  const title = words.title || rules.titleFrom(body);
  const number = rules.caseNumber(dayOf(now), serial);
  const onTheSpot = actor.grants.some((grant) => grant.roleSet === 'grid_worker');
  const placed = await queries.insertCase(tx, {
    ...{ id, number, title, body, kind, categoryId, areaId, place, raisedAt: now },
    ...{ lon: position?.lon ?? null, lat: position?.lat ?? null, registeredBy: actor.accountId, onTheSpot },
    ...{ positionCrs: words.position?.crs ?? null, published: published && !onBehalf, anonymous },
    danger: rules.saysDanger(foldHan(`${title} ${body}`)),
    source: onBehalf?.source ?? (onTheSpot ? 'grid_worker' : 'mobile'),
    raiserId: onBehalf ? null : actor.accountId,
  });
  if (!placed) {
    await demandCategory(tx, categoryId);
    throw fail(casesProblems, areaId ? 'cases.unknown_place' : 'cases.place_needed');
  }
  if (onBehalf && !covers(world.scopeOf(actor, 'case.register'), { ...nowhere, ...placed }))
    throw fail(kernelProblems, 'request.forbidden');
  if (onBehalf) {
    const cipher = onBehalf.phone ? world.secrets.encrypt(onBehalf.phone, 'phone') : null;
    queries.insertContact(tx, id, placed, onBehalf.name, cipher);
  }
  if (placed.dueAt === null) queries.setDeadline(tx, id, await deadlineOf(tx, categoryId, now));
  await attach(deed, id, photoIds, 'raised');
  remember(tx, id, now, [number, title, body, placed.place]);
  record(tx, id, 'raise', now, { kind, category: categoryId, source: onBehalf?.source ?? null });
  count(tx, { id, categoryId, ...placed }, ['case_raised'], now, onBehalf ? null : actor.accountId);
  announce(deed, deskOf(placed.communityId, placed.gridId, now), 'case.raised', { id, number, title });
  return id;
}

async function demandCategory(tx: Tx, categoryId: string | null): Promise<void> {
  if (!categoryId) return;
  const category = await queries.categoryOf(tx, categoryId);
  if (!category) throw fail(casesProblems, 'cases.unknown_category');
  if (category.ended) throw fail(casesProblems, 'cases.ended_category');
}

const nowhere = {
  raiserId: null,
  handlerOrganizationId: null,
  communityId: null,
  gridId: null,
  microGridId: null,
  buildingId: null,
};

export async function editCase(
  deed: Deed,
  world: World,
  id: string,
  edit: EditCase,
  version: number | undefined,
): Promise<void> {
  const { tx, now, scope } = deed;
  const row = await caseFor(deed, world, id, 'edit', version);
  const placed = await queries.editCase(tx, id, edit);
  if (!placed) {
    if (edit.categoryId !== row.categoryId) await demandCategory(tx, edit.categoryId ?? null);
    throw fail(casesProblems, 'cases.unknown_place');
  }
  if (!covers(scope, { ...row, ...placed })) throw fail(casesProblems, 'cases.place_elsewhere');
  // Nobody was given it yet: what it is about decides the time, counted from when it was raised.
  if (edit.categoryId && edit.categoryId !== row.categoryId && row.assignedAt === null)
    queries.setDeadline(tx, id, await deadlineWithin(tx, edit.categoryId, new Date(row.receivedAt), row.wantedBy));
  queries.moveContact(tx, id, placed.communityId, placed.gridId);
  const { number, title, body, place } = await queries.wordsOf(tx, id);
  remember(tx, id, row.raisedAt, [number, title, body, place]);
  record(tx, id, 'edit', now, {
    title: edit.title ?? null,
    category: edit.categoryId ?? null,
    area: edit.areaId ?? null,
  });
}

/**
 * A case that was over while the map changed stayed where it was; before it goes on it is filed where its place lies today. Gives back the
 * case as it then lies.
 */
export async function fileToday({ tx }: Deed, row: CaseRow): Promise<CaseRow> {
  const area = await areaInUse(tx, row.areaId, await queries.positionOf(tx, row.id));
  if (!area || (area.id === row.areaId && area.gridId === row.gridId && area.communityId === row.communityId))
    return row;
  const line = await queries.fileUnder(tx, row.id, area.id);
  queries.moveContact(tx, row.id, line.communityId, line.gridId);
  return { ...row, ...line, areaId: area.id };
}

/** Opens the raiser's number in full; who, when and why stays in the record. */
export async function disclosePhone(deed: Deed, world: World, id: string, reason: string): Promise<string> {
  const row = await caseFor(deed, world, id, 'disclose_phone');
  if (!knowsRaiser(row, deed.actor.accountId, covers(world.scopeOf(deed.actor, 'case.know_raiser'), row)))
    throw fail(casesProblems, 'cases.not_yours_to_move');
  const phoneCipher = await queries.phoneOf(deed.tx, id);
  if (!phoneCipher) throw fail(casesProblems, 'cases.no_phone');
  record(deed.tx, id, 'disclose_phone', deed.now, { reason });
  return world.secrets.decrypt(phoneCipher, 'phone');
}
