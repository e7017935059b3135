import sharp from 'sharp';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, CaseState, CaseVerb } from '../../../contract/cases.ts';
import { caseStates } from '../../../contract/cases.ts';
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

async function photoOf(person: Person): Promise<string> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();
  return (await street.as(person).upload<{ id: string }>('/photos', bytes)).body.id;
}

async function raised(words: Record<string, unknown> = {}): Promise<Case> {
  return (await street.as('chen').post<Case>('/cases', { body: '三楼的灯不亮，老人上下楼看不清', ...words })).body;
}

async function metricsOf(id: string): Promise<string[]> {
  const rows = await cases.query('select metric from fact where subject_id = $1 order by metric', [id]);
  return rows.map(({ metric }) => String(metric));
}

async function newestNotice(person: Person): Promise<string | undefined> {
  const { body } = await street.as(person).get<Notices>('/notices?limit=1');
  return body.items[0]?.code;
}

describe('the loop', () => {
  it('goes from raised to confirmed, each step by its own people, heard by those concerned, counted at once', async () => {
    const one = await raised({ photoIds: [await photoOf('chen')] });
    expect(one).toMatchObject({
      state: 'submitted',
      raiser: { name: '陈桂花', mine: true },
      may: ['note', 'urge', 'publish'],
    });
    expect(one.photos).toMatchObject([{ phase: 'raised', width: 40, height: 30 }]);
    expect([await newestNotice('wu'), await newestNotice('li'), await newestNotice('sun')]).toEqual([
      'case.raised',
      'case.raised',
      undefined,
    ]);

    const wu = street.as('wu');
    expect((await wu.post<Case>(`/cases/${one.id}/acceptance`)).body).toMatchObject({ state: 'accepted' });
    expect(await newestNotice('chen')).toBe('case.accepted');
    const given = await wu.post<Case>(`/cases/${one.id}/assignments`, {
      organizationId: street.body('property'),
      words: '请带梯子',
    });
    expect(given.body).toMatchObject({ state: 'assigned', handler: { name: '安居物业' }, standing: 'on_time' });
    expect([await newestNotice('zhou'), await newestNotice('chen')]).toEqual(['case.assigned', 'case.dispatched']);

    const zhou = street.as('zhou');
    expect((await zhou.post<Case>(`/cases/${one.id}/receipt`)).body).toMatchObject({
      state: 'in_progress',
      handlerPerson: { name: '周师傅' },
    });
    await zhou.post(`/cases/${one.id}/notes`, { audience: 'internal', words: '灯座也坏了' });
    const done = await zhou.post<Case>(`/cases/${one.id}/resolution`, {
      words: '换了灯座',
      photoIds: [await photoOf('zhou')],
    });
    expect(done.body).toMatchObject({ state: 'resolved', resolution: '换了灯座' });
    expect(await newestNotice('chen')).toBe('case.resolved');

    const end = await street
      .as('chen')
      .post<Case>(`/cases/${one.id}/confirmation`, { solved: true, satisfaction: 5, words: '谢谢' });
    expect(end.body).toMatchObject({
      state: 'closed',
      standing: 'met',
      confirmation: { solved: true, satisfaction: 5, words: '谢谢' },
    });
    expect(end.body.photos.map(({ phase }) => phase)).toEqual(['raised', 'resolved']);
    expect([await newestNotice('zhou'), await newestNotice('wu')]).toEqual(['case.confirmed', 'case.confirmed']);
    expect(await metricsOf(one.id)).toEqual([
      ...[
        'case_answered',
        'case_closed',
        'case_closed_community',
        'case_confirmed',
        'case_dispatched',
        'case_raised',
        'case_rated',
        'case_resolved',
      ],
      ...['case_responded', 'case_satisfied', 'case_solved'],
    ]);
    const { entries } = (await street.as('chen').get<Timeline>(`/cases/${one.id}/timeline`)).body;
    expect(entries.map(({ verb }) => verb)).toEqual(['raise', 'accept', 'assign', 'sign', 'resolve', 'confirm']);
    const whole = (await wu.get<Timeline>(`/cases/${one.id}/timeline`)).body.entries;
    expect(whole.map(({ verb }) => verb)).toContain('note');
  });

  it('sends the work on when it is not solved, and the same handler goes on', async () => {
    const id = await cases.place({ raiser: 'chen', area: 'wenti.1', body: 'property', state: 'resolved' });
    const answer = await street
      .as('chen')
      .post<Case>(`/cases/${id}/confirmation`, { solved: false, words: '还是不亮' });
    expect(answer.body).toMatchObject({ state: 'reopened', resolvedAt: null, handler: { name: '安居物业' } });
    expect(await newestNotice('zhou')).toBe('case.unsolved');
    expect(await metricsOf(id)).toEqual(['case_confirmed']);
    expect((await street.as('zhou').post<Case>(`/cases/${id}/resolution`, { words: '修好了' })).body.state).toBe(
      'resolved',
    );
  });

  it('lets the raiser open it again for 72 hours, staff after that too', async () => {
    const id = await cases.place({ raiser: 'chen', area: 'wenti.1', state: 'closed' });
    await cases.query(`update case_record set closed_at = now() - interval '73 hours' where id = $1`, [id]);
    const late = await street.as('chen').post(`/cases/${id}/reopening`, { words: '又坏了' });
    expect([late.status, late.code]).toEqual([409, 'handling.reopen_window_over']);
    await cases.query(`update case_record set closed_at = now() - interval '71 hours' where id = $1`, [id]);
    const again = await street.as('chen').post<Case>(`/cases/${id}/reopening`, { words: '又坏了' });
    expect(again.body).toMatchObject({ state: 'reopened', reopenedTimes: 1, closedAt: null });
    const old = await cases.place({ raiser: 'chen', area: 'wenti.1', state: 'closed' });
    await cases.query(`update case_record set closed_at = now() - interval '90 days' where id = $1`, [old]);
    expect((await street.as('wu').post<Case>(`/cases/${old}/reopening`, { words: '复查' })).body.state).toBe(
      'reopened',
    );
  });
});

const nouns: Partial<Record<CaseVerb, { noun: string; by: Person; body: () => object; from: readonly CaseState[] }>> = {
  accept: { noun: 'acceptance', by: 'wu', body: () => ({}), from: ['submitted'] },
  refuse: { noun: 'refusal', by: 'wu', body: () => ({ reason: '不属于' }), from: ['submitted', 'accepted'] },
  assign: {
    noun: 'assignments',
    by: 'wu',
    body: () => ({ organizationId: street.body('property') }),
    from: ['accepted', 'assigned', 'in_progress', 'reopened'],
  },
  sign: { noun: 'receipt', by: 'zhou', body: () => ({}), from: ['assigned'] },
  resolve: {
    noun: 'resolution',
    by: 'zhou',
    body: () => ({ words: '好了' }),
    from: ['accepted', 'in_progress', 'reopened'],
  },
  confirm: { noun: 'confirmation', by: 'chen', body: () => ({ solved: true }), from: ['resolved'] },
  reopen: { noun: 'reopening', by: 'chen', body: () => ({ words: '又坏了' }), from: ['closed', 'refused'] },
};

describe('illegal moves', () => {
  it.each(Object.entries(nouns))(
    '%s is refused from every state it does not start in, and changes nothing',
    async (_, move) => {
      for (const state of caseStates.filter((one) => !move.from.includes(one))) {
        const id = await cases.place({ raiser: 'chen', area: 'wenti.1', body: 'property', state });
        const answer = await street.as(move.by).post(`/cases/${id}/${move.noun}`, move.body());
        expect({ state, status: answer.status, code: answer.code }).toEqual({
          state,
          status: 409,
          code: 'cases.illegal_move',
        });
        const [row] = await cases.query('select state, version from case_record where id = $1', [id]);
        expect(row).toEqual({ state, version: 1 });
        expect(await metricsOf(id)).toEqual([]);
      }
    },
  );

  it('refuses a handler that is not there, a person of another body and a deadline in the past', async () => {
    const id = await cases.place({ raiser: 'chen', area: 'wenti.1', state: 'accepted' });
    const assign = (body: object) => street.as('wu').post(`/cases/${id}/assignments`, body);
    const property = street.body('property');
    expect((await assign({ organizationId: uuidv7() })).code).toBe('handling.unknown_handler');
    expect((await assign({ organizationId: property, accountId: street.account('qin') })).code).toBe(
      'handling.unknown_handler',
    );
    expect((await assign({ organizationId: street.other.bodies.get('property') })).code).toBe(
      'handling.unknown_handler',
    );
    expect((await assign({ organizationId: property, dueAt: '2020-01-01T00:00:00Z' })).code).toBe(
      'handling.due_in_past',
    );
    expect((await assign({ organizationId: property, accountId: street.account('zhou') })).status).toBe(201);
  });

  it('refuses photos of somebody else and photos used already', async () => {
    const id = await cases.place({ raiser: 'chen', area: 'wenti.1', body: 'property', state: 'in_progress' });
    const foreign = await photoOf('wang');
    const resolve = (photoIds: string[]) =>
      street.as('zhou').post(`/cases/${id}/resolution`, { words: '好了', photoIds });
    expect((await resolve([foreign])).code).toBe('cases.unknown_photo');
    const own = await photoOf('zhou');
    expect((await resolve([own])).status).toBe(201);
    const second = await cases.place({ raiser: 'chen', area: 'wenti.1', body: 'property', state: 'in_progress' });
    expect((await street.as('zhou').post(`/cases/${second}/resolution`, { words: '好了', photoIds: [own] })).code).toBe(
      'cases.unknown_photo',
    );
  });
});

describe('two at once', () => {
  it('lets one of many acceptances through', async () => {
    const id = await cases.place({ raiser: 'chen', area: 'wenti.1', state: 'submitted' });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => street.as('wu').post(`/cases/${id}/acceptance`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'cases.illegal_move')).toHaveLength(11);
  });
});
