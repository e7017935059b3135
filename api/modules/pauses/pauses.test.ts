import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Notices } from '../../../contract/notices.ts';
import type { Timeline } from '../../../contract/trail.ts';
import { type CasePlacer, openCasePlacer } from '../../../tools/test-cases.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';

const dayMs = 86_400_000;
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

const inDays = (days: number) => new Date(street.clock.now().getTime() + days * dayMs).toISOString();
const move = (person: Person, id: string, noun: string, body: object = {}) =>
  street.as(person).post<Case>(`/cases/${id}/${noun}`, body);
const read = async (person: Person, id: string) => (await street.as(person).get<Case>(`/cases/${id}`)).body;
const newest = async (person: Person) => (await street.as(person).get<Notices>('/notices?limit=1')).body.items[0]?.code;

/** In the hands of 周师傅, due in seven days. */
async function underWay(): Promise<Case> {
  const { id } = (await street.as('chen').post<Case>('/cases', { body: '单元门的闭门器坏了，夜里很响' })).body;
  await move('wu', id, 'acceptance');
  await move('wu', id, 'assignments', { organizationId: street.body('property'), dueAt: inDays(7) });
  return (await move('zhou', id, 'receipt')).body;
}

const waiting = (days = 3) => ({ until: inDays(days), words: '等配件' });

describe('a suspension', () => {
  it('is asked for by the handler, decided by the desk, and read by the raiser only then', async () => {
    const { id } = await underWay();
    const asked = await move('zhou', id, 'suspensions', waiting());
    expect(asked.body).toMatchObject({
      state: 'in_progress',
      pause: { kind: 'suspension', words: '等配件', asked: true },
    });
    expect(asked.body.may).not.toContain('suspend');
    expect((await read('chen', id)).pause).toBeNull();
    expect(await newest('wu')).toBe('case.suspension_asked');
    expect((await move('zhou', id, 'extensions', waiting(9))).code).toBe('pauses.already_asked');
    expect((await move('zhou', id, 'pause-decisions', { approved: true })).code).toBe('request.forbidden');
    expect((await read('wu', id)).may).toContain('decide_pause');

    const decided = await move('wu', id, 'pause-decisions', { approved: true });
    expect(decided.body).toMatchObject({ state: 'suspended', standing: 'paused', pause: { asked: false } });
    expect([await newest('zhou'), await newest('chen')]).toEqual(['case.pause_approved', 'case.suspended']);
    expect(await read('chen', id)).toMatchObject({
      pause: { words: '等配件' },
      suspendedUntil: decided.body.suspendedUntil,
    });
  });

  it('leaves the case as it is when refused, and lets the handler ask again', async () => {
    const { id } = await underWay();
    await move('zhou', id, 'suspensions', waiting());
    const refused = await move('wu', id, 'pause-decisions', { approved: false, words: '库里有，今天就去领' });
    expect(refused.body).toMatchObject({ state: 'in_progress', pause: null });
    expect(await newest('zhou')).toBe('case.pause_refused');
    expect((await move('wu', id, 'pause-decisions', { approved: true })).code).toBe('pauses.nothing_asked');
    expect((await move('zhou', id, 'suspensions', waiting())).status).toBe(201);
    const { body } = await street.as('chen').get<Timeline>(`/cases/${id}/timeline`);
    expect(body.entries.map(({ verb }) => verb)).toEqual(['raise', 'accept', 'assign', 'sign']);
  });

  it('is decided by asking when the desk asks', async () => {
    const { id } = await underWay();
    expect((await move('wu', id, 'suspensions', waiting())).body.state).toBe('suspended');
  });

  it('stops the clock: what was left is left when work goes on', async () => {
    const { id } = await underWay();
    await move('wu', id, 'suspensions', waiting(30));
    const left = Date.parse((await read('wu', id)).dueAt!) - street.clock.now().getTime();
    street.clock.advance(10 * dayMs);
    const on = (await move('zhou', id, 'resumption')).body;
    expect(on).toMatchObject({ state: 'in_progress', pause: null, suspendedUntil: null, standing: 'on_time' });
    expect(Math.abs(Date.parse(on.dueAt!) - street.clock.now().getTime() - left)).toBeLessThan(5_000);
    expect(await newest('chen')).toBe('case.resumed');
  });

  it('ends on its day by itself, once', async () => {
    const { id } = await underWay();
    await move('wu', id, 'suspensions', waiting());
    await cases.query(`update graphile_worker._private_jobs set run_at = now() where key like '%resume:${id}'`);
    await vi.waitFor(async () => expect((await read('wu', id)).state).toBe('in_progress'), {
      timeout: 20_000,
      interval: 200,
    });
    const steps = (await street.as('wu').get<Timeline>(`/cases/${id}/timeline`)).body.entries;
    expect(steps.filter(({ verb }) => verb === 'resume')).toHaveLength(1);
  });

  it.each([
    ['a day that is past', { until: '2026-01-01T00:00:00Z', words: '等配件' }, 'pauses.until_in_past'],
    ['a year', { until: '2029-01-01T00:00:00Z', words: '等配件' }, 'pauses.until_too_far'],
    ['no reason', { until: '2027-01-01T00:00:00Z', words: '' }, 'request.invalid'],
  ])('refuses %s', async (_, body, code) => {
    const { id } = await underWay();
    expect((await move('zhou', id, 'suspensions', body)).code).toBe(code);
  });
});

describe('an extension', () => {
  it('moves the deadline when approved, and is counted', async () => {
    const { id, dueAt } = await underWay();
    expect((await move('zhou', id, 'extensions', { until: inDays(5), words: '雨天' })).code).toBe('pauses.not_later');
    const until = inDays(12);
    expect((await move('zhou', id, 'extensions', { until, words: '要等天晴' })).body.dueAt).toBe(dueAt);
    const after = (await move('wu', id, 'pause-decisions', { approved: true })).body;
    expect([Date.parse(after.dueAt!), after.state, after.pause]).toEqual([Date.parse(until), 'in_progress', null]);
    const facts = await cases.query('select metric from fact where subject_id = $1', [id]);
    expect(facts.map(({ metric }) => metric)).toContain('case_extended');
  });

  it('lapses when the case is resolved before the desk decides', async () => {
    const { id } = await underWay();
    await move('zhou', id, 'extensions', waiting(12));
    expect((await move('zhou', id, 'resolution', { words: '换好了' })).body).toMatchObject({
      state: 'resolved',
      pause: null,
    });
  });
});
