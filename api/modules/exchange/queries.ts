import type { CaseKind } from '../../../contract/cases.ts';
import { sql, type Tx } from '../../kernel/db.ts';

export interface ImportedCase {
  id: string;
  number: string;
  externalKey: string;
  title: string;
  body: string;
  kind: CaseKind;
  raisedAt: string;
  resolvedAt: string;
  resolution: string;
  place: string;
  raiserLabel: string;
  folded: string;
  pieces: string[];
}

/** Those of the external keys that are filed already. */
export async function knownKeys(tx: Tx, keys: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ key: string }>(
    sql`select external_key as key from case_record where tenant_id = app.tenant() and external_key = any (${keys})`,
  );
  return rows.map(({ key }) => key);
}

/** Files closed cases with their search words and resolutions; those whose external key is known already are left out. Gives back the new ids. */
export function insertImported(
  tx: Tx,
  areaId: string,
  rows: readonly ImportedCase[],
): Promise<{ id: string; communityId: string | null; gridId: string | null }[]> {
  return tx.many(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (id uuid, number text, "externalKey" text, title text, body text, kind text,
        "raisedAt" timestamptz, "resolvedAt" timestamptz, resolution text, place text, "raiserLabel" text, folded text, pieces jsonb)),
    filed as (
      insert into case_record (tenant_id, id, number, external_key, title, body, kind, source, state, open, area_id, community_id, grid_id, place,
        registered_by, raised_at, resolved_at, closed_at)
      select a.tenant_id, j.id, j.number, j."externalKey", j.title, j.body, j.kind, 'letter', 'closed', false, a.id, a.community_id, a.grid_id, j.place,
        app.account(), j."raisedAt", j."resolvedAt", j."resolvedAt"
      from given j join area a on a.tenant_id = app.tenant() and a.id = ${areaId}
      on conflict (tenant_id, external_key) do nothing
      returning id, community_id, grid_id),
    searched as (
      insert into case_search (tenant_id, id, folded, keys)
      select app.tenant(), j.id, j.folded, app.search_keys(app.tenant(), app.month_of(j."raisedAt"), array(select jsonb_array_elements_text(j.pieces)))
      from given j join filed on filed.id = j.id),
    resolved as (
      insert into case_resolution (tenant_id, id, case_id, words, resolved_by, at)
      select app.tenant(), app.uuid7(), j.id, j.resolution, app.account(), j."resolvedAt" from given j join filed on filed.id = j.id),
    labelled as (
      insert into case_contact (tenant_id, id, community_id, grid_id, name)
      select app.tenant(), filed.id, filed.community_id, filed.grid_id, j."raiserLabel" from given j join filed on filed.id = j.id
      where j."raiserLabel" <> '')
    select id, community_id as "communityId", grid_id as "gridId" from filed`);
}
