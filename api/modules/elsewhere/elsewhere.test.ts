import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Checks } from '../../../contract/elsewhere.ts';
import type { Cases } from '../../../contract/inbox.ts';
import type { Notices } from '../../../contract/notices.ts';
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

const newest = async (person: Person) => (await street.as(person).get<Notices>('/notices?limit=1')).body.items[0]?.code;
const grids = () => [street.area('wenti.1'), street.area('wenti.2')];

async function origin(): Promise<Case> {
  const words = { title: '楼道灯不亮', body: '三楼的灯不亮', categoryId: street.category('facility.stairwell_light') };
  const one = await street.as('chen').post<Case>('/cases', words);
  await street.as('wu').post(`/cases/${one.body.id}/acceptance`);
  return one.body;
}

async function checksOf(id: string): Promise<Checks> {
  return (await street.as('wu').get<Checks>(`/cases/${id}/checks`)).body;
}

describe('looking elsewhere', () => {
  it('is refused beyond the reach of whoever asks, and to who only handles', async () => {
    const one = await origin();
    const ask = (person: Person, areaIds: string[]) =>
      street.as(person).post(`/cases/${one.id}/checks`, { areaIds, words: '看看灯' });
    expect((await ask('wu', [street.area('pinghu.1')])).code).toBe('elsewhere.unknown_place');
    expect((await ask('wu', [street.other.areas.get('wenti.1') ?? ''])).code).toBe('elsewhere.unknown_place');
    expect((await ask('li', grids())).code).toBe('request.forbidden');
    expect((await ask('sun', grids())).code).toBe('cases.not_found');
    expect((await checksOf(one.id)).checks).toEqual([]);
  });

  it('makes a case of its own at each place, for whoever walks there; nothing found closes it, found files it', async () => {
    const one = await origin();
    const asked = await street
      .as('wu')
      .post(`/cases/${one.id}/checks`, { areaIds: grids(), words: '看看每个楼道的灯' });
    expect(asked.status, asked.text).toBe(201);
    expect([await newest('li'), await newest('zhao')]).toEqual(['case.check_asked', 'case.check_asked']);
    const { checks, waiting } = await checksOf(one.id);
    expect([checks.length, waiting]).toEqual([2, 2]);
    const listed = await street.as('li').get<Cases>('/cases?source=check&state=in_progress');
    const [mine] = listed.body.items;
    expect(mine).toMatchObject({
      title: '举一反三：楼道灯不亮',
      source: 'check',
      level: 'grid',
      category: one.category,
    });
    const other = checks.find(({ id }) => id !== mine?.id);
    expect((await street.as('li').post(`/cases/${other?.id}/check-answer`, { found: false })).code).toBe(
      'cases.not_found',
    );
    const clear = await street.as('li').post<Case>(`/cases/${mine?.id}/check-answer`, { found: false, words: '都亮' });
    expect(clear.body.state).toBe('closed');
    expect((await street.as('li').post(`/cases/${mine?.id}/check-answer`, { found: true })).code).toBe(
      'elsewhere.answered_already',
    );
    const found = await street
      .as('zhao')
      .post<Case>(`/cases/${other?.id}/check-answer`, { found: true, words: '二楼不亮' });
    expect(found.body).toMatchObject({ state: 'accepted', level: 'community' });
    expect(await newest('wu')).toBe('case.check_found');
    expect(await checksOf(one.id)).toMatchObject({ found: 1, clear: 1, waiting: 0, origin: null });
    expect(await checksOf(other?.id ?? '')).toMatchObject({ origin: { number: one.number }, unanswered: false });
    const facts = await cases.query(
      'select metric, subject_id as id from fact where subject_id = any ($1) order by metric',
      [checks.map(({ id }) => id)],
    );
    expect(facts.map(({ metric }) => metric)).toEqual(['case_raised', 'case_spread', 'case_spread']);
  });

  it('is no check of what was raised by somebody', async () => {
    const one = await origin();
    expect((await street.as('li').post(`/cases/${one.id}/check-answer`, { found: true })).code).toBe(
      'elsewhere.answered_already',
    );
  });
});
