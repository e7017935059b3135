import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { CaseCounts, Cases, SavedFilter } from '../../../contract/inbox.ts';
import { type CasePlacer, openCasePlacer } from '../../../tools/test-cases.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';

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

describe('search', () => {
  it('finds two characters, simplified as traditional, words in any order, number and place', async () => {
    const id = await raise('chen', '电梯运行时有异响，请检修');
    const { number } = (await street.as('chen').get<Case>(`/cases/${id}`)).body;
    for (const q of ['电梯', '電梯', '异响', '異響', '检修 电梯', number, '1号楼']) {
      expect(await idsOf('wu', `q=${encodeURIComponent(q)}`), q).toContain(id);
    }
    for (const q of ['电楼', '梯子', '电梯 水管', '%梯', '_梯']) {
      expect(await idsOf('wu', `q=${encodeURIComponent(q)}`), q).not.toContain(id);
    }
    expect(await idsOf('wu', `q=${encodeURIComponent('修')}`), 'one character').toContain(id);
    expect(await idsOf('wu', `q=${encodeURIComponent('１号楼')}`), 'full-width digits').toContain(id);
    expect(await idsOf('wu', `q=${encodeURIComponent('！！')}`)).toEqual([]);
  });

  it('finds nothing out of reach: another’s, another community’s, another street’s', async () => {
    const id = await raise('chen', '暖气片渗水严重');
    const q = `q=${encodeURIComponent('渗水')}`;
    expect([await idsOf('chen', q), await idsOf('wu', q), await idsOf('xu', q), await idsOf('li', q)]).toEqual([
      [id],
      [id],
      [id],
      [id],
    ]);
    expect([await idsOf('wang', q), await idsOf('sun', q), await idsOf('gao', q), await idsOf('zhou', q)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('lists', () => {
  it('page through everything once, newest first, and refuse a cursor of another order', async () => {
    const placed: string[] = [];
    for (let n = 0; n < 25; n++)
      placed.push(await cases.place({ raiser: 'wang', area: 'pinghu.1', state: 'submitted' }));
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page++) {
      const { body } = await street.as('sun').get<Cases>(`/cases?limit=7${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }) => id));
      if (!body.nextCursor) break;
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(placed.toReversed());
    expect((await street.as('sun').get('/cases?cursor=made-up')).code).toBe('request.bad_cursor');
    expect((await street.as('sun').get('/cases?limit=101')).code).toBe('request.invalid');
  });

  it('hold what each filter asks for and nothing else', async () => {
    const late = await cases.place({ raiser: 'chen', area: 'wenti.2', body: 'property', state: 'in_progress' });
    await cases.query(`update case_record set due_at = now() - interval '1 hour', kind = 'complaint' where id = $1`, [
      late,
    ]);
    const done = await cases.place({ raiser: 'chen', area: 'wenti.1', body: 'property', state: 'closed' });
    expect(await idsOf('wu', 'deadline=overdue')).toEqual([late]);
    expect(await idsOf('wu', `area=${street.area('wenti.2')}`)).toEqual([late]);
    expect(await idsOf('wu', 'kind=complaint&kind=praise')).toEqual([late]);
    expect(await idsOf('wu', 'open=false')).toEqual([done]);
    expect(await idsOf('wu', 'state=closed&state=in_progress')).toEqual([done, late]);
    expect(await idsOf('zhou', 'view=handling')).toEqual([late]);
    expect(await idsOf('wu', `area=${street.area('pinghu')}`)).toEqual([]);
    expect(await idsOf('wu', `area=${uuidv7()}`)).toEqual([]);
    expect((await idsOf('chen', 'view=mine')).length).toBe((await idsOf('chen', '')).length);
  });
});

describe('counts', () => {
  it('say how many each standing filter lists, for everybody', async () => {
    const filters: Record<keyof CaseCounts, string> = {
      toAccept: 'state=submitted&open=true',
      toAssign: 'state=accepted&state=reopened&open=true',
      dueToday: 'deadline=today',
      overdue: 'deadline=overdue',
      handling: 'view=handling',
      toConfirm: 'state=resolved&open=true',
      open: 'open=true',
      mine: 'view=mine&open=true',
    };
    for (const state of ['accepted', 'reopened', 'resolved', 'assigned'] as const) {
      await cases.place({ raiser: 'chen', area: 'wenti.1', body: 'property', state });
    }
    for (const person of ['chen', 'li', 'zhou', 'wu', 'sun', 'xu', 'zheng', 'hu'] as const) {
      const { body } = await street.as(person).get<CaseCounts>('/cases/counts');
      for (const [name, filter] of Object.entries(filters)) {
        const counted = { person, name, count: body[name as keyof CaseCounts] };
        expect(counted).toEqual({ person, name, count: (await idsOf(person, filter)).length });
      }
    }
  });
});

describe('saved filters', () => {
  it('are each person’s own, one of a name', async () => {
    const words = { name: '超期', filter: { deadline: 'overdue' } };
    const saved = await street.as('wu').post<SavedFilter>('/case-filters', words);
    expect(saved.body).toMatchObject(words);
    expect((await street.as('wu').post('/case-filters', words)).code).toBe('inbox.filter_name_taken');
    expect((await street.as('sun').post('/case-filters', words)).status).toBe(201);
    expect((await street.as('sun').del(`/case-filters/${saved.body.id}`)).code).toBe('inbox.filter_not_found');
    expect((await street.as('wu').del(`/case-filters/${saved.body.id}`)).status).toBe(204);
    expect((await street.as('wu').get<{ filters: SavedFilter[] }>('/case-filters')).body.filters).toEqual([]);
  });
});

describe('the order by deadline', () => {
  it('begins with the nearest and ends with what has none', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await cases.place({ raiser: 'wang', area: 'pinghu.2', state: 'submitted' }));
    await cases.query(
      `update case_record set due_at = now() + make_interval(hours => h) from unnest($1::uuid[], $2::int[]) as d (case_id, h) where id = case_id`,
      [
        [ids[1], ids[2], ids[3]],
        [3, 2, 1],
      ],
    );
    await cases.query('update case_record set due_at = null where id = any ($1::uuid[])', [[ids[0], ids[4]]]);
    const seen: string[] = [];
    let cursor = '';
    do {
      const asked = `/cases?sort=due&limit=2&area=${street.area('pinghu.2')}${cursor && `&cursor=${cursor}`}`;
      const { body } = await street.as('sun').get<Cases>(asked);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(seen.slice(0, 3)).toEqual([ids[3], ids[2], ids[1]]);
    expect(seen.slice(3).sort()).toEqual([ids[0], ids[4]].sort());
  });
});
