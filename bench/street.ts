import type pg from 'pg';
import { hashToken, newToken } from '../api/kernel/actor.ts';
import type { Secrets } from '../api/kernel/secrets.ts';

/** Ids with a number in them, so that SQL can make them as well: kind in the fourth group, number in the last. */
export function idOf(kind: keyof typeof kinds, number: number): string {
  return `01900000-0000-7000-${kinds[kind]}-${number.toString(16).padStart(12, '0')}`;
}

const kinds = {
  street: '8000',
  community: '8001',
  grid: '8002',
  building: '8003',
  organization: '8004',
  account: '8005',
  category: '8006',
  role: '8007',
} as const;

export const communities = 5;
export const gridsEach = 8;
export const grids = communities * gridsEach;
export const buildingsEach = 8;
export const organizations = 10;
export const categories = 12;
const residentsEach = 10;

export const tenantId = idOf('street', 0);

/** Somebody who is signed in. */
export interface Person {
  token: string;
  accountId: string;
  /** Number of the area they live or work in. */
  place: number;
}

export interface People {
  /** One a grid. */
  residents: Person[];
  gridWorkers: Person[];
  /** Three a community. */
  staff: Person[];
  /** Two a body. */
  handlers: Person[];
  /** Two of the street office. */
  officers: Person[];
}

const setUp = `
  insert into tenant (id, code, name, phone) values ($1, '150204001000', '青山街道', '0472-3100000');
  insert into area_kind (tenant_id, id, code, tier, labels)
    select $1, gen_random_uuid(), tier, tier, '{"zh-Hans":"区域","zh-Hant":"區域","en":"Area"}' from unnest(array['street','community','grid','building']) tier;
  insert into area (tenant_id, id, kind_id, tier, code, name, path)
    select $1, $1, id, 'street', '150204001000', '青山街道', 's' from area_kind where tier = 'street';
  insert into area (tenant_id, id, parent_id, kind_id, tier, code, name, path, community_id, phone)
    select $1, $2(1, n), $1, k.id, 'community', 'c' || n, '文体社区' || n, ('s.c' || n)::ltree, $2(1, n), '0472-310000' || n
    from area_kind k, generate_series(0, ${communities - 1}) n where k.tier = 'community';
  insert into area (tenant_id, id, parent_id, kind_id, tier, code, name, place_name, path, community_id, grid_id)
    select $1, $2(2, n), $2(1, n / ${gridsEach}), k.id, 'grid', 'g' || n, '第' || n || '网格', '', format('s.c%s.g%s', n / ${gridsEach}, n)::ltree,
      $2(1, n / ${gridsEach}), $2(2, n)
    from area_kind k, generate_series(0, ${grids - 1}) n where k.tier = 'grid';
  insert into area (tenant_id, id, parent_id, kind_id, tier, code, name, place_name, path, community_id, grid_id, building_id)
    select $1, $2(3, n), $2(2, g), k.id, 'building', 'b' || n, n || '号楼', n || '号楼', format('s.c%s.g%s.b%s', g / ${gridsEach}, g, n)::ltree,
      $2(1, g / ${gridsEach}), $2(2, g), $2(3, n)
    from area_kind k, generate_series(0, ${grids * buildingsEach - 1}) n, lateral (select n / ${buildingsEach} as g) of_grid where k.tier = 'building';
  insert into organization (tenant_id, id, kind, name, phone)
    select $1, $2(4, n), 'property', (array['邻安', '和顺', '金桂', '泰合', '绿洲', '同创', '华庭', '锦绣', '安居', '康宁'])[n % 10 + 1] || '物业' || n, '0472-320000' || n from generate_series(0, ${organizations - 1}) n;
  insert into organization_duty (tenant_id, id, organization_id, area_id)
    select $1, gen_random_uuid(), $2(4, n), $2(1, n % ${communities}) from generate_series(0, ${organizations - 1}) n;
  insert into deadline_class (tenant_id, id, code, labels, amount, unit, answer_hours, usual)
    values ($1, $2(8, 0), 'general', '{"zh-Hans":"一般事项","zh-Hant":"一般事項","en":"General matters"}', 7, 'day', 24, true);
  insert into case_category (tenant_id, id, code, labels, deadline_class_id)
    select $1, $2(6, n), 'k' || n, '{"zh-Hans":"楼道照明","zh-Hant":"樓道照明","en":"Stairwell lighting"}', $2(8, 0) from generate_series(0, ${categories - 1}) n;
  insert into role (tenant_id, id, role_set, labels)
    select $1, $2(7, n), set, '{"zh-Hans":"居民","zh-Hant":"居民","en":"Resident"}'
    from unnest(array['resident', 'grid_worker', 'community_staff', 'handler', 'street_officer']) with ordinality r (set, n)`;

/** Makes a street with five communities of eight grids, its people and bodies, and signs some of them in. */
export async function fillStreet(owner: pg.Client, secrets: Secrets): Promise<People> {
  await owner.query(`create function pg_temp.id(kind integer, number bigint) returns uuid language sql immutable as
    $$ select ('01900000-0000-7000-800' || kind || '-' || lpad(to_hex(number), 12, '0'))::uuid $$`);
  await owner.query(setUp.replaceAll('$1', `'${tenantId}'`).replaceAll('$2', 'pg_temp.id'));
  let next = 0;
  const seat = async (role: number, area: string, home: string | null, place: number, body: string | null = null) => {
    const number = next++;
    const accountId = idOf('account', number);
    const token = newToken(tenantId);
    const phone = `138${String(number).padStart(8, '0')}`;
    await owner.query({
      name: 'seat',
      text: `with who as (
          insert into account (tenant_id, id, login, name, home_area_id) values ($1, $2, 'person' || $3::integer, '陈' || $3::integer, $4)),
        reached as (
          insert into account_contact (tenant_id, id, account_id, community_id, grid_id, phone_cipher, phone_index)
          select $1, $2, $2, home.community_id, home.grid_id, $5, $6 from (select $4::uuid as id) at left join area home on home.tenant_id = $1 and home.id = at.id),
        may as (
          insert into role_grant (tenant_id, id, account_id, role_id, area_id, organization_id, since) values ($1, $2, $2, $7, $8, $9, now() - interval '1 year'))
        insert into session (tenant_id, id, account_id, token_hash, created_at, last_seen_at, expires_at, second_step_at)
        values ($1, $2, $2, $10, now(), now(), now() + interval '30 days', now())`,
      values: [
        ...[tenantId, accountId, number, home, secrets.encrypt(phone, 'phone'), secrets.blindIndex(phone, 'phone')],
        ...[idOf('role', role), area, body, hashToken(token)],
      ],
    });
    return { token, accountId, place };
  };
  const people: People = { residents: [], gridWorkers: [], staff: [], handlers: [], officers: [] };
  for (let grid = 0; grid < grids; grid++) {
    for (let one = 0; one < residentsEach; one++) {
      const home = idOf('building', grid * buildingsEach + (one % buildingsEach));
      const resident = await seat(1, tenantId, home, grid);
      if (one === 0) people.residents.push(resident);
    }
  }
  for (let grid = 0; grid < grids; grid++) people.gridWorkers.push(await seat(2, idOf('grid', grid), null, grid));
  for (let n = 0; n < communities * 3; n++) {
    people.staff.push(await seat(3, idOf('community', Math.floor(n / 3)), null, Math.floor(n / 3)));
  }
  for (let n = 0; n < organizations * 2; n++) {
    const body = Math.floor(n / 2);
    people.handlers.push(await seat(4, idOf('community', body % communities), null, body, idOf('organization', body)));
  }
  for (let n = 0; n < 2; n++) people.officers.push(await seat(5, tenantId, null, 0));
  return people;
}

export const residentCount = grids * residentsEach;
