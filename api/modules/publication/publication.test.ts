import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Notices } from '../../../contract/notices.ts';
import type { PublicCase, PublicCases, PublicPlan } from '../../../contract/publication.ts';
import type { Timeline } from '../../../contract/trail.ts';
import { type CasePlacer, openCasePlacer } from '../../../tools/test-cases.ts';
import { openTestStreet, type TestStreet } from '../../../tools/test-street.ts';

const own = 'street=350702001000';

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

const words = {
  title: '路口积水，电话13800000001',
  body: '一下雨就积水，我叫陈桂花，电话 138 0000 0001，住4单元',
  place: '4单元门口',
};

async function raised(more: Record<string, unknown> = {}): Promise<Case> {
  const answer = await street.as('chen').post<Case>('/cases', { ...words, published: true, ...more });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

async function listed(query = '', stranger = street.stranger): Promise<PublicCases['items']> {
  const answer = await stranger.get<PublicCases>(`/public-cases?${own}${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.items;
}

async function accepted(more: Record<string, unknown> = {}): Promise<Case> {
  const one = await raised(more);
  await street.as('wu').post(`/cases/${one.id}/acceptance`);
  return one;
}

describe('what anybody sees (S4)', () => {
  it('is nothing of what its raiser did not make public, and nothing the desk has not looked at', async () => {
    const hidden = await accepted({ published: false });
    const unread = await raised();
    const ids = (await listed()).map(({ id }) => id);
    expect(ids).not.toContain(hidden.id);
    expect(ids).not.toContain(unread.id);
    for (const id of [hidden.id, unread.id])
      expect((await street.stranger.get(`/public-cases/${id}?${own}`)).code).toBe('publication.not_found');
    expect((await street.stranger.get(`/public-cases/${hidden.id}?street=350702002000`)).code).toBe(
      'publication.not_found',
    );
    expect((await street.stranger.get('/public-cases?street=000000000000')).code).toBe('publication.unknown_street');
  });

  it('is the fields on this list and no other, with nobody’s name or number in them', async () => {
    const one = await accepted({ anonymous: false });
    const item = (await listed()).find(({ id }) => id === one.id);
    const inList = [
      ...['id', 'title', 'category', 'state', 'danger', 'place', 'raisedOn', 'closedOn', 'joinedTimes', 'published'],
      ...['following', 'mine'],
    ];
    expect(Object.keys(item ?? {}).sort()).toEqual(inList.toSorted());
    const { body, text } = await street.stranger.get<PublicCase>(`/public-cases/${one.id}?${own}`);
    expect(Object.keys(body).sort()).toEqual([...inList, 'body'].sort());
    const plan = await street.stranger.get<PublicPlan>(`/public-plan?${own}`);
    for (const told of [JSON.stringify(item), text, plan.text]) {
      expect(told).not.toMatch(/13800000001|138 0000 0001/);
      expect(told).not.toContain(street.account('chen'));
      expect(told).not.toContain(one.number);
    }
    expect(item).toMatchObject({
      place: '文体社区 文体社区第1网格 1号楼',
      title: '路口积水，电话138****01',
      mine: false,
    });
  });

  it('goes away when the case is merged or its raiser thinks better of it', async () => {
    const [one, two] = [await accepted(), await accepted()];
    await street.as('wu').post(`/cases/${one.id}/merging`, { into: two.id, reason: '同一处' });
    expect((await listed()).map(({ id }) => id)).not.toContain(one.id);
    expect(
      (await street.as('chen').post<Case>(`/cases/${two.id}/publication`, { published: false })).body.published,
    ).toBe(false);
    expect((await listed()).map(({ id }) => id)).not.toContain(two.id);
  });

  it('comes in pages, by state, category and place', async () => {
    const category = street.category('facility.road');
    for (let times = 0; times < 3; times++) await accepted({ categoryId: category });
    const first = await street.stranger.get<PublicCases>(`/public-cases?${own}&category=${category}&limit=2`);
    const next = await street.stranger.get<PublicCases>(
      `/public-cases?${own}&category=${category}&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect([first.body.items.length, next.body.items.length, next.body.nextCursor]).toEqual([2, 1, null]);
    expect(await listed(`&category=${category}&state=done`)).toEqual([]);
    expect((await listed(`&area=${street.area('wenti.1.building')}`)).length).toBeGreaterThan(0);
    expect(await listed(`&area=${street.area('pinghu')}`)).toEqual([]);
  });

  it('is drawn at the building, never where the person stood', async () => {
    await accepted({ position: { lon: 118.1243, lat: 26.6411 } });
    const { body } = await street.stranger.get<PublicPlan>(`/public-plan?${own}`);
    const point = body.points.find(({ areaId }) => areaId === street.area('wenti.1.building'));
    expect(point?.center).toEqual({ lon: 118.126, lat: 26.642 });
    expect(point?.open).toBeGreaterThan(0);
    expect(body.areas.filter(({ tier }) => tier === 'grid')).toHaveLength(4);
  });

  it('shows an area of several pieces whole, as one that two were merged into', async () => {
    const id = street.area('pinghu.2');
    const piece = (lon: number) => [
      [
        [lon, 26.65],
        [lon + 0.001, 26.65],
        [lon + 0.001, 26.651],
        [lon, 26.65],
      ],
    ];
    const boundary = { type: 'MultiPolygon', coordinates: [piece(118.13), piece(118.133)] };
    const { body: before } = await street.as('xu').get<{ version: number }>(`/areas/${id}`);
    const tag = { 'if-match': `"${before.version}"` };
    expect((await street.as('xu').patch(`/areas/${id}/boundary`, { boundary }, tag)).status).toBe(200);
    const plan = await street.stranger.get<PublicPlan>(`/public-plan?${own}`);
    expect(plan.status, plan.text).toBe(200);
    expect(plan.body.areas.find((area) => area.id === id)?.boundary).toEqual(boundary);
  });

  it('tells somebody signed in what is theirs and what they follow', async () => {
    const one = await accepted();
    await street.as('wang').post(`/cases/${one.id}/following`);
    expect((await listed('', street.as('wang'))).find(({ id }) => id === one.id)).toMatchObject({ following: true });
    expect((await listed('', street.as('chen'))).find(({ id }) => id === one.id)).toMatchObject({ mine: true });
    expect((await listed('', street.as('qian'))).find(({ id }) => id === one.id)).toMatchObject({ following: false });
  });
});

describe('publishing', () => {
  it('twice is publishing once, and so is hiding: the same answer and no second step', async () => {
    const one = await accepted({ published: false });
    const say = (published: boolean) => street.as('chen').post<Case>(`/cases/${one.id}/publication`, { published });
    const first = await say(true);
    const again = await say(true);
    expect([again.status, again.body]).toEqual([201, first.body]);
    await say(false);
    expect((await say(false)).status).toBe(201);
    const { entries } = (await street.as('chen').get<Timeline>(`/cases/${one.id}/timeline`)).body;
    expect(entries.map(({ verb }) => verb)).toEqual(['raise', 'accept', 'publish', 'unpublish']);
  });

  it('is its raiser’s alone; the desk takes back with a reason, and then it stays back', async () => {
    const one = await accepted({ published: false });
    const publish = (who: 'chen' | 'wu' | 'wang', body: object) =>
      street.as(who).post(`/cases/${one.id}/publication`, body);
    expect((await publish('wang', { published: true })).code).toBe('cases.not_found');
    expect((await publish('wu', { published: true })).code).toBe('cases.not_yours_to_move');
    expect((await publish('chen', { published: true })).status).toBe(201);
    expect((await publish('wu', { published: false })).code).toBe('publication.reason_needed');
    expect((await publish('wu', { published: false, reason: '写了邻居的名字' })).status).toBe(201);
    const { body } = await street.as('chen').get<Notices>('/notices?limit=1');
    expect(body.items[0]).toMatchObject({ code: 'case.unpublished', params: { words: '写了邻居的名字' } });
    expect((await publish('chen', { published: true })).code).toBe('publication.taken_back');
  });
});

describe('an anonymous case', () => {
  it('keeps its raiser from the body that handles it, and not from the desk', async () => {
    const one = await accepted({ published: false, anonymous: true });
    await street.as('wu').post(`/cases/${one.id}/assignments`, { organizationId: street.body('property') });
    const seen = async (who: 'zhou' | 'wu' | 'chen') => (await street.as(who).get<Case>(`/cases/${one.id}`)).body;
    expect((await seen('zhou')).raiser).toEqual({ name: '匿名', mine: false, phone: null });
    expect((await seen('wu')).raiser).toEqual({ name: '陈*花', mine: false, phone: '138****0001' });
    expect((await seen('chen')).raiser.name).toBe('陈桂花');
    expect((await seen('zhou')).may).not.toContain('disclose_phone');
    const opened = await street.as('zhou').post(`/cases/${one.id}/phone-disclosures`, { reason: '上门前联系' });
    expect(opened.code).toBe('cases.not_yours_to_move');
    const trail = await street.as('zhou').get<Timeline>(`/cases/${one.id}/timeline`);
    expect(trail.body.entries[0]?.actor?.name).toBe('匿名');
    expect(trail.text).not.toContain('陈*花');
  });
});

describe('a position', () => {
  it('given in GCJ-02 is kept in WGS-84, with where it came from', async () => {
    const one = await raised({ position: { lon: 118.125, lat: 26.645, crs: 'gcj02' } });
    const [row] = await cases.query('select lon, lat, position_crs from case_record where id = $1', [one.id]);
    expect(row).toMatchObject({ position_crs: 'gcj02' });
    expect(Number(row?.lon)).toBeCloseTo(118.1199, 3);
    expect(Number(row?.lat)).toBeCloseTo(26.6482, 3);
  });
});
