import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Ladder } from '../../../contract/escalation.ts';
import type { CaseParts } from '../../../contract/joint.ts';
import type { Notices } from '../../../contract/notices.ts';
import type { Timeline } from '../../../contract/trail.ts';
import { type CasePlacer, openCasePlacer } from '../../../tools/test-cases.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';
import { closeUnconfirmed, remindRaisers } from '../closing/index.ts';
import { windowsOf } from '../deadlines/index.ts';
import { watchDeadlines } from './index.ts';

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

const hour = 3_600_000;
/** Lets the time pass and looks at what is late, as the job does each minute. */
const pass = async (hours: number) => {
  street.clock.advance(hours * hour);
  await street.inside((tx) => watchDeadlines(tx, street.clock.now(), 500));
};

async function assigned(category = 'facility.supply_cut'): Promise<string> {
  const words = { areaId: street.area('wenti.1.unit.1'), body: '停水半天了', categoryId: street.category(category) };
  const { id } = (await street.as('chen').post<Case>('/cases', words)).body;
  await street.as('wu').post(`/cases/${id}/acceptance`);
  await street.as('wu').post(`/cases/${id}/assignments`, { organizationId: street.body('property') });
  await street.as('zhou').post(`/cases/${id}/receipt`);
  return id;
}

const steps = async (id: string) =>
  (await street.as('wu').get<Timeline>(`/cases/${id}/timeline`)).body.entries
    .map(({ verb }) => verb)
    .filter((verb) => ['come_near', 'fall_overdue', 'escalate', 'close_unconfirmed'].includes(verb));
const told = async (person: Person, id: string) =>
  (await street.as(person).get<{ items: { code: string; subjectId: string }[] }>('/notices?limit=100')).body.items
    .filter((notice) => notice.subjectId === id)
    .map(({ code }) => code);
const counted = async (id: string, metric: string) =>
  (await cases.query('select 1 from fact where subject_id = $1 and metric = $2', [id, metric])).length;

describe('suspensions', () => {
  /** Hours of the case's own clock at which each step of a 24-hour deadline comes. */
  const own: readonly (readonly [step: string, hour: number])[] = [
    ['near', 19.2],
    ['overdue', 24],
    ['rung 0 handler handled', 24],
    ['rung 24 community_staff community', 48],
    ['rung 72 street_officer street', 96],
  ];
  const shape = fc.array(
    fc.record({ worked: fc.integer({ min: 1, max: 40 }), stood: fc.integer({ min: 1, max: 90 }) }),
    {
      maxLength: 4,
    },
  );

  it('leave each step to come once, in order, at its own hour of the time the case did not stand still', async () => {
    const lives = fc.sample(shape, { numRuns: 8, seed: 3 });
    lives.push(
      [{ worked: 26, stood: 90 }],
      [
        { worked: 10, stood: 50 },
        { worked: 20, stood: 90 },
      ],
    );
    const all = [];
    for (const pauses of lives) {
      const id = await assigned();
      await cases.query("update case_record set due_at = raised_at + interval '24 hours' where id = $1", [id]);
      all.push({ id, pauses, age: 0, ran: 0, told: [] as [string, number][] });
    }
    const suspended = (pauses: (typeof lives)[number], age: number) => {
      let hours = 0;
      for (const { worked, stood } of pauses) {
        if (age < hours + worked) return false;
        if (age < hours + worked + stood) return true;
        hours += worked + stood;
      }
      return false;
    };
    for (let hours = 1; all.some(({ told }) => told.length < own.length) && hours < 700; hours++) {
      await pass(1);
      for (const one of all) {
        if (!suspended(one.pauses, one.age)) one.ran += 1;
        one.age += 1;
        const marks = await cases.query('select step from case_mark where case_id = $1', [one.id]);
        const steps = new Set(marks.map(({ step }) => String(step)));
        for (const [step] of own)
          if (steps.has(step) && !one.told.some(([told]) => told === step)) one.told.push([step, one.ran]);
        const stands = suspended(one.pauses, one.age);
        if (stands === suspended(one.pauses, one.age - 1)) continue;
        const until = new Date(street.clock.now().getTime() + 91 * 24 * hour).toISOString();
        const verb = stands ? (['suspensions', { until, words: '等配件' }] as const) : (['resumption', {}] as const);
        expect((await street.as('wu').post(`/cases/${one.id}/${verb[0]}`, verb[1])).status).toBe(201);
      }
    }
    for (const { pauses, told } of all) {
      expect(
        told.map(([step]) => step),
        JSON.stringify(pauses),
      ).toEqual(own.map(([step]) => step));
      // Looked at each hour: never early, and at most an hour late.
      for (const [n, [step, at]] of told.entries()) {
        expect(at, `${step} of ${JSON.stringify(pauses)}`).toBeGreaterThanOrEqual(own[n]?.[1] ?? 0);
        expect(at, `${step} of ${JSON.stringify(pauses)}`).toBeLessThanOrEqual((own[n]?.[1] ?? 0) + 1);
      }
    }
  });
});

describe('a deadline', () => {
  it('comes near, falls overdue and climbs the ladder, each once, and tells those concerned', async () => {
    const id = await assigned();
    await pass(20);
    await pass(0);
    expect(await steps(id)).toEqual(['come_near']);
    expect(await told('zhou', id)).toContain('case.came_near');
    expect(await told('wu', id)).not.toContain('case.came_near');
    await pass(4.1);
    await pass(0);
    expect(await steps(id)).toEqual(['come_near', 'fall_overdue', 'escalate']);
    expect(await told('wu', id)).toContain('case.fell_overdue');
    await pass(24);
    expect((await told('wu', id)).filter((code) => code === 'case.escalated')).toHaveLength(1);
    expect(await told('xu', id)).not.toContain('case.escalated');
    await pass(48);
    await pass(100);
    expect((await told('xu', id)).filter((code) => code === 'case.escalated')).toHaveLength(1);
    expect(await steps(id)).toEqual(['come_near', 'fall_overdue', 'escalate', 'escalate', 'escalate']);
    for (const [metric, times] of Object.entries({ case_came_near: 1, case_fell_overdue: 1, case_escalated: 3 }))
      expect(await counted(id, metric), metric).toBe(times);
  });

  it('is left alone once the work is done, and begins anew when it was not', async () => {
    const id = await assigned();
    await street.as('zhou').post(`/cases/${id}/resolution`, { words: '修好了' });
    await pass(30);
    expect(await steps(id)).toEqual([]);
    await street.as('chen').post(`/cases/${id}/confirmation`, { solved: false });
    await pass(20);
    expect(await steps(id)).toEqual(['come_near']);
  });

  it('of a danger is near after 96 minutes', async () => {
    const id = await assigned('safety.gas_leak');
    await pass(1.5);
    expect(await steps(id)).toEqual([]);
    await pass(0.15);
    expect(await steps(id)).toEqual(['come_near']);
  });
});

describe('the ladder', () => {
  const rung = { afterHours: 1, roleSet: 'street_officer', level: 'street' } as const;

  it('is set by the street office only, without the same rung twice', async () => {
    expect((await street.as('wu').patch('/escalation-ladder', { rungs: [] })).code).toBe('request.forbidden');
    expect((await street.as('xu').patch('/escalation-ladder', { rungs: [rung, rung] })).code).toBe('request.invalid');
    expect((await street.as('chen').get('/escalation-ladder')).code).toBe('request.forbidden');
    expect((await street.as('wu').get<Ladder>('/escalation-ladder')).body.rungs).toHaveLength(3);
  });

  it('holds at once for what is late already, and tells no rung again', async () => {
    const id = await assigned();
    await pass(26);
    expect(await steps(id)).toEqual(['come_near', 'fall_overdue', 'escalate']);
    const { rungs } = (await street.as('xu').get<Ladder>('/escalation-ladder')).body;
    expect((await street.as('xu').patch('/escalation-ladder', { rungs: [rung, ...rungs] })).status).toBe(200);
    await pass(0);
    expect(await steps(id)).toEqual(['come_near', 'fall_overdue', 'escalate']);
    await pass(30);
    expect(await steps(id)).toEqual(['come_near', 'fall_overdue', 'escalate', 'escalate', 'escalate']);
    expect((await street.as('gao').get<Ladder>('/escalation-ladder')).body.rungs).toHaveLength(3);
  });
});

describe('a suspension of a case whose ladder had ended', () => {
  it('ends with another look at it, which tells what is new at its time and nothing twice', async () => {
    const id = await assigned();
    await pass(24 + 200);
    const before = await steps(id);
    expect(before.filter((verb) => verb === 'escalate').length).toBeGreaterThan(0);
    await pass(0);
    const until = new Date(street.clock.now().getTime() + 48 * hour).toISOString();
    expect((await street.as('wu').post(`/cases/${id}/suspensions`, { until, words: '等配件' })).status).toBe(201);
    await cases.query(
      `insert into escalation_rung (tenant_id, id, after_hours, role_set, level)
       select tenant_id, gen_random_uuid(), 2, 'street_officer', 'street' from case_record where id = $1`,
      [id],
    );
    await pass(1);
    expect(await steps(id)).toEqual(before);
    expect((await street.as('wu').post(`/cases/${id}/resumption`)).status).toBe(201);
    await pass(0);
    expect(await steps(id)).toEqual([...before, 'escalate']);
    await pass(1);
    expect(await steps(id)).toEqual([...before, 'escalate']);
  });
});

describe('urging', () => {
  it('is not for neighbours or the handler, and once a day for the raiser', async () => {
    const id = await assigned();
    const urge = (person: Person) => street.as(person).post<Case>(`/cases/${id}/urgings`, { words: '老人等着用水' });
    expect((await urge('wang')).code).toBe('cases.not_found');
    expect((await urge('zhou')).code).toBe('cases.not_yours_to_move');
    expect((await urge('chen')).body.urgedTimes).toBe(1);
    expect((await urge('chen')).code).toBe('escalation.urged_today');
    expect((await urge('wu')).body.urgedTimes).toBe(2);
    expect((await told('zhou', id)).filter((code) => code === 'case.urged')).toHaveLength(2);
    street.clock.advance(24 * hour);
    expect((await urge('chen')).status).toBe(201);
    expect(await counted(id, 'case_urged')).toBe(3);
    const { entries } = (await street.as('chen').get<Timeline>(`/cases/${id}/timeline`)).body;
    expect(entries.find(({ verb }) => verb === 'urge')?.details.words).toBe('老人等着用水');
  });
});

describe('watching over a case', () => {
  it('is for the street office, with words and a new deadline, and ends with words', async () => {
    const id = await assigned();
    const dueAt = new Date(street.clock.now().getTime() + 3 * hour).toISOString();
    const supervise = (person: Person, body: unknown) =>
      street.as(person).post<Case>(`/cases/${id}/supervisions`, body);
    expect((await supervise('wu', { watching: true, words: '今天办好' })).code).toBe('request.forbidden');
    expect((await supervise('xu', { watching: false, words: '不盯了' })).code).toBe('escalation.watched_already');
    expect((await supervise('xu', { watching: true, words: '今天办好', dueAt: '2020-01-01T00:00:00Z' })).code).toBe(
      'escalation.due_in_past',
    );
    const { body } = await supervise('xu', { watching: true, words: '今天办好', dueAt });
    expect(body.supervised).toBe(true);
    expect(Date.parse(body.dueAt ?? '')).toBe(Date.parse(dueAt));
    expect(await told('zhou', id)).toContain('case.supervised');
    expect(await told('chen', id)).toContain('case.watched');
    expect((await supervise('xu', { watching: false, words: '办好了' })).body.supervised).toBe(false);
    expect(await counted(id, 'case_supervised')).toBe(1);
  });
});

describe('those who help and those who follow', () => {
  it('hear of a deadline, of urging and of watching over once each, for as long as they have a part in hand', async () => {
    const id = await assigned();
    const dueAt = new Date(street.clock.now().getTime() + 23 * hour).toISOString();
    const parts = [{ organizationId: street.body('otherProperty'), task: '配合停水', dueAt }];
    expect((await street.as('wu').post(`/cases/${id}/involvements`, { parts })).status).toBe(201);
    await pass(20);
    await street.as('chen').post(`/cases/${id}/urgings`, { words: '等着用水' });
    await street.as('xu').post(`/cases/${id}/supervisions`, { watching: true, words: '今天办好' });
    await pass(4.1);
    const heard = ['case.involved', 'case.came_near', 'case.urged', 'case.supervised', 'case.fell_overdue'];
    expect((await told('qin', id)).toReversed()).toEqual(heard);
    const { body } = await street.as('qin').get<CaseParts>(`/cases/${id}/parts`);
    await street.as('qin').post(`/cases/${id}/parts/${body.parts[0]?.id}/completion`, { words: '关了总阀' });
    await street.as('wu').post(`/cases/${id}/urgings`, {});
    expect((await told('qin', id)).toReversed()).toEqual(heard);
  });

  it('hear once that a case was closed without a word, in words that name no case that is not public', async () => {
    const id = await assigned();
    await street.as('wang').post(`/cases/${id}/following`);
    await street.as('zhou').post(`/cases/${id}/resolution`, { words: '修好了' });
    street.clock.advance(8 * 24 * hour);
    await street.inside(async (tx) => closeUnconfirmed(tx, await windowsOf(tx), street.clock.now(), 500));
    const { items } = (await street.as('wang').get<Notices>('/notices?limit=100')).body;
    const closed = items.filter(({ subjectId, code }) => subjectId === id && code === 'case.followed_closed');
    expect(closed.map(({ params, subjectKind }) => [params.title, subjectKind])).toEqual([
      ['停水停电停暖', 'followed_case'],
    ]);
    expect(await told('chen', id)).toContain('case.closed_unconfirmed');
  });
});

describe('silence', () => {
  it('has the raiser reminded once, and closes the case after the days, solved and satisfied for nobody', async () => {
    const id = await assigned();
    await street.as('zhou').post(`/cases/${id}/resolution`, { words: '修好了' });
    const night = () =>
      street.inside(async (tx) => {
        const windows = await windowsOf(tx);
        await remindRaisers(tx, windows, street.clock.now(), 500);
        await closeUnconfirmed(tx, windows, street.clock.now(), 500);
      });
    street.clock.advance(4.9 * 24 * hour);
    await night();
    expect(await told('chen', id)).not.toContain('case.confirm_soon');
    street.clock.advance(0.2 * 24 * hour);
    await night();
    await night();
    expect((await told('chen', id)).filter((code) => code === 'case.confirm_soon')).toHaveLength(1);
    street.clock.advance(2 * 24 * hour);
    await night();
    const { body } = await street.as('chen').get<Case>(`/cases/${id}`);
    expect(body).toMatchObject({ state: 'closed', confirmation: null });
    expect(await steps(id)).toEqual(['close_unconfirmed']);
    for (const [metric, times] of Object.entries({
      case_closed: 1,
      case_closed_unconfirmed: 1,
      case_confirmed: 0,
      case_solved: 0,
      case_satisfied: 0,
    }))
      expect(await counted(id, metric), metric).toBe(times);
    expect((await street.as('chen').post(`/cases/${id}/reopening`, { words: '又停了' })).status).toBe(201);
  });
});
