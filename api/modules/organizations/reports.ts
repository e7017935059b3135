import { type Organization, type OrganizationsQuery, organizationsProblems } from '../../../contract/organizations.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { fail } from '../../kernel/problem.ts';
import { type OrganizationRow, organizationsFor } from './queries.ts';

function bodyView({ staff, ...row }: OrganizationRow, language: Language): Organization {
  const people = staff.map(({ labels, ...person }) => ({ ...person, roleName: labelIn(labels, language) }));
  return { ...row, staff: people };
}

export async function organizationsOnDuty(
  tx: Tx,
  { closed, ...asked }: OrganizationsQuery,
  now: Date,
  language: Language,
): Promise<Organization[]> {
  const rows = await organizationsFor(tx, { ...asked, closed: closed === 'true' }, now);
  return rows.map((row) => bodyView(row, language));
}

export async function organizationView(tx: Tx, id: string, now: Date, language: Language): Promise<Organization> {
  const [row] = await organizationsFor(tx, { id }, now);
  if (!row) throw fail(organizationsProblems, 'organizations.not_found');
  return bodyView(row, language);
}
