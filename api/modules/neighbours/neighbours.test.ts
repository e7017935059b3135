import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { CaseParts } from '../../../contract/joint.ts';
import type { FollowedCases, NeighbourCase, SimilarCases } from '../../../contract/neighbours.ts';
import type { Notices } from '../../../contract/notices.ts';
import type { Timeline } from '../../../contract/trail.ts';
import type { Whistles } from '../../../contract/whistles.ts';
import { type CasePlacer, openCasePlacer } from '../../../tools/test-cases.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';

let street: TestStreet;
let cases: CasePlacer;
beforeAll(async () => {
  street = await openTestStreet();
  cases = await openCasePlacer(street);
  // Her neighbour for these tests: the same building, another stairwell.
  await cases.query('update account set home_area_id = $1 where id = $2', [
    street.area('wenti.1.unit.2'),
    street.account('wang'),
  ]);
});
afterAll(async () => {
  await cases.close();
  await street.close();
});

async function raised(person: Person, words: Record<string, unknown> = {}): Promise<Case> {
  const answer = await street.as(person).post<Case>('/cases', { body: '三楼的灯不亮，老人上下楼看不清', ...words });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

async function publish(id: string): Promise<void> {
  await cases.query(`update case_record set published_at = now(), state = 'accepted' where id = $1`, [id]);
}

async function similar(person: Person, words: Record<string, string>): Promise<SimilarCases['cases']> {
  const answer = await street.as(person).get<SimilarCases>(`/similar-cases?${new URLSearchParams(words)}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.cases;
}

async function codesOf(person: Person, limit = 3): Promise<string[]> {
  const { body } = await street.as(person).get<Notices>(`/notices?limit=${limit}`);
  return body.items.map(({ code }) => code);
}

async function metricsOf(id: string): Promise<string[]> {
  const rows = await cases.query('select metric from fact where subject_id = $1 order by metric', [id]);
  return rows.map(({ metric }) => String(metric));
}

describe('what a neighbour is offered', () => {
  it('gives away no word and no name of a case that is not public', async () => {
    const one = await raised('chen', {
      body: '二楼王家夜里打骂，孩子在哭',
      categoryId: street.category('facility.pipe'),
    });
    const told = await similar('wang', { text: '二楼王家夜里打骂，孩子在哭' });
    expect(told.map(({ id }) => id)).not.toContain(one.id);
    const offered = await similar('wang', { text: '厨房漏水', category: street.category('facility.pipe') });
    expect(offered.find(({ id }) => id === one.id)).toEqual({
      ...{ id: one.id, title: null, number: null, category: '水管漏水', state: 'submitted', danger: false },
      ...{ place: '文体社区 文体社区第1网格 1号楼', raisedOn: expect.any(String), closedOn: null, joinedTimes: 0 },
      ...{ published: false, following: false, mine: false },
    });
  });

  it('leaves out private matters and complaints, even of the same category', async () => {
    const quiet = await raised('chen', { categoryId: street.category('neighbours.noise') });
    const complaint = await raised('chen', { categoryId: street.category('facility.lift'), kind: 'complaint' });
    const noise = await similar('wang', { text: '楼上噪音', category: street.category('neighbours.noise') });
    const lift = await similar('wang', { text: '电梯坏了', category: street.category('facility.lift') });
    expect([...noise, ...lift].filter(({ id }) => id === quiet.id || id === complaint.id)).toEqual([]);
  });

  it('finds a public one by its words, in traditional characters too, and says its title', async () => {
    const one = await raised('chen', { title: '单元门关不上', body: '单元门的锁坏了，关不上' });
    await publish(one.id);
    for (const text of ['单元门关不上了', '單元門關不上']) {
      const [first] = await similar('wang', { text });
      expect(first).toMatchObject({ id: one.id, title: '单元门关不上', published: true, number: null });
    }
    expect(await similar('wang', { text: '路灯不亮' })).toEqual([]);
  });

  it('offers nothing from far away', async () => {
    const one = await raised('chen', { title: '井盖松动', body: '井盖松动，车一过就响' });
    await publish(one.id);
    expect(await similar('sun', { text: '井盖松动', area: street.area('pinghu.2.unit.1') })).toEqual([]);
  });

  it('shows staff what lies within their reach, with its number', async () => {
    const one = await raised('chen', { title: '窨井冒水', body: '窨井冒水，流到路上' });
    const [first] = await similar('wu', { text: '窨井冒水了', area: street.area('wenti.1.unit.2') });
    expect(first).toMatchObject({ id: one.id, title: '窨井冒水', number: one.number });
  });
});

describe('我也是', () => {
  it('is refused for what nobody was offered, and for one’s own', async () => {
    const one = await raised('chen');
    expect((await street.as('wang').post(`/cases/${one.id}/following`)).code).toBe('neighbours.not_found');
    expect((await street.as('chen').post(`/cases/${one.id}/following`)).code).toBe('neighbours.own_case');
    expect((await street.as('wang').del(`/cases/${one.id}/following`)).code).toBe('neighbours.not_found');
  });

  it('counts once a person and can be undone', async () => {
    const one = await raised('chen', { categoryId: street.category('facility.stairwell_light') });
    const wang = street.as('wang');
    for (let times = 0; times < 2; times++) {
      const joined = await wang.post<NeighbourCase>(`/cases/${one.id}/following`);
      expect([joined.status, joined.body.joinedTimes, joined.body.following]).toEqual([201, 1, true]);
    }
    expect((await wang.del(`/cases/${one.id}/following`)).status).toBe(204);
    expect((await wang.get(`/followed-cases/${one.id}`)).code).toBe('neighbours.not_found');
    await wang.post(`/cases/${one.id}/following`);
    expect(await metricsOf(one.id)).toEqual(['case_joined', 'case_raised']);
    expect((await street.as('chen').get<Case>(`/cases/${one.id}`)).body.joinedTimes).toBe(1);
  });

  it('tells followers each step in words of their own, and never what the raiser wrote', async () => {
    const one = await raised('chen', {
      title: '我家门口的灯',
      categoryId: street.category('facility.stairwell_light'),
    });
    const before = await raised('chen', { categoryId: street.category('facility.stairwell_light') });
    await street.as('wang').post(`/cases/${before.id}/following`);
    await street.as('wang').post(`/cases/${one.id}/following`);
    await street.as('wu').post(`/cases/${one.id}/acceptance`);
    await street.as('wu').post(`/cases/${one.id}/assignments`, { organizationId: street.body('property') });
    await street.as('zhou').post(`/cases/${one.id}/receipt`);
    await street.as('zhou').post(`/cases/${one.id}/resolution`, { words: '换好了' });
    await street.as('chen').post(`/cases/${one.id}/confirmation`, { solved: true, satisfaction: 5 });
    const { body } = await street.as('wang').get<Notices>('/notices?limit=4');
    expect(body.items.map(({ code }) => code)).toEqual([
      'case.followed_closed',
      'case.followed_resolved',
      'case.followed_dispatched',
      'case.followed_accepted',
    ]);
    expect(JSON.stringify(body.items)).not.toContain('我家门口');
    expect(body.items[0]).toMatchObject({ subjectKind: 'followed_case', params: { title: '楼道照明' } });
    expect((await street.as('wang').get(`/cases/${one.id}`)).code).toBe('cases.not_found');
    expect((await street.as('wang').post(`/cases/${one.id}/confirmation`, { solved: true })).code).toBe(
      'cases.not_found',
    );
    const followed = await street.as('wang').get<FollowedCases>('/followed-cases?limit=1');
    expect(followed.body.items[0]).toMatchObject({ id: one.id, title: null, state: 'closed' });
    expect(followed.body.nextCursor).not.toBeNull();
  });

  it('keeps the name of whoever joined from the trail', async () => {
    const one = await raised('chen', { categoryId: street.category('facility.stairwell_light') });
    await street.as('wang').post(`/cases/${one.id}/following`);
    const { body } = await street.as('wu').get<Timeline>(`/cases/${one.id}/timeline`);
    expect(body.entries.find(({ verb }) => verb === 'join')?.actor?.name).toBe('王*兰');
  });
});

describe('a merger', () => {
  it('is refused into itself, into another street, into what is merged already, and beyond one’s reach', async () => {
    const [one, other] = [await raised('chen'), await raised('wang')];
    const merge = (person: Person, id: string, into: string) =>
      street.as(person).post(`/cases/${id}/merging`, { into, reason: '同一件事' });
    expect((await merge('wu', one.id, one.id)).code).toBe('neighbours.merged_into_itself');
    expect((await merge('hu', one.id, other.id)).code).toBe('cases.not_found');
    expect((await merge('li', one.id, other.id)).code).toBe('request.forbidden');
    expect((await merge('sun', one.id, other.id)).code).toBe('cases.not_found');
    const foreign = await street.as('qian').post<Case>('/cases', { body: '那边的灯也不亮' });
    expect((await merge('wu', one.id, foreign.body.id)).code).toBe('cases.not_found');
    expect((await merge('wu', one.id, other.id)).status).toBe(201);
    expect((await merge('wu', other.id, one.id)).code).toBe('cases.illegal_move');
    const third = await raised('chen');
    expect((await merge('wu', third.id, one.id)).code).toBe('cases.illegal_move');
  });

  it('ends the merged one, tells its raiser, and lets them follow the one that goes on', async () => {
    const lead = await raised('chen');
    const [one, two] = [await raised('wang'), await raised('wang')];
    const merged = await street
      .as('wu')
      .post<Case>(`/cases/${one.id}/merging`, { into: lead.id, others: [two.id], reason: '同一栋楼的同一盏灯' });
    expect(merged.body).toMatchObject({ state: 'merged', mergedInto: { id: lead.id, number: lead.number } });
    expect(merged.body.may).toContain('unmerge');
    expect(await codesOf('wang', 2)).toEqual(['case.merged', 'case.merged']);
    expect(await codesOf('chen', 1)).toEqual(['case.merged_in']);
    expect(await metricsOf(one.id)).toEqual(['case_merged', 'case_raised']);
    expect((await street.as('wang').get<NeighbourCase>(`/followed-cases/${lead.id}`)).body).toMatchObject({
      joinedTimes: 1,
    });
    await street.as('wu').post(`/cases/${lead.id}/acceptance`);
    expect(await codesOf('wang', 1)).toEqual(['case.followed_accepted']);
    await street.as('wu').post(`/cases/${lead.id}/resolution`, { words: '换好了' });
    await street.as('chen').post(`/cases/${lead.id}/confirmation`, { solved: true, satisfaction: 5 });
    const rates = await cases.query(
      `select metric, count(*) as times from fact where subject_id = any ($1) and metric in ('case_confirmed', 'case_solved', 'case_rated')
        group by metric order by metric`,
      [[lead.id, one.id, two.id]],
    );
    expect(rates).toEqual(['case_confirmed', 'case_rated', 'case_solved'].map((metric) => ({ metric, times: 1 })));
  });

  it('is taken back within 24 hours to the state before, and not after', async () => {
    const lead = await raised('chen');
    const one = await raised('wang');
    await street.as('wu').post(`/cases/${one.id}/acceptance`);
    const words = { into: lead.id, reason: '看着像同一件' };
    await street.as('wu').post(`/cases/${one.id}/merging`, words);
    const apart = await street.as('wu').post<Case>(`/cases/${one.id}/unmerging`);
    expect(apart.body).toMatchObject({ state: 'accepted', mergedInto: null, closedAt: null });
    expect(await codesOf('wang', 1)).toEqual(['case.unmerged']);
    expect((await street.as('wang').get(`/followed-cases/${lead.id}`)).code).toBe('neighbours.not_found');
    await street.as('wu').post(`/cases/${one.id}/merging`, words);
    await cases.query(`update case_merger set at = at - interval '25 hours' where case_id = $1`, [one.id]);
    expect((await street.as('wu').post(`/cases/${one.id}/unmerging`)).code).toBe('neighbours.merge_settled');
  });

  it('tells the body that had the merged one in hand', async () => {
    const lead = await raised('chen');
    const one = await raised('wang');
    await street.as('wu').post(`/cases/${one.id}/acceptance`);
    await street.as('wu').post(`/cases/${one.id}/assignments`, { organizationId: street.body('property') });
    await street.as('wu').post(`/cases/${one.id}/merging`, { into: lead.id, reason: '同一件事' });
    expect(await codesOf('zhou', 1)).toEqual(['case.merged_away']);
  });

  it('finds the likely ones for staff, by the words of the case itself', async () => {
    const lead = await raised('chen', { title: '消防栓没水', body: '一楼消防栓打开没有水' });
    const one = await raised('wang', { title: '消防栓打开没水', body: '消防栓里没有水' });
    const { body } = await street.as('wu').get<SimilarCases>(`/cases/${one.id}/similar-cases`);
    expect(body.cases[0]).toMatchObject({ id: lead.id, number: lead.number });
    expect(body.cases.map(({ id }) => id)).not.toContain(one.id);
    expect((await street.as('sun').get(`/cases/${one.id}/similar-cases`)).code).toBe('cases.not_found');
  });
});

describe('what hung on a merged case', () => {
  const inHours = (hours: number) => new Date(street.clock.now().getTime() + hours * 3_600_000).toISOString();
  const told = async (person: Person, id: string) =>
    (await street.as(person).get<Notices>('/notices?limit=100')).body.items
      .filter(({ subjectId }) => subjectId === id)
      .map(({ code, params }) => `${code} ${params.words ?? ''}`.trim());
  const inHand = () => cases.place({ raiser: 'wang', area: 'wenti.1.unit.1', body: 'property', state: 'in_progress' });
  const merged = async (id: string) => {
    const lead = await raised('chen');
    const answer = await street.as('wu').post(`/cases/${id}/merging`, { into: lead.id, reason: '同一根水管' });
    expect(answer.status, answer.text).toBe(201);
  };
  const apart = (id: string) => street.as('wu').post<Case>(`/cases/${id}/unmerging`);

  it('ends with the reason, is told to those concerned, and is asked for anew when the two are taken apart', async () => {
    const id = await inHand();
    await cases.query(`update case_record set due_at = now() + interval '9 days' where id = $1`, [id]);
    const wu = street.as('wu');
    const parts = [{ organizationId: street.body('otherProperty'), task: '配合停水', dueAt: inHours(24) }];
    expect((await wu.post(`/cases/${id}/involvements`, { parts })).status).toBe(201);
    const call = { organizationIds: [street.body('office')], meetAt: inHours(2), place: '3号楼前', words: '一起看' };
    expect((await wu.post(`/cases/${id}/whistles`, call)).status).toBe(201);
    const longer = { until: inHours(24 * 12), words: '等配件' };
    expect((await street.as('zhou').post(`/cases/${id}/extensions`, longer)).status).toBe(201);
    await merged(id);
    expect(await told('qin', id)).toContain('case.part_withdrawn 同一根水管');
    expect(await told('xu', id)).toContain('case.called_off 同一根水管');
    expect(await told('zhou', id)).toEqual(
      expect.arrayContaining(['case.pause_refused 同一根水管', 'case.merged_away']),
    );
    const back = await apart(id);
    expect(back.body).toMatchObject({ state: 'in_progress', pause: null });
    const { body: hands } = await wu.get<CaseParts>(`/cases/${id}/parts`);
    expect(hands.parts.map(({ state, reason }) => [state, reason])).toEqual([['withdrawn', '同一根水管']]);
    expect((await wu.get<Whistles>(`/cases/${id}/whistles`)).body.whistles[0]?.calledOff?.reason).toBe('同一根水管');
    expect((await wu.post(`/cases/${id}/involvements`, { parts })).status).toBe(201);
    expect((await street.as('zhou').post(`/cases/${id}/extensions`, longer)).status).toBe(201);
  });

  it('leaves a suspension to go on, or to end at once when its last day passed meanwhile', async () => {
    const [one, other] = [await inHand(), await inHand()];
    for (const [id, hours] of [
      [one, 5],
      [other, 48],
    ] as const)
      expect(
        (await street.as('wu').post(`/cases/${id}/suspensions`, { until: inHours(hours), words: '等配件' })).status,
      ).toBe(201);
    await merged(one);
    await merged(other);
    street.clock.advance(6 * 3_600_000);
    expect((await apart(one)).body).toMatchObject({ state: 'assigned', pause: null });
    expect((await apart(other)).body).toMatchObject({
      state: 'suspended',
      pause: { kind: 'suspension', asked: false },
    });
  });
});
