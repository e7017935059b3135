import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Notices } from '../../../contract/notices.ts';
import type { Timeline } from '../../../contract/trail.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

const raisedBy = async (person: Person, words: object = {}) =>
  (await street.as(person).post<Case>('/cases', { body: '二楼的水管一直在滴水', ...words })).body;
const move = (person: Person, id: string, noun: string, body: object = {}) =>
  street.as(person).post<Case>(`/cases/${id}/${noun}`, body);
const newest = async (person: Person) => (await street.as(person).get<Notices>('/notices?limit=1')).body.items[0]?.code;
const words = { words: '这里办不了' };

describe('at whose desk a case stands', () => {
  it('refuses whoever sits at a lower desk, and lets the desk above decide', async () => {
    const one = await raisedBy('chen');
    expect(one.level).toBe('community');
    expect((await move('li', one.id, 'acceptance')).code).toBe('cases.not_yours_to_move');
    expect((await move('li', one.id, 'hand-ups', words)).code).toBe('cases.not_yours_to_move');
    expect((await street.as('li').get<Case>(`/cases/${one.id}`)).body.may).not.toContain('accept');

    expect((await move('wu', one.id, 'hand-ups', words)).body).toMatchObject({ level: 'street', state: 'accepted' });
    expect(await newest('xu')).toBe('case.handed_over');
    expect(await newest('chen')).toBe('case.accepted');
    const given = { organizationId: street.body('property') };
    expect((await move('wu', one.id, 'assignments', given)).code).toBe('cases.not_yours_to_move');
    expect((await move('xu', one.id, 'assignments', given)).body).toMatchObject({ level: 'street', state: 'assigned' });
  });

  it('starts in the grid when its worker raised it on the spot, who settles it there', async () => {
    const one = await raisedBy('li', { areaId: street.area('wenti.1') });
    expect(one.level).toBe('grid');
    expect((await move('zhao', one.id, 'acceptance')).code).toBe('cases.not_found');
    expect((await move('li', one.id, 'acceptance')).body).toMatchObject({ level: 'grid', state: 'accepted' });
    expect((await move('li', one.id, 'resolution', { words: '拧紧了' })).body.state).toBe('resolved');
  });

  it('rises to the desk that takes it in hand', async () => {
    const one = await raisedBy('li', { areaId: street.area('wenti.1') });
    expect((await move('wu', one.id, 'acceptance')).body.level).toBe('community');
  });
});

describe('handing on', () => {
  it('goes down to the grid and no further than there is a level', async () => {
    const one = await raisedBy('chen');
    expect((await move('wu', one.id, 'hand-downs', words)).body).toMatchObject({ level: 'grid', handler: null });
    expect(await newest('li')).toBe('case.handed_over');
    expect((await move('wu', one.id, 'hand-downs', words)).body.level).toBe('micro_grid');
    expect((await move('wu', one.id, 'hand-downs', words)).code).toBe('cases.illegal_move');
    expect((await move('li', one.id, 'hand-ups', words)).body.level).toBe('grid');
    expect((await move('li', one.id, 'hand-ups', words)).body.level).toBe('community');
    expect((await move('xu', one.id, 'hand-ups', words)).code).toBe('request.forbidden');
  });

  it('keeps the reason among staff, and shows the step to everybody', async () => {
    const one = await raisedBy('chen');
    await move('wu', one.id, 'hand-ups', { words: '要街道协调资金' });
    const seen = async (person: Person) =>
      (await street.as(person).get<Timeline>(`/cases/${one.id}/timeline`)).body.entries.find(
        ({ verb }) => verb === 'hand_up',
      );
    expect((await seen('wu'))?.details.words).toBe('要街道协调资金');
    expect(await seen('chen')).toMatchObject({ verb: 'hand_up' });
    expect((await seen('chen'))?.details.words).toBeUndefined();
  });

  it('refuses a move without a reason', async () => {
    const one = await raisedBy('chen');
    expect((await move('wu', one.id, 'hand-ups', { words: ' ' })).status).toBe(400);
  });
});

describe('sending back', () => {
  it('gives the case to the desk it came from, whose deadline stays', async () => {
    const one = await raisedBy('chen');
    await move('wu', one.id, 'acceptance');
    const given = (await move('wu', one.id, 'assignments', { organizationId: street.body('property') })).body;
    expect((await move('wu', one.id, 'returns', words)).code).toBe('cases.not_yours_to_move');
    const back = await move('zhou', one.id, 'returns', words);
    expect(back).toMatchObject({ status: 201, body: { state: 'accepted', may: [] } });
    expect((await street.as('zhou').get(`/cases/${one.id}`)).code).toBe('cases.not_found');
    const now = (await street.as('wu').get<Case>(`/cases/${one.id}`)).body;
    expect(now).toMatchObject({ state: 'accepted', handler: null, dueAt: given.dueAt });
    expect(await newest('wu')).toBe('case.sent_back');
  });
});
