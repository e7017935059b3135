import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { type AddOrganization, type EditOrganization, organizationsProblems } from '../../../contract/organizations.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import type { Deed } from '../../kernel/route.ts';
import * as queries from './queries.ts';

function record({ tx, now }: Deed, id: string, verb: string, data: Record<string, unknown>): void {
  appendEvent(tx, { subjectKind: 'organization', subjectId: id, verb, at: now, data });
}

async function demandName({ tx }: Deed, name: string, but: string | null): Promise<void> {
  if (await queries.isNameTaken(tx, name, but)) throw fail(organizationsProblems, 'organizations.name_taken', { name });
}

async function putDuties({ tx }: Deed, id: string, areaIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(areaIds)];
  if ((await queries.putDuties(tx, id, wanted)) !== wanted.length)
    throw fail(organizationsProblems, 'organizations.unknown_area');
}

/** Finds a body that is in use, locked, as it was read. */
async function bodyFor({ tx }: Deed, id: string, version: number | undefined): Promise<queries.BodyRow> {
  const row = await queries.lockOrganization(tx, id);
  if (!row) throw fail(organizationsProblems, 'organizations.not_found');
  if (row.until) throw fail(organizationsProblems, 'organizations.closed');
  if (version !== undefined && version !== row.version) throw fail(kernelProblems, 'request.precondition_failed');
  return row;
}

/** Adds a body with its areas of duty; gives back its id. */
export async function addOrganization(deed: Deed, words: z.output<typeof AddOrganization>): Promise<string> {
  const id = uuidv7();
  const { dutyIds, ...body } = words;
  await demandName(deed, body.name, null);
  await queries.insertOrganization(deed.tx, { id, ...body }, deed.now);
  await putDuties(deed, id, dutyIds);
  record(deed, id, 'add', { name: body.name, kind: body.kind, duties: dutyIds });
  return id;
}

export async function editOrganization(
  deed: Deed,
  id: string,
  { dutyIds, ...edit }: EditOrganization,
  version: number | undefined,
): Promise<void> {
  const row = await bodyFor(deed, id, version);
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  const body = { ...row, ...given };
  if (body.name !== row.name) await demandName(deed, body.name, id);
  await queries.updateOrganization(deed.tx, body);
  if (dutyIds) await putDuties(deed, id, dutyIds);
  const before = body.name === row.name ? {} : { before: row.name };
  record(deed, id, 'edit', { ...before, ...given, ...(dutyIds && { duties: dutyIds }) });
}

/** Closes a body that has nothing on its hands any more; what it did keeps its name. */
export async function closeOrganization(
  deed: Deed,
  id: string,
  reason: string,
  version: number | undefined,
): Promise<void> {
  await bodyFor(deed, id, version);
  const { cases, people } = await queries.burdenOf(deed.tx, id, deed.now);
  if (cases > 0) throw fail(organizationsProblems, 'organizations.open_cases', { count: String(cases) });
  if (people > 0) throw fail(organizationsProblems, 'organizations.people_there', { count: String(people) });
  await queries.closeOrganization(deed.tx, id, deed.now);
  record(deed, id, 'close', { reason });
}
