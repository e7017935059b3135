import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Cases } from '../../../contract/inbox.ts';
import type { CasePart, CaseParts, FittingBodies } from '../../../contract/joint.ts';
import type { Notices } from '../../../contract/notices.ts';
import type { Timeline } from '../../../contract/trail.ts';
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

/** In wenti, led by its property company; qin of pinghu has nothing to do with it until asked. */
const led = () => cases.place({ raiser: 'chen', area: 'wenti.1.unit.1', body: 'property', state: 'in_progress' });

const ask = (person: Person, id: string, body: string, more: object = {}) =>
  street.as(person).post<Case>(`/cases/${id}/involvements`, {
    parts: [{ organizationId: street.body(body), task: '配合停水', ...more }],
  });

async function partsOf(person: Person, id: string): Promise<CasePart[]> {
  return (await street.as(person).get<CaseParts>(`/cases/${id}/parts`)).body.parts;
}

async function handlingOf(person: Person, q = ''): Promise<string[]> {
  const { body } = await street.as(person).get<Cases>(`/cases?view=handling&limit=100${q}`);
  return body.items.map(({ id }) => id);
}

async function newestNotice(person: Person): Promise<string | undefined> {
  return (await street.as(person).get<Notices>('/notices?limit=1')).body.items[0]?.code;
}

async function photoOf(person: Person): Promise<string> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();
  return (await street.as(person).upload<{ id: string }>('/photos', bytes)).body.id;
}

describe('asking bodies to help', () => {
  it('is refused for the body that leads, a body at it already, a time past or after the whole, an unknown body', async () => {
    const id = await led();
    await cases.query(`update case_record set due_at = now() + interval '2 days' where id = $1`, [id]);
    const later = (hours: number) => ({
      dueAt: new Date(street.clock.now().getTime() + hours * 3_600_000).toISOString(),
    });
    expect((await ask('wu', id, 'property')).code).toBe('joint.leads_already');
    expect((await ask('wu', id, 'otherProperty', later(-1))).code).toBe('joint.time_past');
    expect((await ask('wu', id, 'otherProperty', later(72))).code).toBe('joint.after_deadline');
    expect((await ask('wu', id, 'otherProperty', { accountId: street.account('zhou') })).code).toBe(
      'joint.unknown_body',
    );
    expect((await ask('wu', id, 'otherProperty', later(3))).status).toBe(201);
    expect((await ask('wu', id, 'otherProperty')).code).toBe('joint.helps_already');
    expect((await ask('chen', id, 'otherProperty')).code).toBe('request.forbidden');
  });

  it('opens the case to the body asked, in its lists and its search, and lets it do no verb of the lead', async () => {
    const { id } = (await street.as('chen').post<Case>('/cases', { body: '三楼水管漏水' })).body;
    await street.as('wu').post(`/cases/${id}/acceptance`);
    await street.as('wu').post(`/cases/${id}/assignments`, { organizationId: street.body('property') });
    const qin = street.as('qin');
    const handling = async () => (await qin.get<{ handling: number }>('/cases/counts')).body.handling;
    const before = await handling();
    expect((await qin.get(`/cases/${id}`)).code).toBe('cases.not_found');
    expect(await handlingOf('qin')).not.toContain(id);
    expect((await ask('zhou', id, 'otherProperty')).status).toBe(201);
    expect(await newestNotice('qin')).toBe('case.involved');

    const seen = await qin.get<Case>(`/cases/${id}`);
    expect(seen.body.may).toEqual(['note']);
    expect(await handlingOf('qin')).toContain(id);
    expect(await handlingOf('qin', '&q=水管')).toContain(id);
    expect(await handling()).toBe(before + 1);
    expect((await qin.post(`/cases/${id}/notes`, { audience: 'internal', words: '阀门在地下室' })).status).toBe(201);
    for (const [noun, body] of [
      ['resolution', { words: '好了' }],
      ['involvements', { parts: [{ organizationId: street.body('office'), task: '来看' }] }],
    ] as const)
      expect((await qin.post(`/cases/${id}/${noun}`, body)).code).toBe('cases.not_yours_to_move');
    expect((await qin.post(`/cases/${id}/phone-disclosures`, { reason: '上门前联系' })).code).toBe(
      'cases.not_yours_to_move',
    );
  });

  it('shows bodies on duty for the place first, and which one leads', async () => {
    const id = await led();
    const { bodies } = (await street.as('zhou').get<FittingBodies>(`/cases/${id}/fitting-bodies`)).body;
    expect(bodies.slice(0, 3).map(({ onDuty }) => onDuty)).toEqual([true, true, true]);
    expect(bodies.find(({ leads }) => leads)?.name).toBe('安居物业');
    expect(bodies.at(-1)).toMatchObject({ onDuty: false, leads: false });
  });
});

describe('a part', () => {
  it('is signed for and finished by its own body alone, with words and photos, heard by who asked and who leads', async () => {
    const id = await led();
    await ask('wu', id, 'otherProperty');
    await ask('wu', id, 'pinghuDesk', { task: '告知住户' });
    const [part, other] = await partsOf('qin', id);
    expect([part?.may, other?.may]).toEqual([['sign', 'finish', 'decline'], []]);
    const of = (one: CasePart | undefined, noun: string) => `/cases/${id}/parts/${one?.id}/${noun}`;
    expect((await street.as('qin').post(of(other, 'receipt'))).code).toBe('cases.not_yours_to_move');
    expect((await street.as('zhou').post(of(part, 'receipt'))).code).toBe('cases.not_yours_to_move');
    expect((await street.as('qin').post(`/cases/${id}/parts/${id}/receipt`)).code).toBe('joint.not_found');

    expect((await street.as('qin').post(of(part, 'receipt'))).status).toBe(201);
    expect((await street.as('qin').post(of(part, 'receipt'))).code).toBe('joint.moved_on');
    expect([await newestNotice('wu'), await newestNotice('zhou')]).toEqual(['case.part_signed', 'case.part_signed']);
    const photo = await photoOf('qin');
    const done = await street.as('qin').post<Case>(of(part, 'completion'), { words: '停好了', photoIds: [photo] });
    expect(done.body.photos).toMatchObject([{ id: photo, phase: 'resolved' }]);
    expect((await partsOf('wu', id))[0]).toMatchObject({
      ...{ state: 'finished', words: '停好了', photoIds: [photo], person: '秦师傅', may: [] },
    });
    expect(await handlingOf('qin')).not.toContain(id);
    expect((await street.as('qin').get(`/cases/${id}`)).status).toBe(200);
  });

  it('can be declined and withdrawn with a reason; a body that was let go does not see the case any more', async () => {
    const id = await led();
    await ask('wu', id, 'otherProperty');
    const [first] = await partsOf('wu', id);
    expect((await street.as('qin').post(`/cases/${id}/parts/${first?.id}/refusal`, { reason: '' })).status).toBe(400);
    await street.as('qin').post(`/cases/${id}/parts/${first?.id}/refusal`, { reason: '不是我们的阀门' });
    expect(await newestNotice('zhou')).toBe('case.part_declined');
    expect((await ask('wu', id, 'otherProperty')).status).toBe(201);
    const second = (await partsOf('wu', id)).at(-1);
    const away = `/cases/${id}/parts/${second?.id}/withdrawal`;
    expect((await street.as('qin').post(away, { reason: '不用了' })).code).toBe('cases.not_yours_to_move');
    expect((await street.as('zhou').post(away, { reason: '不用停水了' })).status).toBe(201);
    expect((await street.as('qin').get(`/cases/${id}`)).status).toBe(200);
    expect((await partsOf('wu', id)).map(({ state, reason }) => [state, reason])).toEqual([
      ['declined', '不是我们的阀门'],
      ['withdrawn', '不用停水了'],
    ]);

    const only = await led();
    await ask('wu', only, 'otherProperty');
    const [alone] = await partsOf('wu', only);
    await street.as('wu').post(`/cases/${only}/parts/${alone?.id}/withdrawal`, { reason: '不用停水了' });
    expect((await street.as('qin').get(`/cases/${only}`)).code).toBe('cases.not_found');
  });

  it('holds up the resolution until it is finished, or said not to be needed', async () => {
    const id = await led();
    await ask('wu', id, 'otherProperty');
    const early = await street.as('zhou').post(`/cases/${id}/resolution`, { words: '修好了' });
    expect([early.code, early.text]).toEqual(['joint.parts_open', expect.stringContaining('平湖物业')]);
    const done = await street
      .as('zhou')
      .post<Case>(`/cases/${id}/resolution`, { words: '修好了', withoutParts: '用不着停水' });
    expect(done.body.state).toBe('resolved');
    expect((await partsOf('wu', id)).map(({ state, reason }) => [state, reason])).toEqual([
      ['withdrawn', '用不着停水'],
    ]);
  });
});

describe('a case of many hands', () => {
  it('is given to one lead and its helpers at once; its raiser reads who helps, and not why one would not', async () => {
    const raised = (await street.as('chen').post<Case>('/cases', { body: '三楼水管漏水' })).body;
    await street.as('wu').post(`/cases/${raised.id}/acceptance`);
    const given = await street.as('wu').post<Case>(`/cases/${raised.id}/assignments`, {
      organizationId: street.body('property'),
      parts: [
        { organizationId: street.body('otherProperty'), task: '查总阀压力' },
        { organizationId: street.body('office'), task: '告知 12 户' },
      ],
    });
    expect([given.status, given.body.handler?.name]).toEqual([201, '安居物业']);
    const [part] = await partsOf('wu', raised.id);
    await street.as('qin').post(`/cases/${raised.id}/parts/${part?.id}/refusal`, { reason: '阀门归水务' });
    const { entries } = (await street.as('chen').get<Timeline>(`/cases/${raised.id}/timeline`)).body;
    expect(entries.slice(-2).map(({ verb, details }) => [verb, details.organization, details.words])).toEqual([
      ['involve', '平湖物业', '查总阀压力'],
      ['involve', '街道办事处', '告知 12 户'],
    ]);
    expect((await street.as('chen').get(`/cases/${raised.id}/parts`)).code).toBe('request.forbidden');
    const facts = await cases.query(`select metric from fact where subject_id = $1 and metric = 'case_involved'`, [
      raised.id,
    ]);
    expect(facts).toHaveLength(1);
  });

  it('is given to nobody when one of the helpers cannot be asked', async () => {
    const raised = (await street.as('chen').post<Case>('/cases', { body: '三楼水管又漏水' })).body;
    await street.as('wu').post(`/cases/${raised.id}/acceptance`);
    const given = await street.as('wu').post(`/cases/${raised.id}/assignments`, {
      organizationId: street.body('property'),
      parts: [{ organizationId: street.body('property'), task: '查总阀压力' }],
    });
    expect(given.code).toBe('joint.leads_already');
    expect((await street.as('wu').get<Case>(`/cases/${raised.id}`)).body.state).toBe('accepted');
  });
});
