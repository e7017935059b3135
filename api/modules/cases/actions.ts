import { uuidv7 } from 'uuidv7';
import {
  type AssignCase,
  type CaseMetric,
  type CaseVerb,
  type ConfirmCase,
  casesProblems,
  type EditCase,
  type NoteCase,
  type RaiseCase,
  type ResolveCase,
} from '../../../contract/cases.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { dayOf } from '../../kernel/clock.ts';
import { type Sql, sql, type Tx } from '../../kernel/db.ts';
import { appendFacts } from '../../kernel/facts.ts';
import { bigrams, foldHan } from '../../kernel/han.ts';
import { tell } from '../../kernel/notices.ts';
import { covers } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { mayConfirm } from './policy.ts';
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
  if (!covers(scope, row)) throw fail(casesProblems, 'cases.not_yours_to_move');
  if (version !== undefined && version !== row.version) throw fail(kernelProblems, 'request.precondition_failed');
  if (!rules.isLegal(verb, row.state)) throw fail(casesProblems, 'cases.illegal_move');
  return row;
}

type Counted = Pick<CaseRow, 'id' | 'categoryId' | 'communityId' | 'gridId'>;

function count(tx: Tx, row: Counted, metrics: readonly CaseMetric[], now: Date, personId: string | null = null): void {
  const { id, categoryId, communityId, gridId } = row;
  const place = { subjectKind: 'case', subjectId: id, categoryId, communityId, gridId, personId };
  appendFacts(
    tx,
    metrics.map((metric) => ({ day: dayOf(now), metric, amount: 1, unit: 'case', ...place })),
  );
}

function record(tx: Tx, id: string, verb: string, now: Date, data: Record<string, unknown> = {}): void {
  appendEvent(tx, { subjectKind: 'case', subjectId: id, verb, at: now, data });
}

function announce(
  { tx, now }: Deed,
  to: Sql,
  code: string,
  row: { id: string; number: string; title: string },
  params: Record<string, string> = {},
): void {
  tell(tx, to, {
    code,
    params: { number: row.number, title: row.title, ...params },
    subjectKind: 'case',
    subjectId: row.id,
    at: now,
  });
}

async function attach(
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

function remember(tx: Tx, id: string, parts: readonly string[]): void {
  const folded = foldHan(parts.filter(Boolean).join(' '));
  queries.insertSearch(tx, id, folded, bigrams(folded));
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
  const { body, kind, categoryId = null, place = '', position, photoIds, onBehalf } = words;
  const id = uuidv7();
  const title = words.title || rules.titleFrom(body);
  const number = rules.caseNumber(dayOf(now), serial);
  const onTheSpot = actor.grants.some((grant) => grant.roleSet === 'grid_worker');
  const placed = await queries.insertCase(tx, {
    ...{ id, number, title, body, kind, categoryId, areaId, place, raisedAt: now, usualHours: rules.usualHours },
    ...{ lon: position?.lon ?? null, lat: position?.lat ?? null, registeredBy: actor.accountId },
    source: onBehalf?.source ?? (onTheSpot ? 'grid_worker' : 'mobile'),
    raiserId: onBehalf ? null : actor.accountId,
  });
  if (!placed)
    throw fail(
      casesProblems,
      categoryId ? 'cases.unknown_category' : areaId ? 'cases.unknown_place' : 'cases.place_needed',
    );
  if (onBehalf && !covers(world.scopeOf(actor, 'case.register'), { ...nowhere, ...placed }))
    throw fail(kernelProblems, 'request.forbidden');
  if (onBehalf) {
    const cipher = onBehalf.phone ? world.secrets.encrypt(onBehalf.phone, 'phone') : null;
    queries.insertContact(tx, id, placed, onBehalf.name, cipher);
  }
  await attach(deed, id, photoIds, 'raised');
  remember(tx, id, [number, title, body, placed.place]);
  record(tx, id, 'raise', now, { kind, category: categoryId, source: onBehalf?.source ?? null });
  count(tx, { id, categoryId, ...placed }, ['case_raised'], now, onBehalf ? null : actor.accountId);
  announce(deed, queries.deskOf(placed.communityId, placed.gridId, now), 'case.raised', { id, number, title });
  return id;
}

const nowhere = {
  raiserId: null,
  handlerOrganizationId: null,
  communityId: null,
  gridId: null,
  microGridId: null,
  buildingId: null,
};

export async function acceptCase(deed: Deed, world: World, id: string, version?: number): Promise<void> {
  const row = await caseFor(deed, world, id, 'accept', version);
  queries.moveCase(deed.tx, id, 'accepted', sql`, accepted_at = ${deed.now}`);
  record(deed.tx, id, 'accept', deed.now);
  announce(deed, queries.personOf(row.raiserId), 'case.accepted', row);
}

export async function refuseCase(
  deed: Deed,
  world: World,
  id: string,
  reason: string,
  version?: number,
): Promise<void> {
  const row = await caseFor(deed, world, id, 'refuse', version);
  const refusal = uuidv7();
  queries.insertRefusal(deed.tx, refusal, id, reason, deed.now);
  queries.moveCase(deed.tx, id, 'refused', sql`, closed_at = ${deed.now}`);
  record(deed.tx, id, 'refuse', deed.now, { row: refusal });
  count(deed.tx, row, ['case_refused'], deed.now);
  announce(deed, queries.personOf(row.raiserId), 'case.refused', row, { words: reason });
}

/** Gives the case to one body (and, if wished, one person in it) with a deadline: the given one, else the category's usual hours from now. */
export async function assignCase(
  deed: Deed,
  world: World,
  id: string,
  input: AssignCase,
  version?: number,
): Promise<void> {
  const { tx, now } = deed;
  const { organizationId, dueAt, words = '' } = input;
  const accountId = input.accountId ?? null;
  const row = await caseFor(deed, world, id, 'assign', version);
  const handler = await queries.handlerOf(tx, organizationId, accountId, now);
  if (!handler?.personFits) throw fail(casesProblems, 'cases.unknown_handler');
  if (dueAt && Date.parse(dueAt) <= now.getTime()) throw fail(casesProblems, 'cases.due_in_past');
  const { hours } = await queries.customOf(tx, row.categoryId);
  const due = dueAt ?? rules.dueAfter(now, hours ?? rules.usualHours);
  const assignment = uuidv7();
  queries.insertAssignment(tx, { id: assignment, caseId: id, organizationId, accountId, words, dueAt: due, at: now });
  queries.moveCase(
    tx,
    id,
    'assigned',
    sql`, handler_organization_id = ${organizationId}, handler_account_id = ${accountId}, due_at = ${due}, assigned_at = ${now}, signed_at = null, resolved_at = null`,
  );
  record(tx, id, 'assign', now, { row: assignment, dueAt: typeof due === 'string' ? due : due.toISOString() });
  if (row.assignedAt === null) count(tx, row, ['case_dispatched'], now);
  announce(deed, queries.handlersOf(organizationId, accountId, now), 'case.assigned', row);
  announce(deed, queries.personOf(row.raiserId), 'case.dispatched', row, { organization: handler.name });
}

/** Signs for the case; the first answer within the hours allowed counts as responded in time. */
export async function signForCase(deed: Deed, world: World, id: string, version?: number): Promise<void> {
  const { tx, actor, now } = deed;
  const row = await caseFor(deed, world, id, 'sign', version);
  const first = !(await queries.signedBefore(tx, id));
  queries.signAssignment(tx, id, now);
  queries.moveCase(
    tx,
    id,
    'in_progress',
    sql`, signed_at = ${now}, handler_account_id = coalesce(handler_account_id, ${actor.accountId})`,
  );
  record(tx, id, 'sign', now, { organization: row.handlerOrganizationId });
  if (first && row.assignedAt && rules.isAnsweredInTime(row.assignedAt, now, row.danger))
    count(tx, row, ['case_responded'], now);
  announce(deed, queries.personOf(row.raiserId), 'case.signed', row);
}

/** A word among staff, or a word to the raiser; the raiser's own words go to whoever handles the case. */
export async function noteCase(
  deed: Deed,
  world: World,
  id: string,
  { audience, words, photoIds }: Words<typeof NoteCase>,
): Promise<void> {
  const { tx, actor, now } = deed;
  const row = await caseFor(deed, world, id, 'note');
  const internal = audience === 'internal';
  if (internal && !covers(world.scopeOf(actor, 'case.note_internal'), row))
    throw fail(kernelProblems, 'request.forbidden');
  const note = uuidv7();
  queries.insertNote(tx, note, id, audience, words, now);
  await attach(deed, id, photoIds, 'note', internal);
  record(tx, id, 'note', now, { row: note });
  const staff = row.handlerOrganizationId
    ? queries.handlersOf(row.handlerOrganizationId, row.handlerAccountId, now)
    : queries.deskOf(row.communityId, row.gridId, now);
  const fromRaiser = row.raiserId === actor.accountId;
  announce(deed, internal || fromRaiser ? staff : queries.personOf(row.raiserId), 'case.noted', row, {
    words: words.slice(0, 80),
  });
}

export async function resolveCase(
  deed: Deed,
  world: World,
  id: string,
  { words, photoIds }: Words<typeof ResolveCase>,
  version?: number,
): Promise<void> {
  const { tx, now } = deed;
  const row = await caseFor(deed, world, id, 'resolve', version);
  const resolution = uuidv7();
  queries.insertResolution(tx, resolution, id, words, now);
  await attach(deed, id, photoIds, 'resolved');
  queries.moveCase(tx, id, 'resolved', sql`, resolved_at = ${now}, accepted_at = coalesce(accepted_at, ${now})`);
  record(tx, id, 'resolve', now, { row: resolution, photos: photoIds.length });
  count(tx, row, ['case_resolved'], now);
  announce(deed, queries.personOf(row.raiserId), 'case.resolved', row);
}

/** The raiser's word: solved closes the case, not solved sends the work on to the same handler. */
export async function confirmCase(
  deed: Deed,
  world: World,
  id: string,
  { solved, satisfaction, words }: ConfirmCase,
  version?: number,
): Promise<void> {
  const { tx, actor, now } = deed;
  const row = await caseFor(deed, world, id, 'confirm', version);
  if (!mayConfirm(row.raiserId, actor.accountId))
    throw fail(casesProblems, 'cases.not_yours_to_move');
  const confirmation = uuidv7();
  queries.insertConfirmation(tx, {
    id: confirmation,
    caseId: id,
    solved,
    satisfaction: satisfaction ?? null,
    words: words || null,
    at: now,
  });
  queries.moveCase(
    tx,
    id,
    rules.stateAfter('confirm', row.state, solved),
    solved ? sql`, closed_at = ${now}` : sql`, resolved_at = null`,
  );
  record(tx, id, 'confirm', now, { row: confirmation, solved, satisfaction: satisfaction ?? null });
  count(tx, row, rules.confirmationMetrics(solved, satisfaction), now, actor.accountId);
  if (row.handlerOrganizationId) {
    announce(
      deed,
      queries.handlersOf(row.handlerOrganizationId, row.handlerAccountId, now),
      solved ? 'case.confirmed' : 'case.unsolved',
      row,
    );
  }
  announce(deed, queries.deskOf(row.communityId, null, now), solved ? 'case.confirmed' : 'case.unsolved', row);
}

/** Opens a closed case again: its raiser within the street's window, staff at any time. */
export async function reopenCase(deed: Deed, world: World, id: string, words: string, version?: number): Promise<void> {
  const { tx, actor, now } = deed;
  const row = await caseFor(deed, world, id, 'reopen', version);
  const { reopenHours } = await queries.customOf(tx, null);
  const hours = reopenHours ?? rules.usualReopenHours;
  if (row.raiserId === actor.accountId && !rules.mayReopenStill(row.closedAt, now, hours)) {
    throw fail(casesProblems, 'cases.reopen_window_over', { hours: String(hours) });
  }
  const note = uuidv7();
  queries.insertNote(tx, note, id, 'raiser', words, now);
  queries.moveCase(
    tx,
    id,
    'reopened',
    sql`, closed_at = null, resolved_at = null, reopened_times = reopened_times + 1`,
  );
  record(tx, id, 'reopen', now, { row: note });
  count(tx, row, ['case_reopened'], now);
  announce(deed, queries.deskOf(row.communityId, row.gridId, now), 'case.reopened', row);
  if (row.handlerOrganizationId)
    announce(deed, queries.handlersOf(row.handlerOrganizationId, row.handlerAccountId, now), 'case.reopened', row);
}

export async function editCase(
  deed: Deed,
  world: World,
  id: string,
  edit: EditCase,
  version: number | undefined,
): Promise<void> {
  const { tx, now } = deed;
  await caseFor(deed, world, id, 'edit', version);
  if ((await queries.editCase(tx, id, edit)) === 0) {
    throw fail(casesProblems, edit.categoryId ? 'cases.unknown_category' : 'cases.unknown_place');
  }
  const { number, title, body, place } = await queries.wordsOf(tx, id);
  remember(tx, id, [number, title, body, place]);
  record(tx, id, 'edit', now, {
    title: edit.title ?? null,
    category: edit.categoryId ?? null,
    area: edit.areaId ?? null,
  });
}

/** Opens the raiser's number in full; who, when and why stays in the record. */
export async function disclosePhone(deed: Deed, world: World, id: string, reason: string): Promise<string> {
  await caseFor(deed, world, id, 'disclose_phone');
  const { phoneCipher } = await queries.detailOf(deed.tx, id);
  if (!phoneCipher) throw fail(casesProblems, 'cases.no_phone');
  record(deed.tx, id, 'disclose_phone', deed.now, { reason });
  return world.secrets.decrypt(phoneCipher, 'phone');
}
