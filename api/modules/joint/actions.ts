import { uuidv7 } from 'uuidv7';
import { casesProblems } from '../../../contract/cases.ts';
import { type FinishPart, jointProblems, type NewPart, type PartVerb } from '../../../contract/joint.ts';
import { sql } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { announce, attach, type CaseRow, caseFor, count, record } from '../cases/index.ts';
import { personOf } from '../notices/index.ts';
import { handlerOf, handlersOf } from '../organizations/index.ts';
import * as queries from './queries.ts';
import * as rules from './rules.ts';

type Words<T extends { _zod: { output: unknown } }> = T['_zod']['output'];

async function demandBody({ tx, now }: Deed, id: string, accountId: string | null): Promise<string> {
  const body = await handlerOf(tx, id, accountId, now);
  if (!body?.personFits) throw fail(jointProblems, 'joint.unknown_body');
  return body.name;
}

/** Asks bodies to help with a case, each with its task and time; the body that leads goes on answering for the whole. */
export async function askBodies(deed: Deed, row: CaseRow, asked: readonly NewPart[]): Promise<void> {
  const { tx, now } = deed;
  const before = await queries.partsOf(tx, row.id);
  const parts: (queries.NewPartRow & { name: string })[] = [];
  for (const { organizationId, accountId = null, task, dueAt } of asked) {
    const name = await demandBody(deed, organizationId, accountId);
    if (organizationId === row.handlerOrganizationId)
      throw fail(jointProblems, 'joint.leads_already', { organization: name });
    const busy = before.some((part) => part.organizationId === organizationId && rules.isPartOpen(part));
    if (busy || parts.some((part) => part.organizationId === organizationId))
      throw fail(jointProblems, 'joint.helps_already', { organization: name });
    const due = rules.partDue(dueAt, row.dueAt, now);
    if (Date.parse(due) <= now.getTime()) throw fail(jointProblems, 'joint.time_past');
    if (rules.isAfterWhole(due, row.dueAt, now)) throw fail(jointProblems, 'joint.after_deadline');
    parts.push({ id: uuidv7(), organizationId, accountId, task, dueAt: due, name });
  }
  queries.insertParts(tx, row.id, parts, now);
  queries.insertHelpers(
    tx,
    row.id,
    parts.map(({ organizationId }) => organizationId),
    now,
  );
  for (const { id, organizationId, accountId, task, dueAt } of parts) {
    record(tx, row.id, 'involve', now, { row: id, organization: organizationId, dueAt });
    announce(deed, handlersOf(organizationId, accountId, now), 'case.involved', row, { words: task });
  }
  if (before.length === 0) count(tx, row, ['case_involved'], now);
}

export async function involveBodies(deed: Deed, world: World, id: string, parts: readonly NewPart[]): Promise<void> {
  await askBodies(deed, await caseFor(deed, world, id, 'involve'), parts);
}

interface OnePart {
  row: CaseRow;
  part: queries.PartRow;
}

/** The part, if it is the actor's body's own (to withdraw it: if the case is theirs to share out) and the verb is legal now. */
async function partFor(deed: Deed, world: World, id: string, partId: string, verb: PartVerb): Promise<OnePart> {
  const own = verb !== 'withdraw';
  const row = await caseFor(deed, world, id, own ? 'note' : 'involve');
  const part = (await queries.partsOf(deed.tx, id)).find((one) => one.id === partId);
  if (!part) throw fail(jointProblems, 'joint.not_found');
  if (own && !deed.scope.helping.includes(part.organizationId)) throw fail(casesProblems, 'cases.not_yours_to_move');
  if (!rules.isPartLegal(verb, part, row.state)) throw fail(jointProblems, 'joint.moved_on');
  return { row, part };
}

/** Tells whoever asked, and the body that leads. */
function tellLead(deed: Deed, { row, part }: OnePart, code: string, words = ''): void {
  const lead = row.handlerOrganizationId
    ? sql`select ${part.askedBy}::uuid as account_id union all ${handlersOf(row.handlerOrganizationId, row.handlerAccountId, deed.now)}`
    : personOf(part.askedBy);
  announce(deed, lead, code, row, { organization: part.organization, words });
}

export async function signPart(deed: Deed, world: World, id: string, partId: string): Promise<void> {
  const { tx, now } = deed;
  const one = await partFor(deed, world, id, partId, 'sign');
  queries.movePart(tx, partId, sql`signed_by = app.account(), signed_at = ${now}`);
  record(tx, id, 'sign_part', now, { row: partId, organization: one.part.organizationId });
  tellLead(deed, one, 'case.part_signed');
}

export async function finishPart(
  deed: Deed,
  world: World,
  id: string,
  partId: string,
  { words, photoIds }: Words<typeof FinishPart>,
): Promise<void> {
  const { tx, now } = deed;
  const one = await partFor(deed, world, id, partId, 'finish');
  await attach(deed, id, photoIds, 'resolved');
  queries.movePart(
    tx,
    partId,
    sql`signed_by = coalesce(signed_by, app.account()), signed_at = coalesce(signed_at, ${now}),
      finished_by = app.account(), finished_at = ${now}, words = ${words}, photo_ids = ${photoIds}::uuid[]`,
  );
  record(tx, id, 'finish_part', now, { row: partId, organization: one.part.organizationId, photos: photoIds.length });
  tellLead(deed, one, 'case.part_finished', words);
  queries.settleHelpers(tx, id, [one.part.organizationId]);
}

export async function declinePart(deed: Deed, world: World, id: string, partId: string, reason: string): Promise<void> {
  const { tx, now } = deed;
  const one = await partFor(deed, world, id, partId, 'decline');
  queries.movePart(tx, partId, sql`declined_by = app.account(), declined_at = ${now}, reason = ${reason}`);
  record(tx, id, 'decline_part', now, { row: partId, organization: one.part.organizationId });
  tellLead(deed, one, 'case.part_declined', reason);
  queries.settleHelpers(tx, id, [one.part.organizationId]);
}

function endParts(deed: Deed, row: CaseRow, parts: readonly queries.PartRow[], reason: string): void {
  const { tx, now } = deed;
  for (const part of parts) {
    queries.movePart(tx, part.id, sql`withdrawn_by = app.account(), withdrawn_at = ${now}, reason = ${reason}`);
    record(tx, row.id, 'withdraw_part', now, { row: part.id, organization: part.organizationId });
    announce(deed, handlersOf(part.organizationId, null, now), 'case.part_withdrawn', row, { words: reason });
  }
  queries.settleHelpers(
    tx,
    row.id,
    parts.map(({ organizationId }) => organizationId),
  );
}

export async function withdrawPart(
  deed: Deed,
  world: World,
  id: string,
  partId: string,
  reason: string,
): Promise<void> {
  const { row, part } = await partFor(deed, world, id, partId, 'withdraw');
  endParts(deed, row, [part], reason);
}

/** Before a case leaves the hands of those who work on it: open parts end with the reason given; without one they hold it up. */
export async function closeParts(deed: Deed, row: CaseRow, reason: string | undefined): Promise<void> {
  if (row.helperIds.length === 0) return;
  const open = (await queries.partsOf(deed.tx, row.id)).filter(rules.isPartOpen);
  if (open.length === 0) return;
  const organizations = open.map(({ organization }) => organization).join('、');
  if (!reason) throw fail(jointProblems, 'joint.parts_open', { organizations });
  endParts(deed, row, open, reason);
}
