import { uuidv7 } from 'uuidv7';
import { casesProblems } from '../../../contract/cases.ts';
import {
  type AssignCase,
  type ConfirmCase,
  handlingProblems,
  type NoteCase,
  type ResolveCase,
} from '../../../contract/handling.ts';
import { nothing, sql } from '../../kernel/db.ts';
import { covers } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import {
  announce,
  attach,
  type CaseRow,
  caseFor,
  count,
  deskOver,
  fileToday,
  mayConfirm,
  mayDecide,
  moveCase,
  newDeadline,
  record,
  stateAfter,
} from '../cases/index.ts';
import { classFor, deadlineOf, windowsOf } from '../deadlines/index.ts';
import { askBodies, closeParts } from '../joint/index.ts';
import { deskOf, personOf } from '../notices/index.ts';
import { ruleFor } from '../routing/index.ts';
import * as queries from './queries.ts';
import { deadlineFor } from './reports.ts';
import * as rules from './rules.ts';

type Words<T extends { _zod: { output: unknown } }> = T['_zod']['output'];

export async function acceptCase(deed: Deed, world: World, id: string, version?: number): Promise<void> {
  const row = await caseFor(deed, world, id, 'accept', version);
  const level = deskOver(deed.actor.grants, row) ?? row.level;
  moveCase(deed.tx, id, 'accepted', sql`, accepted_at = ${deed.now}, level = ${level}`);
  record(deed.tx, id, 'accept', deed.now);
  announce(deed, personOf(row.raiserId), 'case.accepted', row);
  await assignByRule(deed, world, row);
}

/** A rule of the street that assigns at once does so, where whoever accepts may assign as well. */
async function assignByRule(deed: Deed, world: World, row: CaseRow): Promise<void> {
  const rule = await ruleFor(deed.tx, row, 'zh-Hans', deed.now);
  const scope = world.scopeOf(deed.actor, 'case.assign');
  if (!rule?.automatic || !covers(scope, row) || !mayDecide('assign', deed.actor, scope, row)) return;
  const why = [rule.area?.name, rule.category?.name].filter(Boolean).join(' · ');
  await assignCase({ ...deed, scope }, world, row.id, {
    organizationId: rule.organization.id,
    ...(rule.person ? { accountId: rule.person.id } : {}),
    words: `按规则：${why}`,
  });
}

export async function refuseCase(
  deed: Deed,
  world: World,
  id: string,
  reason: string,
  version?: number,
): Promise<void> {
  const row = await caseFor(deed, world, id, 'refuse', version);
  await closeParts(deed, row, reason);
  const refusal = uuidv7();
  queries.insertRefusal(deed.tx, refusal, id, reason, deed.now);
  moveCase(deed.tx, id, 'refused', sql`, closed_at = ${deed.now}${queries.answeredAt(deed.now)}`);
  record(deed.tx, id, 'refuse', deed.now, { row: refusal });
  count(deed.tx, row, [...rules.answerMetrics(row), 'case_refused'], deed.now);
  announce(deed, personOf(row.raiserId), 'case.refused', row, { words: reason });
}

/**
 * Gives the case to one body (and, if wished, one person in it) with a deadline: the given one, else what is left,
 * else what its class allows from now; asks others to help it. A department that was whistled for has it at its own level.
 */
export async function assignCase(
  deed: Deed,
  world: World,
  id: string,
  input: AssignCase,
  version?: number,
): Promise<void> {
  const { tx, actor, now } = deed;
  const { organizationId, dueAt, words = '', parts } = input;
  const accountId = input.accountId ?? null;
  const row = await caseFor(deed, world, id, 'assign', version);
  const [handler, deadline] = await Promise.all([
    queries.handlerOf(tx, organizationId, accountId, now),
    deadlineFor(tx, row, now, dueAt),
  ]);
  if (!handler?.personFits) throw fail(handlingProblems, 'handling.unknown_handler');
  if (dueAt && Date.parse(dueAt) <= now.getTime()) throw fail(handlingProblems, 'handling.due_in_past');
  const level = handler.department ? 'department' : (deskOver(actor.grants, row) ?? row.level);
  const due = deadline?.dueAt ?? row.dueAt ?? now;
  const assignment = uuidv7();
  queries.insertAssignment(tx, { id: assignment, caseId: id, organizationId, accountId, words, dueAt: due, at: now });
  moveCase(
    tx,
    id,
    'assigned',
    sql`, handler_organization_id = ${organizationId}, handler_account_id = ${accountId}, assigned_at = ${now}, level = ${level}, signed_at = null, resolved_at = null${deadline ? newDeadline(deadline) : nothing}`,
  );
  record(tx, id, 'assign', now, { row: assignment, dueAt: toText(due) });
  if (row.assignedAt === null) count(tx, row, ['case_dispatched'], now);
  announce(deed, queries.handlersOf(organizationId, accountId, now), 'case.assigned', row);
  announce(deed, personOf(row.raiserId), 'case.dispatched', row, { organization: handler.name });
  if (parts?.length)
    await askBodies(deed, { ...row, handlerOrganizationId: organizationId, dueAt: toText(due) }, parts);
  if (row.firstReceiverId && row.firstReceiverId !== organizationId)
    announce(deed, queries.handlersOf(row.firstReceiverId, null, now), 'case.given_on', row, {
      organization: handler.name,
    });
}

const toText = (instant: Date | string) => (typeof instant === 'string' ? instant : instant.toISOString());

/** Signs for the case; the first answer within the hours allowed counts as responded in time. */
export async function signForCase(deed: Deed, world: World, id: string, version?: number): Promise<void> {
  const { tx, actor, now } = deed;
  const row = await caseFor(deed, world, id, 'sign', version);
  const [{ answerHours }, { before, organization }] = await Promise.all([
    classFor(tx, row.categoryId),
    queries.signingOf(tx, id, row.handlerOrganizationId),
  ]);
  queries.signAssignment(tx, id, now);
  moveCase(
    tx,
    id,
    'in_progress',
    sql`, signed_at = ${now}, handler_account_id = coalesce(handler_account_id, ${actor.accountId}), first_receiver_id = coalesce(first_receiver_id, handler_organization_id)${queries.answeredAt(now)}`,
  );
  record(tx, id, 'sign', now, { organization: row.handlerOrganizationId });
  const inTime = !before && row.assignedAt && rules.isAnsweredInTime(row.assignedAt, now, answerHours);
  count(tx, row, [...rules.answerMetrics(row), ...(inTime ? (['case_responded'] as const) : [])], now);
  announce(deed, personOf(row.raiserId), 'case.signed', row, { organization: organization ?? '' });
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
    : deskOf(row.communityId, row.gridId, now);
  const fromRaiser = row.raiserId === actor.accountId;
  if (!internal && !fromRaiser && !row.answered) {
    queries.markAnswered(tx, id, now);
    count(tx, row, ['case_answered'], now);
  }
  announce(deed, internal || fromRaiser ? staff : personOf(row.raiserId), 'case.noted', row, {
    words: [...words].slice(0, 80).join(''),
  });
}

export async function resolveCase(
  deed: Deed,
  world: World,
  id: string,
  { words, photoIds, withoutParts }: Words<typeof ResolveCase>,
  version?: number,
): Promise<void> {
  const { tx, now } = deed;
  const row = await caseFor(deed, world, id, 'resolve', version);
  await closeParts(deed, row, withoutParts);
  const resolution = uuidv7();
  queries.insertResolution(tx, resolution, id, words, now);
  await attach(deed, id, photoIds, 'resolved');
  moveCase(
    tx,
    id,
    'resolved',
    sql`, resolved_at = ${now}, accepted_at = coalesce(accepted_at, ${now})${queries.answeredAt(now)}`,
  );
  record(tx, id, 'resolve', now, { row: resolution, photos: photoIds.length });
  count(tx, row, [...rules.answerMetrics(row), 'case_resolved'], now);
  announce(deed, personOf(row.raiserId), 'case.resolved', row);
  if (row.firstReceiverId && row.firstReceiverId !== row.handlerOrganizationId)
    announce(deed, queries.handlersOf(row.firstReceiverId, null, now), 'case.first_resolved', row);
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
  if (!mayConfirm(row.raiserId, actor.accountId)) throw fail(casesProblems, 'cases.not_yours_to_move');
  const confirmation = uuidv7();
  queries.insertConfirmation(tx, {
    id: confirmation,
    caseId: id,
    solved,
    satisfaction: satisfaction ?? null,
    words: words || null,
    at: now,
  });
  moveCase(
    tx,
    id,
    stateAfter('confirm', row.state, solved),
    solved
      ? sql`, closed_at = ${now}`
      : sql`, resolved_at = null${newDeadline(await deadlineOf(tx, row.categoryId, now))}`,
  );
  record(tx, id, 'confirm', now, { row: confirmation, solved, satisfaction: satisfaction ?? null });
  count(tx, row, rules.confirmationMetrics(solved, satisfaction, row.level), now, actor.accountId);
  const desk = deskOf(row.communityId, null, now);
  const concerned = row.handlerOrganizationId
    ? sql`${queries.handlersOf(row.handlerOrganizationId, row.handlerAccountId, now)} union all ${desk}`
    : desk;
  announce(deed, concerned, solved ? 'case.confirmed' : 'case.unsolved', row);
}

/** Opens a closed case again: its raiser within the street's window, staff at any time. */
export async function reopenCase(deed: Deed, world: World, id: string, words: string, version?: number): Promise<void> {
  const { tx, actor, now } = deed;
  const found = await caseFor(deed, world, id, 'reopen', version);
  const { reopenHours: hours } = await windowsOf(tx);
  if (found.raiserId === actor.accountId && !rules.mayReopenStill(found.closedAt, now, hours)) {
    throw fail(handlingProblems, 'handling.reopen_window_over', { hours: String(hours) });
  }
  const row = await fileToday(deed, found);
  const note = uuidv7();
  queries.insertNote(tx, note, id, 'raiser', words, now);
  moveCase(
    tx,
    id,
    'reopened',
    sql`, closed_at = null, resolved_at = null, reopened_times = reopened_times + 1${newDeadline(await deadlineOf(tx, row.categoryId, now))}`,
  );
  record(tx, id, 'reopen', now, { row: note, ...(row.areaId === found.areaId ? {} : { area: row.areaId }) });
  count(tx, row, ['case_reopened'], now);
  announce(deed, deskOf(row.communityId, row.gridId, now), 'case.reopened', row);
  if (row.handlerOrganizationId)
    announce(deed, queries.handlersOf(row.handlerOrganizationId, row.handlerAccountId, now), 'case.reopened', row);
}
