import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Notices } from '../../../contract/notices.ts';
import type { Timeline } from '../../../contract/trail.ts';
import type { Turnout, Whistles } from '../../../contract/whistles.ts';
import { type CasePlacer, openCasePlacer } from '../../../tools/test-cases.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';
import { tellAbsences } from './index.ts';

let street: TestStreet;
let cases: CasePlacer;
beforeAll(async () => {
  street = await openTestStreet();
  cases = await openCasePlacer(street);
  await cases.query(`update organization set kind = 'department' where id = $1`, [street.body('otherProperty')]);
});
afterAll(async () => {
  await cases.close();
  await street.close();
});

const led = (body = 'property') => cases.place({ raiser: 'chen', area: 'wenti.1.unit.1', body, state: 'in_progress' });
const inHours = (hours: number) => new Date(street.clock.now().getTime() + hours * 3_600_000).toISOString();

const whistleFor = (person: Person, id: string, bodies: string[], meetAt = inHours(2)) =>
  street.as(person).post<Case>(`/cases/${id}/whistles`, {
    ...{ organizationIds: bodies.map(street.body), meetAt, place: '3号楼前', words: '一起定谁来修' },
  });

async function turnoutsOf(person: Person, id: string): Promise<Turnout[]> {
  const { whistles } = (await street.as(person).get<Whistles>(`/cases/${id}/whistles`)).body;
  return whistles[0]?.turnouts ?? [];
}

async function newestNotice(person: Person): Promise<string | undefined> {
  return (await street.as(person).get<Notices>('/notices?limit=1')).body.items[0]?.code;
}

describe('whistling', () => {
  it('is for the desk of the area and the street, for a time to come and for bodies there are', async () => {
    const id = await led();
    expect((await whistleFor('zhou', id, ['otherProperty'])).code).toBe('request.forbidden');
    expect((await whistleFor('sun', id, ['otherProperty'])).code).toBe('cases.not_found');
    expect((await whistleFor('wu', id, ['otherProperty'], inHours(-1))).code).toBe('whistles.time_past');
    const nobody = { organizationIds: [id], meetAt: inHours(1), place: '3号楼前', words: '来看看' };
    expect((await street.as('wu').post(`/cases/${id}/whistles`, nobody)).code).toBe('whistles.unknown_body');
    const raised = await cases.place({ raiser: 'chen', area: 'wenti.1.unit.1', state: 'submitted' });
    expect((await whistleFor('wu', raised, ['otherProperty'])).code).toBe('cases.illegal_move');
  });

  it('calls a department that comes, is counted, and is scored by both sides once', async () => {
    const id = await led();
    expect((await whistleFor('wu', id, ['otherProperty', 'office'])).status).toBe(201);
    expect(await newestNotice('qin')).toBe('case.whistled');
    const [turnout] = (await turnoutsOf('qin', id)).filter(({ may }) => may.length > 0);
    expect(turnout).toMatchObject({ state: 'called', may: ['answer', 'arrive'] });
    const of = (noun: string) => `/cases/${id}/turnouts/${turnout?.id}/${noun}`;

    expect((await street.as('zhou').post(of('answer'), { coming: true })).code).toBe('cases.not_yours_to_move');
    expect((await street.as('qin').post(of('answer'), { coming: false })).code).toBe('whistles.reason_needed');
    expect((await street.as('wu').post(of('score'), { score: 5 })).code).toBe('whistles.moved_on');
    await street.as('qin').post(of('answer'), { coming: true });
    expect(await newestNotice('wu')).toBe('case.call_accepted');
    await street.as('qin').post(of('arrival'));
    expect(await newestNotice('wu')).toBe('case.turned_up');
    expect((await street.as('qin').post(of('arrival'))).code).toBe('whistles.moved_on');

    expect((await street.as('qin').post(of('score'), { score: 5 })).code).toBe('request.forbidden');
    expect((await street.as('wu').post(of('score'), { score: 5, words: '来得快' })).status).toBe(201);
    expect((await street.as('wu').post(of('score'), { score: 1 })).code).toBe('whistles.moved_on');
    expect((await street.as('qin').post(of('call-score'), { score: 4, words: '地点讲得清' })).status).toBe(201);
    expect((await turnoutsOf('wu', id)).find(({ id }) => id === turnout?.id)).toMatchObject({
      ...{ state: 'arrived', score: { score: 5, words: '来得快' }, callScore: { score: 4 }, may: [] },
    });

    const facts = await cases.query('select metric from fact where subject_id = $1 order by metric', [id]);
    expect(facts.map(({ metric }) => metric)).toEqual(['case_turned_up', 'case_whistled']);
    const verbsSeenBy = async (person: Person) =>
      (await street.as(person).get<Timeline>(`/cases/${id}/timeline`)).body.entries.map(({ verb }) => verb);
    expect(await verbsSeenBy('wu')).toEqual([
      ...['whistle', 'whistle', 'answer_call', 'turn_up', 'score_turnout', 'score_call'],
    ]);
    expect(await verbsSeenBy('chen')).toEqual(['whistle', 'whistle', 'turn_up']);
  });

  it('leaves a body that did not turn up in time visible as such, and one that came later as late', async () => {
    const id = await led();
    await whistleFor('wu', id, ['otherProperty'], inHours(1));
    street.clock.advance(2 * 3_600_000);
    const [turnout] = await turnoutsOf('wu', id);
    expect(turnout).toMatchObject({ state: 'missing', may: ['score'] });
    await street.as('qin').post(`/cases/${id}/turnouts/${turnout?.id}/arrival`);
    expect((await turnoutsOf('wu', id))[0]?.state).toBe('late');
    const facts = await cases.query('select metric from fact where subject_id = $1', [id]);
    expect(facts.map(({ metric }) => metric)).toEqual(['case_whistled']);
  });

  it('puts the case at the level of the department once a department is whistled for and leads', async () => {
    const helping = await led();
    await whistleFor('wu', helping, ['otherProperty']);
    expect((await street.as('wu').get<Case>(`/cases/${helping}`)).body.level).toBe('community');
    const given = await street.as('wu').post<Case>(`/cases/${helping}/assignments`, {
      organizationId: street.body('otherProperty'),
    });
    expect(given.body.level).toBe('department');
    const leading = await led('otherProperty');
    expect((await whistleFor('wu', leading, ['otherProperty'])).body.level).toBe('department');
    const property = await led();
    expect((await whistleFor('wu', property, ['property'])).body.level).toBe('community');
  });
});

const whistleOf = async (person: Person, id: string) =>
  (await street.as(person).get<Whistles>(`/cases/${id}/whistles`)).body.whistles[0];

describe('calling off', () => {
  const callOff = (person: Person, id: string, whistle: string | undefined, reason = '水停了，不用来了') =>
    street.as(person).post(`/cases/${id}/whistles/${whistle}/cancellation`, { reason });

  it('is for whoever may whistle for the case, with the reason, and never after somebody came', async () => {
    const id = await led();
    await whistleFor('wu', id, ['otherProperty', 'office']);
    const whistle = await whistleOf('wu', id);
    expect((await callOff('qin', id, whistle?.id)).code).toBe('request.forbidden');
    expect((await callOff('sun', id, whistle?.id)).code).toBe('cases.not_found');
    expect((await callOff('wu', id, whistle?.id, '')).code).toBe('request.invalid');
    expect((await callOff('wu', id, id)).code).toBe('whistles.not_found');
    const [first] = (await turnoutsOf('qin', id)).filter(({ may }) => may.length > 0);
    await street.as('qin').post(`/cases/${id}/turnouts/${first?.id}/arrival`);
    expect((await callOff('wu', id, whistle?.id)).code).toBe('whistles.moved_on');
    expect((await whistleOf('wu', id))?.may).toEqual([]);
  });

  it('tells the bodies why, takes the case off their hands, and is done once', async () => {
    const id = await led();
    await whistleFor('wu', id, ['otherProperty']);
    const whistle = await whistleOf('wu', id);
    expect(whistle?.may).toEqual(['call_off']);
    expect((await callOff('wu', id, whistle?.id)).status).toBe(201);
    const [notice] = (await street.as('qin').get<Notices>('/notices?limit=1')).body.items;
    expect(notice).toMatchObject({ code: 'case.called_off', params: { words: '水停了，不用来了' } });
    expect(await whistleOf('wu', id)).toMatchObject({
      ...{ calledOff: { by: '吴社工', reason: '水停了，不用来了' }, may: [] },
      turnouts: [{ state: 'called_off', may: [] }],
    });
    expect((await callOff('wu', id, whistle?.id)).code).toBe('whistles.moved_on');
    expect((await street.as('qin').get(`/cases/${id}`)).code).toBe('cases.not_found');
    const { entries } = (await street.as('wu').get<Timeline>(`/cases/${id}/timeline`)).body;
    expect(entries.at(-1)).toMatchObject({ verb: 'call_off', details: { words: '水停了，不用来了' } });
    street.clock.advance(3 * 3_600_000);
    await street.inside((tx) => tellAbsences(tx, street.clock.now(), 50));
    expect((await whistleOf('wu', id))?.absenceToldAt).toBeNull();
  });
});

describe('who did not turn up', () => {
  const look = () => street.inside((tx) => tellAbsences(tx, street.clock.now(), 50));
  const told = async (person: Person, id: string) =>
    (await street.as(person).get<Notices>('/notices?limit=100')).body.items
      .filter(({ code, subjectId }) => code === 'case.stayed_away' && subjectId === id)
      .map(({ params }) => params.organization);

  it('is told to the caller and the street once, after the time and its grace, and stands in the trail of the staff', async () => {
    const id = await led();
    await whistleFor('wu', id, ['otherProperty', 'office'], inHours(1));
    const [office] = (await turnoutsOf('wu', id)).filter(({ organization }) => organization.name === '街道办事处');
    await street.as('xu').post(`/cases/${id}/turnouts/${office?.id}/arrival`);
    street.clock.advance(74 * 60_000);
    await look();
    expect(await told('wu', id)).toEqual([]);
    street.clock.advance(2 * 60_000);
    await look();
    await look();
    expect(await told('wu', id)).toEqual(['平湖物业']);
    expect(await told('xu', id)).toEqual(['平湖物业']);
    expect(await told('qin', id)).toEqual([]);
    expect((await whistleOf('wu', id))?.absenceToldAt).not.toBeNull();
    const verbs = async (person: Person) =>
      (await street.as(person).get<Timeline>(`/cases/${id}/timeline`)).body.entries.map(({ verb }) => verb);
    expect((await verbs('wu')).filter((verb) => verb === 'stay_away')).toHaveLength(1);
    expect(await verbs('chen')).not.toContain('stay_away');
  });

  it('is nothing to tell when all came, or when the case is over', async () => {
    const all = await led();
    await whistleFor('wu', all, ['otherProperty'], inHours(1));
    const [turnout] = await turnoutsOf('wu', all);
    await street.as('qin').post(`/cases/${all}/turnouts/${turnout?.id}/arrival`);
    const over = await led();
    await whistleFor('wu', over, ['otherProperty'], inHours(1));
    await cases.query(`update case_record set state = 'closed', open = false, closed_at = now() where id = $1`, [over]);
    street.clock.advance(3 * 3_600_000);
    expect(await look()).toBeGreaterThanOrEqual(2);
    expect([await told('wu', all), await told('wu', over)]).toEqual([[], []]);
  });
});
