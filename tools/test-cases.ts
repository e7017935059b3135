import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { CaseState } from '../contract/cases.ts';
import type { Person, TestStreet } from './test-street.ts';

export interface PlacedCase {
  raiser: Person;
  /** Keys of the map and of the bodies. */
  area: string;
  body?: string | undefined;
  helper?: string | undefined;
  state: CaseState;
}

export interface CasePlacer {
  /** Puts a case into the first street as it would stand after its verbs; gives back its id. */
  place(one: PlacedCase): Promise<string>;
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Cases put there by the migrating role, past every verb: for tests that need many cases in exact places and states. */
export async function openCasePlacer(street: TestStreet): Promise<CasePlacer> {
  const client = new pg.Client({ connectionString: street.database.ownerUrl });
  await client.connect();
  return {
    async place({ raiser, area, body, helper, state }) {
      const id = uuidv7();
      const open = !['closed', 'refused', 'merged', 'archived'].includes(state);
      await client.query(
        `insert into case_record (tenant_id, id, number, title, body, kind, source, state, open, area_id, community_id, grid_id, micro_grid_id,
           building_id, place, raiser_id, handler_organization_id, raised_at, assigned_at, closed_at, resolved_at)
         select a.tenant_id, $3, $4, '楼道灯坏了', '三楼的灯不亮', 'help', 'mobile', $5, $6, a.id, a.community_id, a.grid_id, a.micro_grid_id, a.building_id,
           a.place_name, $7, $8, now(), case when $8::uuid is not null then now() end, case when not $6 then now() end,
           case when $5 in ('resolved', 'closed') then now() end
         from area a where a.tenant_id = $1 and a.id = $2`,
        [
          street.own.tenantId,
          street.area(area),
          id,
          `T-${id}`,
          state,
          open,
          street.account(raiser),
          body ? street.body(body) : null,
        ],
      );
      if (helper) {
        await client.query(
          'insert into case_helper (tenant_id, id, case_id, organization_id, working, since) values ($1, $2, $3, $4, true, now())',
          [street.own.tenantId, uuidv7(), id, street.body(helper)],
        );
      }
      return id;
    },
    async query(text, values = []) {
      return (await client.query(text, values)).rows;
    },
    close: () => client.end(),
  };
}
