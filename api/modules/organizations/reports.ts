import type { Organization } from '../../../contract/organizations.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { organizationsFor } from './queries.ts';

export async function organizationsOnDuty(
  tx: Tx,
  areaId: string | null,
  now: Date,
  language: Language,
): Promise<Organization[]> {
  const rows = await organizationsFor(tx, areaId, now);
  return rows.map(({ staff, ...row }) => ({
    ...row,
    staff: staff.map(({ id, name, labels }) => ({ id, name, roleName: labelIn(labels, language) })),
  }));
}
