import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Cases } from '../../../contract/inbox.ts';
import { type CasePlacer, openCasePlacer } from '../../../tools/test-cases.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';
import { keysOfNames } from '../../kernel/names.ts';
import { inboxJobs } from './jobs.ts';

let street: TestStreet;
let cases: CasePlacer;
beforeAll(async () => {
  street = await openTestStreet();
  cases = await openCasePlacer(street);
});
afterAll(async () => {
  await cases.close();
  await street.close();
});

async function idsOf(person: Person, query: string): Promise<string[]> {
  const answer = await street.as(person).get<Cases>(`/cases?limit=100&${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.items.map(({ id }) => id);
}

async function raise(person: Person, body: string): Promise<string> {
  return (await street.as(person).post<Case>('/cases', { body })).body.id;
}

async function spell(): Promise<void> {
  const { db, clock, own, open } = street;
  const work = { db, clock, tenantId: own.tenantId, payload: {}, log: open.world.log, signal: undefined };
  await inboxJobs[0]?.run({ ...work, ticket: { id: '0', lockedBy: '' } });
}

async function nameOf(table: 'account' | 'organization', id: string): Promise<string> {
  const [row] = await cases.query(`select name from ${table} where id = $1`, [id]);
  return String(row?.name);
}

describe('search by names', () => {
  const names: Partial<Record<Person, string>> = {};
  let byAccount: string;
  let byPhone: string;
  beforeAll(async () => {
    for (const person of ['chen', 'zhou'] as const) names[person] = await nameOf('account', street.account(person));
    byAccount = await raise('chen', '门禁刷卡没有反应');
    const words = {
      body: '水表箱盖子丢了',
      areaId: street.area('wenti.1'),
      onBehalf: { name: '欧阳晓星', source: 'phone' },
    };
    byPhone = (await street.as('wu').post<Case>('/cases', words)).body.id;
    await spell();
  });

  it('refuses the raiser’s name to whoever sees it masked: the body that handles the case, another community, another street', async () => {
    await street.as('wu').post(`/cases/${byAccount}/acceptance`);
    await street.as('wu').post(`/cases/${byAccount}/assignments`, { organizationId: street.body('property') });
    expect(await idsOf('zhou', `q=${encodeURIComponent('门禁')}`)).toContain(byAccount);
    for (const q of [names.chen ?? '', (await keysOfNames([names.chen ?? '']))[0]?.[3] ?? '', 'oyxx']) {
      for (const person of ['zhou', 'sun', 'qin', 'hu', 'gao'] as const) {
        expect(await idsOf(person, `q=${encodeURIComponent(q)}`), `${person} ${q}`).toEqual([]);
      }
    }
  });

  it('finds by the raiser’s name for the desk of the area: characters, pinyin, initials, traditional', async () => {
    const [keys = []] = await keysOfNames([names.chen ?? '']);
    for (const q of keys) expect(await idsOf('wu', `q=${encodeURIComponent(q)}`), q).toContain(byAccount);
    for (const q of ['oyxx', 'OYXX', 'ouyangxiaoxing', '歐陽曉星', '欧阳晓星 水表', '水錶 oyxx']) {
      expect(await idsOf('wu', `q=${encodeURIComponent(q)}`), q).toEqual([byPhone]);
      expect(await idsOf('xu', `q=${encodeURIComponent(q)}`), q).toEqual([byPhone]);
    }
    expect(await idsOf('wu', `q=${encodeURIComponent('oyxx 门禁')}`)).toEqual([]);
  });

  it('finds by the handling body for everybody who reaches the case, by the handling person for staff only', async () => {
    await street.as('zhou').post(`/cases/${byAccount}/receipt`);
    const body = await nameOf('organization', street.body('property'));
    const [, , , initials = ''] = (await keysOfNames([body]))[0] ?? [];
    for (const person of ['chen', 'wu', 'zhou'] as const) {
      expect(await idsOf(person, `q=${initials}`), `${person} ${initials}`).toContain(byAccount);
    }
    expect(await idsOf('wu', `q=${encodeURIComponent(names.zhou ?? '')}`)).toContain(byAccount);
    expect(await idsOf('chen', `q=${encodeURIComponent(names.zhou ?? '')}`)).toEqual([]);
  });
});

describe('search far back', () => {
  it('goes on month by month behind the newest cases, page after page, with every filter', async () => {
    const rare = await raise('chen', '凉亭的木椅断了一根横梁');
    await street.as('wu').post(`/cases/${rare}/acceptance`);
    await street.as('wu').post(`/cases/${rare}/assignments`, { organizationId: street.body('property') });
    await street.as('zhou').post(`/cases/${rare}/receipt`);
    const words = { body: '石桌裂了', areaId: street.area('wenti.1'), onBehalf: { name: '上官云', source: 'phone' } };
    const called = (await street.as('wu').post<Case>('/cases', words)).body.id;
    await spell();
    await cases.query(`update case_record set raised_at = '2024-03-05T01:00:00Z' where id = $1`, [rare]);
    await cases.query(
      `update case_search s set keys = app.search_keys(s.tenant_id, app.month_of('2024-03-05T01:00:00Z'), array['凉亭', '木椅', '亭', '的'])
       where id = $1`,
      [rare],
    );
    await cases.query(
      `with many as (
         insert into case_record (tenant_id, id, number, title, body, kind, source, state, open, area_id, community_id, grid_id, raised_at)
         select c.tenant_id, app.uuid7(), 'M' || n, '路灯', '路灯', 'help', 'mobile', 'submitted', true, c.area_id, c.community_id, c.grid_id,
           now() - n * interval '1 hour' from case_record c, generate_series(1, 16000) n where c.id = $1 returning *)
       insert into case_search (tenant_id, id, folded, keys)
       select tenant_id, id, number || ' 路灯', app.search_keys(tenant_id, app.month_of(raised_at), array['路灯', '路', '灯']) from many`,
      [rare],
    );
    for (const q of ['凉亭', '亭', '涼亭', '凉亭 木椅']) {
      const query = `q=${encodeURIComponent(q)}`;
      expect(await idsOf('wu', query), q).toEqual([rare]);
      expect(await idsOf('xu', `${query}&kind=help`), q).toEqual([rare]);
      expect(await idsOf('wu', `${query}&area=${street.area('wenti.1')}&open=true`), q).toEqual([rare]);
      expect(await idsOf('wu', `${query}&raisedTo=2024-03-31`), q).toEqual([rare]);
      expect(await idsOf('wu', `${query}&raisedFrom=2024-04-01`), q).toEqual([]);
    }
    await cases.query(`update case_record set raised_at = '2024-03-06T01:00:00Z' where id = $1`, [called]);
    const [raiser, handler] = [
      await nameOf('account', street.account('chen')),
      await nameOf('account', street.account('zhou')),
    ];
    const body = await nameOf('organization', street.body('property'));
    for (const q of [raiser, handler, body.slice(0, 2), `${raiser} 凉亭`, `木椅 ${handler}`]) {
      expect(await idsOf('xu', `q=${encodeURIComponent(q)}`), q).toContain(rare);
      expect(await idsOf('wu', `q=${encodeURIComponent(q)}`), q).toContain(rare);
    }
    for (const q of ['sgy', '上官云', 'shangguanyun'])
      expect(await idsOf('xu', `q=${encodeURIComponent(q)}`)).toEqual([called]);
    expect(await idsOf('xu', `q=${encodeURIComponent(`${raiser} 路灯`)}`)).toEqual([]);
    const address = `/cases?limit=50&q=${encodeURIComponent('路灯')}`;
    const first = (await street.as('xu').get<Cases>(address)).body;
    const second = (await street.as('xu').get<Cases>(`${address}&cursor=${first.nextCursor}`)).body;
    const times = [...first.items, ...second.items].map(({ raisedAt }) => raisedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(new Set(times).size).toBe(100);
  }, 60_000);
});
